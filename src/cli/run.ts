// One command line, from its words to the exit code.
import { type Language, nearest } from '../../dictionary/words.ts'
import { asFailure, Failure, speakIn } from '../platform/index.ts'
import { readArguments } from './arguments.ts'
import { type Call, type Command, Refused, UsageError } from './command.ts'
import { commands } from './commands/index.ts'
import { helpOf, overview } from './help.ts'
import { type Output, openOutput, type Streams } from './output.ts'
import { didYouMean, says } from './words/frame.ts'

export type World = Streams & { env: NodeJS.ProcessEnv; readInput(): Promise<string> }

/** Runs a command line; answers the exit code: 0 done, 1 could not be done, 2 not understood. */
export async function run(given: readonly string[], world: World): Promise<number> {
  const out = openOutput(world, { isJson: given.includes('--json') })
  try {
    return await speakIn(languageOf(world.env), () => dispatch(given, world, out))
  } catch (error) {
    return complain(asFailure(error), world.env, out)
  }
}

async function dispatch([name, ...rest]: readonly string[], world: World, out: Output): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') return tell(out, overview(out))
  if (name === '--version') return tell(out, await version())
  if (name === 'help') {
    const [topic] = rest.filter((word) => !word.startsWith('-'))
    return tell(out, topic === undefined ? overview(out) : helpOf(await load(topic), out))
  }
  const command = await load(name)
  const { words, options } = readArguments(name, command, rest)
  if (options.has('help')) return tell(out, helpOf(command, out))
  const option = (key: string) => {
    const value = options.get(key)
    return typeof value === 'string' ? value : undefined
  }
  const call: Call = {
    words,
    option,
    has: (key) => options.has(key),
    wholeNumber: (key, range) => wholeNumber(key, option(key), range),
    env: world.env,
    out,
    readInput: world.readInput,
  }
  return (await command.run(call)) ?? 0
}

async function load(name: string): Promise<Command> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (entry) return (await entry.load()).command
  const near = nearest(name, Object.keys(commands))
  throw new UsageError(says.noCommand(name, near === null ? says.seeAll : didYouMean(near)))
}

async function tell(out: Output, text: string): Promise<number> {
  await out.answer({ help: text }, () => text)
  return 0
}

async function version(): Promise<string> {
  const { default: about } = await import('../../package.json', { with: { type: 'json' } })
  return `holdfast ${about.version} (Node ${process.versions.node})`
}

function wholeNumber(name: string, text: string | undefined, { least, most }: { least: number; most: number }) {
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value
  throw new UsageError(says.noWholeNumber(name, text, least, most))
}

/** Says what went wrong to people, and with --json to programs; the exit code says it to both. */
async function complain(error: unknown, env: NodeJS.ProcessEnv, out: Output): Promise<number> {
  const message = error instanceof Failure ? error.say(languageOf(env)) : messageOf(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : nameOf(error)
  const details = error instanceof Failure || error instanceof Refused ? { details: error.details } : {}
  if (out.isJson) await out.write(`${JSON.stringify({ error: { code, message, ...details } })}\n`)
  out.note(`holdfast: ${message}`)
  if (env['LOG_LEVEL'] === 'debug' && error instanceof Error) out.note(error.stack ?? '')
  return error instanceof UsageError ? 2 : 1
}

const messageOf = (error: unknown): string =>
  error instanceof AggregateError && error.message === ''
    ? messageOf(error.errors[0])
    : error instanceof Error
      ? error.message
      : String(error)

const nameOf = (error: unknown): string => (error instanceof UsageError ? 'usage' : 'failed')

const spoken: readonly Language[] = ['es', 'pt', 'ms']

/** The terminal's language, where it is one of ours. */
function languageOf(env: NodeJS.ProcessEnv): Language {
  const set = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return spoken.find((language) => set.toLowerCase().startsWith(language)) ?? 'en'
}
