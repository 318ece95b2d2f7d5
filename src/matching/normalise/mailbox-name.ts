// Many systems know a user by the e-mail address alone, and most companies build addresses from names.
import { isSlip } from '../slip.ts'
import { latinised } from './letters.ts'
import { type PersonName, readPerson } from './person.ts'

/** The part before the @ as letters only, without numbers behind: what two addresses of one rule have in common. */
export function handleOf(local: string): string {
  let end = local.length
  while (end > 0 && local.charCodeAt(end - 1) >= 48 && local.charCodeAt(end - 1) <= 57) end--
  const letters = local.slice(0, end)
  return /[._-]/.test(letters) ? letters.replace(/[._-]/g, '') : letters
}

/** The name that an address such as `ana.lopez@` spells out; null where it is one word, which may be anything. */
export function nameOfMailbox(local: string): PersonName | null {
  const words = latinised(local.replace(/\d+$/, '').replace(/[._-]+/g, ' ')).split(' ')
  return words.length === 2 && words.every((word) => /^[a-z]{2,}$/.test(word))
    ? readPerson({ full: words.join(' ') })
    : null
}

/** A name with only an initial, with the given name that the mailbox has in full: K. Berg at `kerstin.berg@`. */
export function spelledOut(name: PersonName, handle: string): PersonName {
  const [initial, ...others] = name.given
  for (const last of name.family) {
    if (last.length < 3 || !handle.includes(last)) continue
    const first = handle.startsWith(last)
      ? handle.slice(last.length)
      : handle.endsWith(last)
        ? handle.slice(0, -last.length)
        : ''
    if (first.length > 2 && first[0] === initial && /^[a-z]+$/.test(first))
      return { ...name, given: [first, ...others] }
  }
  return name
}

export type Fit = { given: 'initial' | 'whole' | 'absent'; family: 'whole' | 'absent' }

/** Whether a handle of one word is built from these words of a name: `tayr`, `rtay`, `raymond`, `raymondtay`. */
export function fitOf(handle: string, given: readonly string[], family: readonly string[]): Fit | null {
  for (const last of family) {
    for (const first of given) {
      if (handle === first + last || handle === last + first) return { given: 'whole', family: 'whole' }
      if (handle === `${first[0]}${last}` || handle === `${last}${first[0]}`)
        return { given: 'initial', family: 'whole' }
    }
    if (handle === last && last.length >= 4) return { given: 'absent', family: 'whole' }
  }
  return given.some((first) => handle === first && first.length >= 4) ? { given: 'whole', family: 'absent' } : null
}

/** Whether a handle may be made of a name: of one of its words or of two, whole or by the initial, a slip of the pen allowed. */
export function mayBeBuiltOf(handle: string, given: readonly string[], family: readonly string[]): boolean {
  const words = [...new Set([...given, ...family, given.join(''), family.join('')])].filter(Boolean)
  return words.some(
    (first) =>
      isSpelled(handle, first) ||
      words.some(
        (second) =>
          first !== second &&
          (isSpelled(handle, first + second) ||
            isSpelled(handle, `${first[0]}${second}`) ||
            isSpelled(handle, `${first}${second[0]}`)),
      ),
  )
}

const isSpelled = (handle: string, letters: string): boolean => handle === letters || isSlip(handle, letters, 6)
