// One alphabet for comparison: every name is read in small Latin letters, whatever script it was written in. The readings
// are the common ones of passports and company registers; what has no table (Han, Thai …) stays as it is and only equals itself.

const cyrillic =
  'а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz ѓ g ќ k ѕ dz'
const greek = 'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o'
const latin = 'ß ss æ ae œ oe ø o đ d ð d þ th ł l ħ h ŋ n ı i ə a ĸ k ſ s'
const arabic =
  'ا a أ a إ i آ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h ة a و w ي y ى a ئ y ؤ w ء  گ g چ ch پ p ژ zh ک k ی y'
const hebrew =
  'א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף p צ ts ץ ts ק k ר r ש sh ת t'
const kana =
  'あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa を o ん n が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ー '

const readings = new Map<string, string>()
for (const table of [cyrillic, greek, latin, arabic, hebrew, kana]) {
  const words = table.split(' ')
  for (let i = 0; i + 1 < words.length; i += 2) readings.set(words[i] ?? '', words[i + 1] ?? '')
}

const isPlain = /^[a-z0-9 ]*$/
const leads = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ')
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const tails = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')

/** Small Latin letters, digits and single spaces; marks and punctuation are gone. `Müller-Straße` reads `muller strasse`. */
export function latinised(text: string): string {
  const lower = text.toLowerCase()
  if (isPlain.test(lower)) return lower.replace(/ {2,}/g, ' ').trim()
  let out = ''
  for (const letter of lower.normalize('NFC').replace(/ο[υύ]/g, 'ou')) out += readingOf(letter)
  return out.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function readingOf(letter: string): string {
  if (letter >= ' ' && letter <= '~') return letter
  const reading = readings.get(letter)
  if (reading !== undefined) return reading
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0xac00 && code <= 0xd7a3) return readHangul(code - 0xac00)
  if (code >= 0x30a1 && code <= 0x30f6) return readings.get(String.fromCodePoint(code - 0x60)) ?? ''
  const bare = letter.normalize('NFKD').replace(/\p{M}+/gu, '')
  return [...bare].map((each) => readings.get(each) ?? each).join('')
}

const readHangul = (index: number): string =>
  (leads[Math.floor(index / 588)] ?? '') + (vowels[Math.floor((index % 588) / 28)] ?? '') + (tails[index % 28] ?? '')
