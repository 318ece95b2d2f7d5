// Yes and no in the four languages the exports come in, and the marks that spreadsheets use for them.

/** Reads yes or no, whatever its case and accents; anything else, blank included, is a fault. */
export function readBoolean(text: string): { value: boolean } | { fault: 'not_yes_or_no' } {
  const word = text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : { fault: 'not_yes_or_no' }
}

const yes = new Set([
  'yes',
  'y',
  'true',
  't',
  '1',
  'x',
  'on',
  '✓',
  '✔',
  '☑',
  'si',
  's',
  'sim',
  'verdadero',
  'verdadeiro',
  'ya',
  'benar',
])
const no = new Set(['no', 'n', 'false', 'f', '0', 'off', '✗', '✘', '☐', 'nao', 'falso', 'tidak', 'tak', 'palsu'])
