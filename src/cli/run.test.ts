import { expect, test } from 'vitest'
import { holdfast } from './bin.fixture.ts'
import { commands } from './commands/index.ts'

const told = (...words: string[]) => holdfast('', words)

test('help names every command, and each command says how it is used, with examples that are its own', async () => {
  const { code, stdout } = await told('help')
  expect(code).toBe(0)
  for (const name of Object.keys(commands)) {
    expect(stdout).toContain(`  ${name} `)
    const help = await told('help', name)
    expect(help.code).toBe(0)
    expect(help.stdout).toMatch(new RegExp(`^holdfast ${name}`, 'm'))
    expect(help.stdout.slice(help.stdout.indexOf('Examples'))).toContain(`holdfast ${name}`)
    expect(await told(name, '--help')).toEqual(help)
  }
})

test.each([
  [['gett', 'account', 'x'], 'There is no command "gett". Did you mean "get"?'],
  [['ask', 'account', '--foramt', 'csv'], '"holdfast ask" has no option --foramt. Did you mean --format?'],
  [['ask', 'account', '--format'], '--format needs a value: --format FORMAT.'],
  [['ask', 'account', '--all=yes'], '--all takes no value.'],
  [['get', 'account'], '"holdfast get" needs more: holdfast get OBJECT ID|TEXT'],
  [['ask', 'account', 'where'], `can't use "where". Put words that belong together in quotes`],
  [['keys', 'creat'], 'There is no "keys" "creat". Did you mean "create"?'],
  [['serve', '--port', '70000'], '--port 70000 is not usable: give a whole number from 0 to 65535.'],
])('%j is not understood, and is told why', async (words, sentence) => {
  const { code, stdout, stderr } = await told(...words)
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain(sentence)
})

test('with --json a failure is a document too', async () => {
  const { code, stdout, stderr } = await told('gett', '--json')
  expect(code).toBe(2)
  expect(JSON.parse(stdout)).toEqual({
    error: { code: 'usage', message: 'There is no command "gett". Did you mean "get"?' },
  })
  expect(stderr).toContain('Did you mean "get"?')
})

const in_ = (language: string, ...words: string[]) => holdfast('', words, { env: { LC_ALL: `${language}.UTF-8` } })

test.each([
  ['es_MX', 'Ejemplos', '[--with PERSONAS]', 'Responder con un solo documento JSON.'],
  ['pt_BR', 'Exemplos', '[--with PESSOAS]', 'Responder com um só documento JSON.'],
  ['ms_MY', 'Contoh', '[--with ORANG]', 'Jawab sebagai satu dokumen JSON.'],
])(
  'help is given in the language of the terminal, %s, and every command has its own in it',
  async (language, examples, option, json) => {
    const overview = await in_(language, 'help')
    const english = await told('help')
    for (const [name, { summary }] of Object.entries(commands)) {
      expect(english.stdout).toContain(summary.en)
      expect(overview.stdout, name).not.toContain(summary.en)
      const [help, inEnglish] = [await in_(language, 'help', name), await told('help', name)]
      expect(help.stdout, name).toContain(examples)
      expect(help.stdout, name).toContain(json)
      // What is typed as it stands is the same, what says what it does is not.
      const [of, inE] = [help, inEnglish].map(({ stdout }) => stdout.split('\n'))
      expect(of?.filter((line) => /^ {2}holdfast|^[A-Z_]+=/.test(line))).toEqual(
        inE?.filter((line) => /^ {2}holdfast|^[A-Z_]+=/.test(line)),
      )
      expect(of?.[0], name).not.toBe(inE?.[0])
    }
    expect((await in_(language, 'help', 'log')).stdout).toContain(option)
  },
)

test.each([
  ['es', ['gett'], 'No existe: comando "gett". ¿Quiso decir "get"?'],
  ['es_ES', ['ask', 'account', '--format'], '--format necesita un valor: --format FORMATO.'],
  [
    'pt_BR',
    ['ask', 'account', '--foramt', 'csv'],
    '"holdfast ask" não tem a opção --foramt. Você quis dizer --format?',
  ],
  ['pt_BR', ['get', 'account'], '"holdfast get" precisa de mais: holdfast get OBJETO ID|TEXTO'],
  ['ms_MY', ['serve', '--port', '70000'], '--port 70000 tidak boleh digunakan: beri nombor bulat dari 0 hingga 65535.'],
  ['ms_MY', ['recurring', 'add'], 'Ia memerlukan nama dan kekerapan: holdfast recurring add NAMA --every HARI.'],
  ['de_DE', ['gett'], 'There is no command "gett". Did you mean "get"?'],
])('in %s, %j is not understood, and is told why', async (language, words, sentence) => {
  const { code, stderr } = await in_(language, ...words)
  expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)])
})
