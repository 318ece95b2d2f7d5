import { expect, test } from 'vitest'
import { teams } from '../facts.ts'
import { team_function } from './team_function.ts'

test('every team that may own data can be given to a team of ours, under the same name', () => {
  expect(team_function.terms.map((term) => term.value).sort()).toEqual([...teams].sort())
})
