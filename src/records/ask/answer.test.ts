import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { answered } from './answer.ts'

/** Whether V8 has one hidden class for both. */
function isOfOneClass(one: object, other: object): boolean {
  setFlagsFromString('--allow-natives-syntax')
  try {
    return runInNewContext('(one, other) => %HaveSameMap(one, other)')(one, other)
  } finally {
    setFlagsFromString('--no-allow-natives-syntax')
  }
}

test('an answer shows its bytes as a text, and leaves nothing behind that outlives it', () => {
  const answer = answered({ bytes: Buffer.from('[{"name":"Málaga"}]') }, {})
  expect(answer).toMatchObject({ data: '[{"name":"Málaga"}]', next: null, isHeldBack: false })
  const literal = (shown: { text: string }) => ({
    ...shown,
    get data() {
      return shown.text
    },
  })
  expect(isOfOneClass(literal({ text: 'a' }), literal({ text: 'b' })), 'getters in literals: a class each').toBe(false)
  expect(isOfOneClass(answer, answered({ bytes: Buffer.from('[]') }, { next: 'mark' }))).toBe(true)
})
