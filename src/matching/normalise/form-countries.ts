// Which countries' law knows a legal form, for forms that few do: a "Sdn Bhd" is Malaysian and no "S.r.l.", whatever else the two have in
// common. Forms that are known everywhere, such as Inc, Ltd, LLC, PLC and S.A., are left out. The facts are public law.
const known: Readonly<Record<string, string>> = {
  MY: 'sdnbhd sdnberhad sendirianberhad sendirianbhd sdn bhd berhad plt perkongsianliabilititerhad',
  SG: 'pteltd ptelimited pte',
  'AU ZA NA BW PG': 'ptyltd ptylimited pty proprietarylimited',
  'IN PK BD LK': 'pvtltd pvtlimited pvt',
  'DE AT CH LI':
    'gmbh mbh gesellschaftmitbeschrankterhaftung gesmbh ag aktiengesellschaft kg kommanditgesellschaft ohg gmbhcokg gmbhundcokg gmbhandcokg',
  DE: 'ggmbh ug ughaftungsbeschrankt partgmbb',
  'FR BE LU CH MC MA TN DZ SN CI CM LB': 'sarl sarlu societearesponsabilitelimitee snc sci',
  'FR MC CO AR EC UY DO CI': 'sas societeparactionssimplifiee',
  FR: 'eurl sasu selarl',
  'IT RO MD AR PY UY PE BO DO GT HN CR BE': 'srl',
  'IT CL DZ': 'spa',
  IT: 'srls societaaresponsabilitalimitata societaperazioni',
  ES: 'sl slu sll sau sociedadlimitada',
  MX: 'sadecv sabdecv sapidecv sderl sderldecv srldecv',
  'BR CL CO BO EC PY': 'ltda limitada',
  BR: 'eireli eirelime ltdame ltdaepp',
  'PT AO MZ CV': 'lda unipessoallda',
  'NL BE SR CW AW': 'bv beslotenvennootschap nv naamlozevennootschap',
  BE: 'bvba sprl',
  PL: 'spzoo spolkazograniczonaodpowiedzialnoscia spolkaakcyjna spk spj',
  'CZ SK': 'sro spolsro',
  HU: 'kft zrt nyrt',
  'RS HR SI BA ME MK': 'doo dooel jdoo',
  BG: 'ood eood',
  'RU BY KZ KG UZ': 'ooo oao zao pao ao',
  UA: 'tov prat pat',
  LT: 'uab',
  LV: 'sia',
  'SE FI': 'ab abpubl aktiebolag',
  DK: 'aps anpartsselskab',
  NO: 'asa aksjeselskap',
  'NO DK TR CZ SK': 'as',
  FI: 'oy oyj abp oyab aboy osakeyhtio',
  TR: 'ltdsti limitedsirketi anonimsirket anonimsirketi ticltdsti sanveticltdsti sanveticas',
  JP: 'kk kabushikikaisha godokaisha yugenkaisha',
  ID: 'pt tbk pttbk perseroanterbatas',
  VN: 'tnhh ctcp congtytnhh congtycophan',
}

const countriesOf = new Map(
  Object.entries(known).flatMap(([codes, forms]) => forms.split(' ').map((form) => [form, codes])),
)

/** ISO codes of the countries whose companies have this form, with blanks between them; '' where it tells nothing. */
export const countriesOfForm = (words: readonly string[]): string =>
  countriesOf.get(words.join('').replaceAll(' ', '')) ?? ''
