// Reads a command line against what the command declares. Node's own parser splits it; the sentences are ours, because its
// errors know no "did you mean".
import { parseArgs } from 'node:util'
import { nearest, type Words } from '../../dictionary/words.ts'
import { type Command, commonOptions, UsageError } from './command.ts'
import { meantOr, says } from './words/frame.ts'
import { usageInWords } from './words/placeholders.ts'

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
      throw new UsageError(says.needsValue(token.rawName, usageInWords(option.value)))
    if (!option.value && token.value !== undefined) throw new UsageError(says.takesNoValue(token.rawName))
    read.options.set(token.name, token.value ?? true)
  }
  if (!read.options.has('help')) checkCount(name, command, read.words)
  return read
}

function unknownOption(name: string, given: string, known: readonly string[]): UsageError {
  const near = nearest(given.replace(/^-+/, ''), known)
  return new UsageError(says.noOption(name, given, near && `--${near}`))
}

function checkCount(name: string, { words: { least, most }, usage }: Command, given: readonly string[]): void {
  const how = usageInWords(usage[0] ?? name)
  if (given.length < least) throw new UsageError(says.needsMore(name, how))
  const extra = given[most]
  if (extra !== undefined) throw new UsageError(says.tooMuch(name, extra, how))
}

/** The one of a list that was meant, for words that stand for something. */
export function oneOf<T extends string>(what: Words | string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === given)
  if (found !== undefined) return found
  throw new UsageError(says.noneOf(what, given, meantOr(nearest(given, allowed), allowed)))
}
