// Reads a command line against what the command declares. Node's own parser splits it; the sentences are ours, because its
// errors know no "did you mean".
import { parseArgs } from 'node:util'
import { nearest } from '../../dictionary/words.ts'
import { type Command, commonOptions, UsageError } from './command.ts'

export type Arguments = { words: string[]; options: Map<string, string | true> }

/** Throws UsageError naming what is unknown, missing or too much. */
export function readArguments(name: string, command: Command, given: readonly string[]): Arguments {
  const known = { ...commonOptions, ...command.options }
  const { tokens } = parseArgs({
    args: [...given],
    options: Object.fromEntries(
      Object.entries(known).map(([option, { value }]) => [option, { type: value ? 'string' : 'boolean' } as const]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const read: Arguments = { words: [], options: new Map() }
  for (const token of tokens) {
    if (token.kind === 'positional') read.words.push(token.value)
    if (token.kind !== 'option') continue
    const option = known[token.name]
    if (!option) throw unknownOption(name, token.rawName, Object.keys(known))
    if (option.value && token.value === undefined)
      throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${option.value}.`)
    if (!option.value && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`)
    read.options.set(token.name, token.value ?? true)
  }
  if (!read.options.has('help')) checkCount(name, command, read.words)
  return read
}

function unknownOption(name: string, given: string, known: readonly string[]): UsageError {
  const near = nearest(given.replace(/^-+/, ''), known)
  return new UsageError(`"holdfast ${name}" has no option ${given}.${near ? ` Did you mean --${near}?` : ''}`)
}

function checkCount(name: string, { words: { least, most }, usage }: Command, given: readonly string[]): void {
  if (given.length < least) throw new UsageError(`"holdfast ${name}" needs more: holdfast ${usage[0]}.`)
  const extra = given[most]
  if (extra !== undefined)
    throw new UsageError(
      `"holdfast ${name}" can't use "${extra}". Put words that belong together in quotes: holdfast ${usage[0]}.`,
    )
}

/** The one of a list that was meant, for words that stand for something. */
export function oneOf<T extends string>(what: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === given)
  if (found !== undefined) return found
  const near = nearest(given, allowed)
  const mend = near ? `Did you mean "${near}"?` : `There are: ${allowed.join(', ')}.`
  throw new UsageError(`There is no ${what} "${given}". ${mend}`)
}
