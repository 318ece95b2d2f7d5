// A company's name as what it is compared by: the words that are its own, in one spelling, apart from the legal form, the
// branch in brackets and the other name it trades under.
import { genericWords } from './generic-words.ts'
import { type FormGroup, joinedForms, withoutLegalForm } from './legal-forms.ts'
import { latinised } from './letters.ts'
import { isPlace } from './places.ts'

export type CompanyName = {
  /** Its own words in their order; never empty unless the name has no letters. */
  words: readonly string[]
  form: FormGroup | null
  /** The countries whose law knows that form, as ISO codes with blanks between; '' where many do. */
  formCountries: string
  /** Countries, towns and words for a branch that stood in brackets or behind a dash. */
  branch: readonly string[]
  /** A place in brackets, or by itself behind a dash, often only says where the company is; "Sevilla Branch" is a name. */
  isAside: boolean
}

const wholeWords = new Map(
  Object.entries({
    and: 'und y e et og och en dan i',
    international: 'intl intnl internat int',
    national: 'natl natnl',
    manufacturing: 'mfg manuf manufacture manufacturer manufacturers mfrs mfr',
    technology: 'tech technologies technol techs',
    service: 'services svc svcs srv srvs svs serv',
    brother: 'bros brothers hermanos irmaos hnos gebruder gebr fratelli flli freres',
    association: 'assn assoc associations asscn',
    associate: 'associates assocs',
    university: 'univ',
    universal: 'univl',
    general: 'genl gnrl',
    american: 'amer americas america',
    group: 'grp gp grupo groupe gruppe kumpulan gruppo gr',
    holding: 'holdings hldg hldgs hldngs hlds',
    industry: 'industries inds indus indl industrial',
    laboratory: 'labs lab laboratories',
    chemical: 'chem chemicals chems',
    pharmaceutical: 'pharma pharm pharmaceuticals pharms',
    financial: 'fin finl fincl',
    insurance: 'ins insur',
    electric: 'elec electrical elect elctrc',
    electronic: 'electronics electr electrs',
    system: 'systems sys syst',
    solution: 'solutions soln solns sols',
    communication: 'communications comm comms commun communic',
    telecommunication: 'telecommunications telecom telecoms telco',
    development: 'dev devel dvlpmt developments',
    center: 'centre ctr centers centres cntr',
    management: 'mgmt mngmt mgt',
    engineering: 'engg engrg engr eng engineers',
    construction: 'constr const constructions',
    product: 'products prods prod prdcts',
    corporation: 'corp corpn',
    business: 'bus businesses',
    company: 'companies cos cia compania companhia compagnie coy cies',
    property: 'properties props ppty',
    resource: 'resources rscs',
    transport: 'transportation transp trans',
    distribution: 'dist distr distributors distributor',
    department: 'dept dpt',
    equipment: 'equip eqpt',
    health: 'hlth',
    healthcare: 'hlthcare',
    medical: 'med',
    entertainment: 'entmt entertain',
    investment: 'investments invest invs inv',
    marketing: 'mktg mkt',
    institute: 'inst',
    research: 'rsch resh',
    machine: 'mach machines machinery',
    hospital: 'hosp hospitals',
    consulting: 'consult consultants consultant',
    restaurant: 'restaurants rest',
    delicatessen: 'deli delis',
    cafe: 'caffe coffee',
    house: 'hse',
    saint: 'st ste san sankt',
    mount: 'mt',
    fragrance: 'fragr fragrances',
    grill: 'grille',
    foundation: 'fndn fdn',
    partner: 'partners ptnrs ptnr',
    son: 'sons',
    daughter: 'daughters',
    federal: 'fed',
    bancorporation: 'bancorp bancshares bankshares banc',
    gold: 'gld',
    copper: 'cp cpr',
  }).flatMap(([whole, others]) => others.split(' ').map((each) => [each, whole] as const)),
)
const articles = new Set('the le la les el los las lo il der die das den het de os as l'.split(' '))
const tradingAs =
  /\s+(?:t\/a|d\/b\/a|dba|trading as|trading under|f\/k\/a|fka|formerly|formerly known as|a\/k\/a|aka|antes|ex|nombre comercial|o\/a|operating as|c\/o)[\s:.]+/i
const leftovers =
  /\b(?:do not use|dont use|duplicate|dup|old|new|test|obsolete|inactive|sandbox|staging|production|demo|trial|renewal|no usar|nao usar|jangan guna|merged|archived?|do not call)\b\s*\??/g
const leftoverWords = new Set('old new duplicate dup test obsolete inactive archived merged class'.split(' '))
// A register notes the state of incorporation or a share class behind the name: "COSTCO WHOLESALE CORP /NEW", "FOX CORP CLASS A".
const registerNotes =
  /\s*[/\\]\s*[a-z]{2,3}\s*[/\\]?\s*$|\s*[/\\]\s*$|\s+[-–]?\s*(?:class|cl|series)\s+[a-d]\s*$|\s*['"][a-d]['"]\s*$/g
const branchWords = new Set(
  'branch niederlassung zweigniederlassung sucursal filial succursale division div office region cawangan subsidiary latam emea apac'.split(
    ' ',
  ),
)

/** Every name in a line: the company's own first, then those it trades under or once had. */
export function readCompany(line: string): CompanyName[] {
  const seen = new Set<string>()
  return line
    .split(tradingAs)
    .flatMap(readNames)
    .filter((name) => !seen.has(companyWords(name)) && seen.add(companyWords(name)))
}

/** What its legal form amounts to; null where it is written without one. */
export const formGroupOf = (line: string): FormGroup | null => readCompany(line).find(({ form }) => form)?.form ?? null

/** The words of every name in a line, without legal form and branch. */
export const companyNames = (line: string): (readonly string[])[] => readCompany(line).map(({ words }) => words)

/** The company's own words as one key; two companies with one key may still be two. */
export const companyWords = (name: CompanyName): string => name.words.join(' ')

/** The name without what stands in brackets, and where that is neither a branch nor a note, the name with it. */
function readNames(line: string): CompanyName[] {
  let text = line
    .normalize('NFKC')
    .replace(/([a-z]{3,})([A-Z][a-z]{2,})/g, apart)
    .toLowerCase()
  let form: FormGroup | null = null
  let formCountries = ''
  for (const [joined, group] of joinedForms)
    if (text.includes(joined)) {
      form ??= group
      text = text.replaceAll(joined, ' ')
    }
  const branch: string[] = []
  const inBrackets: string[] = []
  let isAside = true
  text = text.replace(registerNotes, ' ').replace(/[([（]([^)\]）]*)[)\]）]?/g, (_, inside: string) => {
    const words = spelled(inside)
    if (inside.trim() === '株') form ??= 'corporation'
    else if (isBranch(words)) branch.push(...words)
    else if (!words.some((word) => leftoverWords.has(word))) inBrackets.push(inside)
    return ' '
  })
  text = text.replace(leftovers, (word, at: number) => (at === 0 ? word : ' ')).replace(/[\s\-–—,:]+$/, '')
  const dash = /\s+[-–—,]\s*([^-–—,]+)$|,\s*([^-–—,]+)$/.exec(text)
  const behind = withoutLegalForm(['x', ...spelled(dash?.[1] ?? dash?.[2] ?? '')])
  if (dash && dash.index > 0 && isBranch(behind.words.slice(1))) {
    branch.push(...behind.words.slice(1))
    isAside = !namesBranch(behind.words.slice(1))
    form ??= behind.form
    formCountries ||= behind.formCountries
    text = text.slice(0, dash.index)
  }
  const stripped = withoutLegalForm(spelled(text))
  const told = { form: form ?? stripped.form, formCountries: formCountries || stripped.formCountries, branch, isAside }
  const names = [wholly(stripped.words)]
  for (const inside of inBrackets) {
    const formerly = /^\s*(?:previously|formerly|fka|aka|antes|ex)\b/.test(inside)
    const words = spelled(inside.replace(/^\s*(?:previously|formerly|fka|aka|antes|ex)\b/, ''))
    names.push(wholly(formerly || isInitialsOf(words, stripped.words) ? words : [...stripped.words, ...words]))
  }
  return names.filter((words) => words.length > 0).map((words) => ({ words, ...told }))
}

const namesBranch = (words: readonly string[]): boolean => words.some((word) => branchWords.has(word))

const isBranch = (words: readonly string[]): boolean =>
  words.length > 0 && (namesBranch(words) || isPlace(words.join(' ')))

const wholly = (words: readonly string[]): string[] => ownWords(words.map((word) => wholeWords.get(word) ?? word))

/** "CooperCompanies" is written without a blank; "AbbVie" and "BorgWarner" are words of their own. */
const apart = (whole: string, head: string, tail: string): string => {
  const word = tail.toLowerCase()
  return genericWords.has(wholeWords.get(word) ?? word) ? `${head} ${tail}` : whole
}

const isInitialsOf = (words: readonly string[], whole: readonly string[]): boolean =>
  words.length === 1 && whole.length >= 2 && words[0]?.[0] === whole[0]?.[0] && (words[0]?.length ?? 9) <= 5

/** "J.M." and "J. M." become "jm"; an ampersand is a word; apostrophes join. */
function spelled(text: string): string[] {
  const plain = latinised(text.replace(/['’`´]/g, '').replace(/\s*[&+]\s*/g, ' and '))
  const words = plain.split(' ').filter(Boolean)
  const joined: string[] = []
  let isLetters = false
  for (const word of words) {
    const isLetter = word.length === 1 && /[a-z]/.test(word)
    if (isLetter && isLetters) joined[joined.length - 1] += word
    else joined.push(word)
    isLetters = isLetter
  }
  return joined
}

function ownWords(words: readonly string[]): string[] {
  const start = words.length > 1 && articles.has(words[0] ?? '') ? words.slice(1) : [...words]
  const end = start.length > 1 && start.at(-1) === 'the' ? start.slice(0, -1) : start
  const rest = end.filter((word, i) => word !== 'and' || i === 0)
  return rest.length > 0 ? rest : end
}
