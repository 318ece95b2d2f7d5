// A CSV of people who are not alike, as many as one likes, the same each time.
import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fields, personOf } from './bulk.ts'

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za bra cle dri flo gru'.split(' ')

/** `title`: what all of them are called besides, in a file of the same name in a folder of its own. */
export async function contactsFile(folder: string, count: number, from: number, title?: string): Promise<string> {
  const home = title ? join(folder, 'news') : folder
  mkdirSync(home, { recursive: true })
  const path = join(home, `people-${count}-${from}.csv`)
  if (existsSync(path)) return path
  const headers = [
    'Id',
    'Full name',
    'First name',
    'Last name',
    'Job title',
    'Department',
    'E-mail',
    'Phone',
    'Language',
    'Time zone',
  ]
  async function* lines() {
    yield `${headers.join(',')}\n`
    for (let i = 0; i < count; i += 1_000)
      yield Array.from({ length: Math.min(1_000, count - i) }, (_, j) => {
        const person = { ...strangerOf(from + i + j), ...(title ? { title } : {}) }
        return `${person.localId},${fields.map((name) => person[name]).join(',')}\n`
      }).join('')
  }
  await pipeline(lines(), createWriteStream(path))
  return path
}

function spelled(n: number, length: number): string {
  const letters = Array.from(
    { length },
    (_, i) => syllables[Math.floor(n / syllables.length ** i) % syllables.length],
  ).join('')
  return letters.charAt(0).toUpperCase() + letters.slice(1)
}

/** People who are not alike: each has a name, a mailbox and a number of their own. */
export function strangerOf(n: number): ReturnType<typeof personOf> {
  const mixed = (n * 2_654_435_761) % 4_294_967_296 // as a hash: neighbours in the file are strangers
  const company = (n * 2_246_822_519) % 4_294_967_291 // another one: colleagues do not share a first name
  const [first, last] = [spelled(mixed, 2), spelled(Math.floor(mixed / 625) + n, 5)]
  return {
    ...personOf(n),
    name: `${first} ${last}`,
    first_name: first,
    last_name: last,
    email: `${first}.${last}.${n}@${spelled(company, 4)}.example`.toLowerCase(),
    phone: `+1${212 + (n % 700)}${2_000_000 + ((mixed + n) % 7_999_999)}`,
  }
}
