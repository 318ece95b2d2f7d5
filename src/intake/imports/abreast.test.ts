import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { noNames } from '../../records/index.ts'
import { openDesk } from '../orders/desk.fixture.ts'
import { openAbreast } from './abreast.ts'

const goingBy = (...names: string[]) => ({ ...noNames, certain: new Set(names) })

test('what may meet waits, what can’t meet goes on, and all is noted in the order of the file', async () => {
  const told: string[] = []
  const abreast = openAbreast(3)
  const flush = (name: string, names: readonly string[], ms: number, isAlone = false) =>
    abreast.start(isAlone, async ({ turn, meet }) => {
      await meet(goingBy(...names))
      told.push(`${name} looks`)
      await sleep(ms)
      told.push(`${name} wrote`)
      await turn
      told.push(`${name} noted`)
    })
  flush('first', ['a', 'b'], 60)
  flush('second', ['c'], 5)
  flush('third', ['b', 'd'], 5)
  await abreast.land()
  const all = (what: string) => told.filter((each) => each.endsWith(what)).map((each) => each.split(' ')[0])
  expect(all('noted')).toEqual(['first', 'second', 'third'])
  expect(all('wrote')).toEqual(['second', 'first', 'third'])
  expect(told.indexOf('third looks')).toBeGreaterThan(told.indexOf('first noted'))
})

test('after a flush that failed none is noted, and whoever waits for room is told', async () => {
  const noted: string[] = []
  const abreast = openAbreast(2)
  abreast.start(false, async ({ meet }) => {
    await meet(goingBy('a'))
    await sleep(20)
    throw new Error('The database went away.')
  })
  abreast.start(false, async ({ turn, meet }) => {
    await meet(goingBy('b'))
    await turn
    noted.push('second')
  })
  await expect(abreast.room(false)).rejects.toThrow('went away')
  await expect(abreast.land()).rejects.toThrow('went away')
  await sleep(5)
  expect(noted).toEqual([])
})

test('an import has not failed before the last of its flushes has come to its end', async () => {
  let isWriting = true
  const abreast = openAbreast(2)
  abreast.start(false, async ({ meet }) => {
    await meet(goingBy('a'))
    throw new Error('The database went away.')
  })
  abreast.start(false, async ({ meet }) => {
    await meet(goingBy('b'))
    await sleep(30)
    isWriting = false
  })
  await expect(abreast.land()).rejects.toThrow('went away')
  expect(isWriting).toBe(false)
})

test('people who come twice in one file are one record or a question, wherever flushes end', async () => {
  const desk = await openDesk()
  try {
    const rows = Array.from({ length: 2_600 }, (_, n) => ({
      id: `P${n}`,
      name: `${letters(n * 7_919)} ${letters(n * 104_729 + 5)}`,
      email: `p${n}@firm${n}.example`,
      phone: `+1415${2_000_000 + n * 37}`,
    }))
    const sameAddress = [995, 1_003, 1_999, 2_004].map((n, i) => ({
      ...person(rows, n),
      id: `again-${i}`,
      phone: person(rows, n).phone,
    }))
    const alike = [998, 1_997].map((n, i) => ({
      ...person(rows, n),
      id: `alike-${i}`,
      email: `other@firm${n}.example`,
    }))
    rows.splice(1_001, 0, ...sameAddress.slice(0, 1), ...alike.slice(0, 1))
    rows.splice(2_002, 0, ...sameAddress.slice(1, 3), ...alike.slice(1))
    rows.push(...sameAddress.slice(3))
    const text = ['Id,Full name,E-mail,Phone', ...rows.map((each) => Object.values(each).join(','))].join('\n')
    const view = await desk.send({ 'people.csv': text })
    const { counts } = await desk.step(view, 'run')
    expect(counts).toMatchObject({ rows: 2_606, created: 2_600, matched: 4, question: 2 })
    const { rows: held } = await desk.world.owner.query(
      `select count(*)::int as contacts, count(distinct email)::int as addresses from customer.contact`,
    )
    expect(held).toEqual([{ contacts: 2_600, addresses: 2_600 }])
  } finally {
    await desk.close()
  }
})

type Person = { id: string; name: string; email: string; phone: string }
const person = (rows: readonly Person[], n: number): Person => rows[n] ?? { id: '', name: '', email: '', phone: '' }

/** A word of its own for each number. */
const letters = (n: number): string => {
  const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu'.split(' ')
  const word = [0, 1, 2, 3, 4].map((i) => syllables[Math.floor(n / 15 ** i) % 15]).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
