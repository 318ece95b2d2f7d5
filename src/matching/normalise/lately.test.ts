import { expect, test } from 'vitest'
import { readLately } from './lately.ts'

test('a text is read once while it is one of the last, and common ones stay however many others come', () => {
  const read: string[] = []
  const lengthOf = readLately(100, (text) => {
    read.push(text)
    return { length: text.length }
  })
  const timesRead = (text: string) => read.filter((each) => each === text).length
  const first = lengthOf('Silva')
  for (let n = 0; n < 100; n += 1) lengthOf(`rare ${n}`)
  expect(lengthOf('Silva')).toBe(first)
  for (let n = 0; n < 10_000; n += 1) {
    lengthOf(`another ${n}`)
    if (n % 50 === 0) lengthOf('Silva')
  }
  expect(timesRead('Silva')).toBe(1)
  expect(lengthOf('rare 1')).toEqual({ length: 6 })
  expect(timesRead('rare 1'), 'long ago, and asked for once').toBe(2)
})

test('nothing may be what a text is read as', () => {
  let times = 0
  const nothing = readLately(10, () => {
    times += 1
    return null
  })
  expect([nothing('free mail'), nothing('free mail')]).toEqual([null, null])
  expect(times).toBe(1)
})
