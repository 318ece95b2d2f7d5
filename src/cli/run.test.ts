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
