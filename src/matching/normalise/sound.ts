// A word by its consonants, so that spellings of one sound meet in one block: "Catherine" and "Kathryn", "Szymański" and "Shimanski".
const steps: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^x/, 's'],
  [/ph/g, 'f'],
  [/sch|sz|sh|ch|cz|tsch|tch/g, 'x'],
  [/c(?=[eiy])/g, 's'],
  [/th|dt/g, 't'],
  [/gh/g, 'g'],
  [/ck|[cq]/g, 'k'],
  [/z/g, 's'],
  [/[wv]/g, 'f'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/m/g, 'n'],
  [/j/g, 'y'],
]

/** The sound of a latinised word, at most five letters; a word without consonants is its own sound. */
export function soundOf(word: string): string {
  let sound = word
  for (const [spelling, letter] of steps) sound = sound.replace(spelling, letter)
  const first = /^[aeiouyh]/.test(sound) ? 'a' : ''
  const bones = sound.replace(/[aeiouyh]+/g, '').replace(/(.)\1+/g, '$1')
  return bones === '' ? word : (first + bones).slice(0, 5)
}
