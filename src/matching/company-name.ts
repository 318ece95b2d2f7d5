import { fold } from '../../dictionary/index.ts'

// Legal forms, folded, as they stand at a name's end. Several words are one form ("s de r l de c v").
const legalForms =
  `inc|incorporated|corp|corporation|co|company|llc|l l c|llp|l l p|lp|l p|plc|p l c|ltd|limited|pty|pty ltd|proprietary limited|pte|pte ltd|private limited|pvt|pvt ltd
  gmbh|g m b h|mbh|ag|kg|kgaa|ohg|ug|e k|ek|e v|ev|gmbh co kg|gmbh und co kg|gmbh and co kg|gmbh co|se
  sa|s a|sas|s a s|sarl|s a r l|srl|s r l|sl|s l|slu|s l u|sau|sc|snc|eurl|sci|scop|spa|s p a
  sa de cv|s a de c v|s de rl de cv|s de r l de c v|s de rl|s de r l|sapi de cv|s a p i de c v|s a b de c v|sab de cv|ltda|limitada|sociedad anonima|sociedad limitada|cia ltda|y cia
  eireli|me|epp|mei|s s|s s ltda|sociedade anonima|sgps|lda|unipessoal lda
  sdn bhd|sdn berhad|bhd|berhad|plt|sendirian berhad|enterprise
  ab|as|a s|aps|oy|oyj|asa|hf|ehf|bv|b v|nv|n v|vof|cv|c v|kft|zrt|nyrt|sp z o o|sp zoo|spolka z o o|s r o|sro|doo|d o o|ad|ead|ood|eood|ooo|oao|zao|pao|a d
  k k|kk|kabushiki kaisha|godo kaisha|yk|co ltd|company limited|group co ltd|pt|tbk|jsc|ojsc|cjsc|llc fz|fze|fzco|wll|w l l|bsc|saoc|saog`
    .split(/\||\n/)
    .map((form) => form.trim())
    .filter(Boolean)
    // Dots part the letters: "A.G." is "a g".
    .flatMap((form) => (/^[a-z]{2,4}$/.test(form) ? [form, [...form].join(' ')] : [form]))
    .sort((a, b) => b.length - a.length)

/**
 * What stays of a company's name when its legal form, "The", punctuation, accents and case are taken away; "and" and "&" read
 * the same. At least one word always stays. Two companies with one key may still be two: the key only proposes.
 */
export function companyKey(name: string): string {
  let rest = plain(name)
  for (let shorter = withoutForm(rest); shorter !== rest; shorter = withoutForm(rest)) rest = shorter
  return rest
}

/** The legal form that a name is written with, in one spelling of its letters: "S.A. de C.V." and "SA de CV" are one. */
export const formOf = (name: string): string => plain(name).slice(companyKey(name).length).replaceAll(' ', '')

const plain = (name: string): string =>
  fold(name.replace(/\s*&\s*/g, ' and ').replace(/\((old|new|duplicate)\??\)|\[[^\]]*\]/gi, ' '))
    .replace(/^the /, '')
    .replace(/ (und|y|e|dan|et) /g, ' and ')

function withoutForm(name: string): string {
  for (const form of legalForms)
    if (name.endsWith(` ${form}`)) return name.slice(0, -form.length - 1).replace(/ and$/, '')
  return name
}
