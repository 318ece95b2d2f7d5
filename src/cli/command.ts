// What a command is. Commands know neither `process` nor each other: everything they need arrives in a Call.
import { type Words, words } from '../../dictionary/words.ts'
import { type Told, told } from '../platform/index.ts'
import type { Output } from './output.ts'

export type Option = {
  /** How the value is called in help (`EMAIL`); a switch has none. */
  value?: string
  describe: Words
}

export type Command = {
  /** One line a form, without the program's name: `keys create NAME --role ROLE`. */
  usage: readonly string[]
  describe: Words
  options?: Readonly<Record<string, Option>>
  /** How many words it takes after its name. */
  words: { least: number; most: number }
  /** Whole command lines that work as they stand. */
  examples: readonly string[]
  /** Answers the exit code, 0 where it answers none. Throws what could not be done. */
  run(call: Call): Promise<number | undefined>
}

export type Call = {
  words: readonly string[]
  /** The value of an option, if it was given. */
  option(name: string): string | undefined
  has(name: string): boolean
  wholeNumber(name: string, range: { least: number; most: number }): number | undefined
  env: NodeJS.ProcessEnv
  out: Output
  /** All of standard input, for `-` in the place of a word. */
  readInput(): Promise<string>
}

/** Options that every command takes. */
export const commonOptions: Readonly<Record<string, Option>> = {
  json: {
    describe: words(
      'Answer as one JSON document.',
      'Responder con un solo documento JSON.',
      'Responder com um só documento JSON.',
      'Jawab sebagai satu dokumen JSON.',
    ),
  },
  workspace: {
    value: 'NAME',
    describe: words(
      'The workspace to work in; needed where there are several.',
      'El espacio de trabajo; hace falta donde hay varios.',
      'O espaço de trabalho; necessário onde há vários.',
      'Ruang kerja yang digunakan; perlu jika terdapat beberapa.',
    ),
  },
  help: {
    describe: words(
      'Say how the command is used.',
      'Explicar cómo se usa el comando.',
      'Explicar como se usa o comando.',
      'Terangkan cara perintah ini digunakan.',
    ),
  },
}

/** A command line that can't be understood. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  constructor(say: Words) {
    super(told(say))
  }
}

/** Something that was understood and can't be done, told to the person who asked. Exit code 1. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  readonly details: object

  constructor(code: string, message: Told, details: object = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}
