// A word by its consonants, so that spellings of one sound meet in one block: "Catherine" and "Kathryn", "Szymański" and "Shimanski".
const steps = [
  [/^(?:kn|gn|pn)/, 'n', 'n'],
  [/^wr/, 'r', 'w'],
  [/^x/, 's', 'x'],
  [/ph/g, 'f', 'h'],
  [/sch|sz|sh|ch|cz|tsch|tch/g, 'x', 'hz'],
  [/c(?=[eiy])/g, 's', 'c'],
  [/th|dt/g, 't', 't'],
  [/gh/g, 'g', 'h'],
  [/ck|[cq]/g, 'k', 'cq'],
  [/z/g, 's', 'z'],
  [/[wv]/g, 'f', 'wv'],
  [/d/g, 't', 'd'],
  [/b/g, 'p', 'b'],
  [/m/g, 'n', 'm'],
  [/j/g, 'y', 'j'],
].map(([spelling, letter, needed]) => ({ spelling, letter, needed: lettersOf(needed as string) })) as readonly Step[] // as written above

/** `needed`: letters of which the word has one if the spelling is in it at all; most words have none of most steps'. */
type Step = { spelling: RegExp; letter: string; needed: number }

/** The letters a to z of a word, a bit each. */
function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) {
    const place = word.charCodeAt(i) - 97
    if (place >= 0 && place < 26) letters |= 1 << place
  }
  return letters
}

/** The sound of a latinised word, at most five letters; a word without consonants is its own sound. */
export function soundOf(word: string): string {
  let sound = word
  let letters = lettersOf(word)
  for (const { spelling, letter, needed } of steps) {
    if ((letters & needed) === 0) continue
    sound = sound.replace(spelling, letter)
    letters |= lettersOf(letter)
  }
  const first = /^[aeiouyh]/.test(sound) ? 'a' : ''
  const bones = sound.replace(/[aeiouyh]+/g, '').replace(/(.)\1+/g, '$1')
  return bones === '' ? word : (first + bones).slice(0, 5)
}
