// The legal forms of the world's companies, as latinised words, grouped by what they amount to. The group is weak evidence of
// its own: a GmbH is no AG of the same name, but nobody is sure to write the form at all.
// The facts are public law; the table leaves out words that more often are part of a name than a form.

import { countriesOfForm } from './form-countries.ts'

const groups = {
  limited: `ltd|limited|ltd co|co ltd|co limited|company limited|company ltd|limited company|ltd company|private limited|pvt ltd|pvt limited|private ltd|pvt|p ltd|p limited|pte ltd|pte limited|pte|pty ltd|pty limited|pty|proprietary limited|proprietary
    llc|l l c|limited liability company|limited liability co|lcc|l c|lc|pllc|p l l c|llc fz|fz llc|fzco|fze|fzc|dmcc|wll|w l l|spc|pc
    gmbh|g m b h|mbh|m b h|gesellschaft mit beschrankter haftung|gesellschaft m b h|gesellschaft mbh|gmb h|gemeinnutzige gmbh|ges m b h|gesmbh|ggmbh|ug|ug haftungsbeschrankt|unternehmergesellschaft
    sarl|s a r l|sarlu|societe a responsabilite limitee|s a r l u|eurl|e u r l|suarl|sas|s a s|sasu|s a s u|societe par actions simplifiee|srl|s r l|srls|s r l s|societa a responsabilita limitata|societe a responsabilite limitee simplifiee
    sl|s l|slu|s l u|sll|s l l|slne|sociedad limitada|sociedad de responsabilidad limitada|sociedad de responsabilidad limitada de capital variable|sociedad por acciones simplificada|sociedad limitada unipersonal|s de rl|s de r l|s de rl de cv|s de r l de c v|srl de cv|s r l de c v|s en c|s a s bic|sas bic
    ltda|limitada|ltda me|microempresa|micro empresa|empresa de pequeno porte|empresa individual de responsabilidade limitada|ltda epp|cia ltda|compania limitada|ss ltda|s s ltda|lda|unipessoal lda|unipessoal|sociedade unipessoal lda|sociedade limitada|eireli|eireli me|eireli epp|me|epp|mei|slu ltda
    sdn bhd|sdn berhad|sendirian berhad|sendirian bhd|sdn|plt|p l t|perkongsian liabiliti terhad
    bv|b v|besloten vennootschap|bvba|b v b a|srl bv|bv srl|sprl|s p r l|aps|a p s|anpartsselskab|ivs|i v s|oy|osakeyhtio|ab oy|oy ab|ehf|e h f
    sp z o o|sp zoo|spzoo|sp z oo|spolka z o o|spolka z ograniczona odpowiedzialnoscia|s r o|sro|spol s r o|spol sro|spolecnost s rucenim omezenym|kft|k f t|korlatolt felelossegu tarsasag|doo|d o o|d o o el|dooel|drustvo s ogranicenom odgovornoscu|jdoo|j d o o|ood|o o d|eood|e o o d|ooo|o o o|tov|t o v|too|t o o|obshchestvo s ogranichennoy otvetstvennostyu|tovarystvo z obmezhenoyu vidpovidalnistyu|uab|u a b|sia|s i a|ou|osauhing|sh p k|shpk|epe|e p e|ike|i k e|ltd sti|limited sirketi|tic ltd sti|san ve tic ltd sti|ve tic ltd sti|tnhh|cong ty tnhh|cong ty trach nhiem huu han|gk|godo kaisha|goudou kaisha|yk|y k|yugen kaisha|yuhan hoesa|cv|c v|pt|perseroan terbatas`,
  corporation: `co|company|compagnie|cie|inc|incorp|incorporated|incorporation|corp|corporation|corpn|co inc|corp inc|inc co|p c|professional corporation|chartered|ltee|limitee|inc ltd
    plc|p l c|public limited company|public limited|public limited co|public ltd co|cic|c i c|clg|dac|designated activity company|uc|unlimited company|ulc
    ag|a g|aktiengesellschaft|se|s e|societas europaea|kgaa|kg a a|kommanditgesellschaft auf aktien|ag co kgaa|gmbh co kgaa|se co kgaa
    sa|s a|societe anonyme|sociedad anonima|sociedade anonima|sau|s a u|sab|s a b|saic|s a i c|sacif|saci|sac|s a c|saa|s a a|sae|s a e|sad|sapi|s a p i
    sa de cv|s a de c v|sab de cv|s a b de c v|sapi de cv|s a p i de c v|sapib de cv|sociedad anonima de capital variable|de cv|de c v|sofom enr|s c a|sca|spa|s p a|societa per azioni|sgps|sgps sa
    bhd|berhad|b h d|nv|n v|naamloze vennootschap|ab|a b|aktiebolag|aktiebolaget|ab publ|publ ab|publ|a s|as|aktieselskab|aksjeselskap|asa|a s a|allmennaksjeselskap|oyj|o y j|julkinen osakeyhtio|abp|hf|h f
    spolka akcyjna|s a w upadlosci|akciova spolecnost|nyrt|zrt|n y rt|z rt|rt|dd|d d|ad|a d|ead|e a d|ead|oao|o a o|zao|z a o|pao|p a o|ao|a o|ojsc|cjsc|pjsc|jsc|open joint stock company|closed joint stock company|public joint stock company|aktsionernoe obshchestvo|zakrytoe aktsionernoe obshchestvo|otkrytoe aktsionernoe obshchestvo|publichnoe aktsionernoe obshchestvo|akcine bendrove|akciju sabiedriba|aktsiaselts|anonim sirket|dionicko drustvo|delniska druzba|societate pe actiuni|societa anonima|shoqeri aksionere|sh a|j s c|joint stock company|joint stock co|pat|prat|at|ae|a e|anonimi etairia|anonim sirketi|a s ti|san ve tic a s|sanayi ve ticaret a s|holding a s|ctcp|cong ty co phan
    kk|k k|kabushiki kaisha|kabushiki gaisha|kabusikigaisya|jusik hoesa|chusik hoesa|tbk|pt tbk|persero|persero tbk|pcl|public company limited|public co ltd|bsc|b s c|bsc c|saog|saoc|s a o g|s a o c|qsc|q s c|qpsc|kscp|k s c p|ksc|k s c|psc|nl|no liability|sal|s a l|sarl sal`,
  partnership: `llp|l l p|lp|l p|lllp|limited partnership|sociedad en comandita|comandita simple|n a|national association|limited liability partnership|partnership|general partnership|gp|g p|l p inc
    kg|k g|kommanditgesellschaft|ohg|o h g|offene handelsgesellschaft|gbr|g b r|gesellschaft burgerlichen rechts|gmbh co kg|gmbh co|gmbh und co kg|gmbh and co kg|gmbh and co|ag co kg|ag and co kg|ag und co kg|ug co kg|ug and co kg|ug haftungsbeschrankt co kg|se co kg|se and co kg|ltd co kg|ltd and co kg|co kg|and co kg|und co kg|co ohg|gmbh co ohg|partnerschaft|partnerschaftsgesellschaft|mbb|partg|partg mbb|partgmbb|part g|part g mbb
    snc|s n c|societe en nom collectif|societa in nome collettivo|sas di|scs|s c s|societe en commandite simple|sci|s c i|societe civile immobiliere|scp|s c p|selarl|selas|selafa|scop|s c o p|gie|g i e|sc|s c|s en c s|s en nc|s c r l|scrl|cvba|vof|v o f|v o f|commv|comm v|gcv|maatschap|ks|k s|i s|is|ans|a n s|da|hb|handelsbolag|kb|kommanditbolag|ky|kommandiittiyhtio|ay|sp k|sp j|spolka komandytowa|spolka jawna|sp p|sp z o o sp k|sp z o o s k a|v o s|k d|kd|jtd|bt|betetti tarsasag|o e|oe|e e|soe|gomei kaisha|goshi kaisha|hapja hoesa|hapmyung hoesa|tnhh mtv`,
  sole: `e k|ek|e kfm|e kfr|ekfm|ekfr|eingetragener kaufmann|eingetragene kauffrau|e u|eu|eingetragenes unternehmen|einzelunternehmen|ei|e i|eirl|e i r l|empresa individual|entreprise individuelle|autonomo|ip|chp|fop|p f a|pfa|enk|enkeltpersonforetak|ef|toiminimi|t mi|tmi|sole proprietor|sole trader|sahis sirketi|eenmanszaak|ditta individuale|empresario individual`,
  association: `e v|ev|eingetragener verein|e g|eg|eingetragene genossenschaft|genossenschaft|egen|asbl|a s b l|vzw|v z w|aisbl|ivzw|asociacion civil|a c|ac|iap|associacao|fundacao|fundacion|stiftung|gemeinnutzige stiftung|stichting|s coop|s coop ltda|sociedad cooperativa|soc coop|soc coop a r l|scarl|s c a r l|scrl fs|cooperative|co op|coop|coop a r l|amba|a m b a|fmba|smba|forening|r f|rf|ry|r y|o s|n g o|ngo|np|gup|mup|fgup|anpo|ano|onlus|ets|aps ets|ong|sccl|s c c l|sat|k s c c|nonprofit|non profit|a r l|ekonomisk forening|osk`,
} as const

export type FormGroup = keyof typeof groups

const forms = new Map<string, FormGroup>()
let longest = 1
for (const [group, table] of Object.entries(groups))
  for (const form of table.split(/[|\n]/)) {
    const words = form.trim()
    // Object.entries loses the key's type; the keys of `groups` are what FormGroup is made of.
    if (words && !forms.has(words)) forms.set(words, group as FormGroup)
    longest = Math.max(longest, words.split(' ').length)
  }

// In front of the name: PT Astra, OOO Romashka, AB Volvo, Cong ty TNHH …; a form of one letter or of common words is none.
const prefixes = new Set(
  `pt|cv|ooo|o o o|oao|zao|pao|ao|tov|too|pat|prat|ip|fop|ao|gup|fgup|uab|sia|ab|oy|as|ou|cong ty tnhh|cong ty co phan|cong ty|stichting|sociedad anonima|sociedade anonima|societe anonyme|soc coop|s p a|spa|s a|sarl|s a r l|sas|sci|selarl|scp|eurl|gie|asbl|vzw|kabushiki kaisha|kk|yugen kaisha|godo kaisha|jusik hoesa|jsc|ojsc|cjsc|llc|perusahaan|fa|firma|fundacion|fundacao`.split(
    '|',
  ),
)

/** Scripts without spaces write the form without one too. */
export const joinedForms: ReadonlyMap<string, FormGroup> = new Map<string, FormGroup>([
  ['株式会社', 'corporation'],
  ['有限会社', 'limited'],
  ['合同会社', 'limited'],
  ['合名会社', 'partnership'],
  ['合資会社', 'partnership'],
  ['股份有限公司', 'corporation'],
  ['股份公司', 'corporation'],
  ['有限责任公司', 'limited'],
  ['有限責任公司', 'limited'],
  ['有限公司', 'limited'],
  ['주식회사', 'corporation'],
  ['유한회사', 'limited'],
  ['บริษัท', 'limited'],
  ['จำกัด', 'limited'],
])

/** A group as a number from 1, for columns; 0 is none. */
export const formNumber = (form: FormGroup | null): number => (form ? Object.keys(groups).indexOf(form) + 1 : 0)

export type WithoutForm = {
  words: string[]
  form: FormGroup | null
  /** ISO codes of the countries that know the form, with blanks between them; '' where many do. */
  formCountries: string
}

/** Takes legal forms from the end, and from the front, as often as there are any; at least one word of a name always stays. */
export function withoutLegalForm(words: readonly string[]): WithoutForm {
  let rest = [...words]
  let form: FormGroup | null = null
  let formCountries = ''
  for (;;) {
    const atEnd = longestForm(rest, (count) => rest.slice(-count))
    const atFront = atEnd ? 0 : longestForm(rest, (count) => rest.slice(0, count), prefixes)
    if (!atEnd && !atFront) return { words: rest, form, formCountries }
    const taken = atEnd ? rest.slice(-atEnd) : rest.slice(0, atFront)
    // The first form found is the outermost one, which is the one that counts: "GmbH & Co. KG" is a KG.
    form ??= forms.get(taken.join(' ')) ?? null
    formCountries ||= countriesOfForm(taken)
    rest = atEnd ? rest.slice(0, -atEnd) : rest.slice(atFront)
    if (rest.length > 1 && rest.at(-1) === 'and') rest.pop()
  }
}

function longestForm(words: readonly string[], take: (count: number) => string[], only?: ReadonlySet<string>): number {
  for (let count = Math.min(longest, words.length - 1); count > 0; count--) {
    const form = take(count).join(' ')
    if (only ? only.has(form) : forms.has(form)) return count
  }
  return 0
}
