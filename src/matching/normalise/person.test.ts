import { expect, test } from 'vitest'
import { areNicknames } from './nicknames.ts'
import { personKey, readPerson } from './person.ts'

const read = (full: string) => readPerson({ full })

test.each([
  ['Weber, Nora', ['nora'], ['weber']],
  ['Hakim bin Zainal', ['hakim'], ['zainal']],
  ['Siva a/l Kumar', ['siva'], ['kumar']],
  ['Nurul A/P Rajan', ['nurul'], ['rajan']],
  ['Martín Óscar Romero Sánchez', ['martin', 'oscar'], ['romero', 'sanchez']],
  ['dos Oliveira Moreira, Camila', ['camila'], ['oliveira', 'moreira']],
  ['Dr. Анна Иванова', ['anna'], ['ivanova']],
  ['Jan van der Berg', ['jan'], ['berg']],
])('%s is read as given and family name', (full, given, family) => {
  expect(read(full)).toMatchObject({ given, family })
})

test('senior, junior and numbers tell the generation and are no names', () => {
  expect(read('Martin King, Jr.')).toEqual({ given: ['martin'], family: ['king'], generation: 2 })
  expect(read('Martin King Sr').generation).toBe(1)
  expect(read('João Silva Filho').generation).toBe(2)
  expect(read('Sr. Gómez').generation).toBe(0)
})

test('a first and a last name that are given are not guessed at', () => {
  expect(readPerson({ first: 'Yi Kiat', last: 'Lau' })).toMatchObject({ given: ['yi', 'kiat'], family: ['lau'] })
})

test('names with swapped words have one key', () => {
  expect(personKey(read('Foster Rebecca'))).toBe(personKey(readPerson({ first: 'Rebecca', last: 'Foster' })))
})

test('a name made of particles alone is still a name', () => {
  expect(personKey(read('Do Le'))).not.toBe('')
})

test('nicknames meet within a name and not across two', () => {
  expect(areNicknames('bob', 'robert')).toBe(true)
  expect(areNicknames('pepe', 'jose')).toBe(true)
  expect(areNicknames('bob', 'bill')).toBe(false)
  expect(areNicknames('anna', 'maria')).toBe(false)
})
