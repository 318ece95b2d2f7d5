// A body is read once, by one parser, after a glance over its text: nested too deep, or with one name twice, it is refused, so that
// no two readers of it can disagree about what it says.
import { type Words, words } from '../../dictionary/words.ts'
import { Failure, told } from '../platform/index.ts'

const deepest = 64

export function readJson(text: string): unknown {
  if (text.trim() === '') return undefined
  const names = countNames(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw unreadable(
      words(`it is not JSON (${why})`, `no es JSON (${why})`, `não é JSON (${why})`, `ia bukan JSON (${why})`),
    )
  }
  if (namesIn(value) !== names)
    throw unreadable(
      words(
        'a name stands twice in one object',
        'un nombre aparece dos veces en un objeto',
        'um nome aparece duas vezes em um objeto',
        'satu nama muncul dua kali dalam satu objek',
      ),
    )
  return value
}

/** How many names stand in the text: colons outside strings. Strings are skipped in leaps. */
function countNames(text: string): number {
  let names = 0
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const at = text.charCodeAt(i)
    if (at === 0x22) i = endOfString(text, i)
    else if (at === 0x3a) names += 1
    else if (at === 0x7b || at === 0x5b) {
      depth += 1
      if (depth > deepest)
        throw unreadable(
          words(
            `it is nested more than ${deepest} deep`,
            `tiene más de ${deepest} niveles anidados`,
            `tem mais de ${deepest} níveis aninhados`,
            `ia bersarang lebih daripada ${deepest} aras`,
          ),
        )
    } else if (at === 0x7d || at === 0x5d) depth -= 1
  }
  return names
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1
    if (slashes % 2 === 0) return end
  }
  return text.length
}

function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + namesIn(each), 0)
  let names = 0
  for (const [name, each] of Object.entries(value)) {
    if (name === '__proto__')
      throw unreadable(
        words(
          '"__proto__" is no name',
          '"__proto__" no es un nombre',
          '"__proto__" não é um nome',
          '"__proto__" bukan nama',
        ),
      )
    names += 1 + namesIn(each)
  }
  return names
}

const unreadable = (why: Words) => new Failure('unreadable_request', { why: told(why) })

/** A body that must be an object. */
export function objectBody(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown> // from JSON: its keys are texts
  throw unreadable(
    words(
      'the body is a JSON object',
      'el cuerpo es un objeto JSON',
      'o corpo é um objeto JSON',
      'kandungan ialah objek JSON',
    ),
  )
}
