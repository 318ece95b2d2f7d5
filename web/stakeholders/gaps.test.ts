import { expect, test } from 'vitest'
import { gapsIn } from './gaps.ts'
import type { Person } from './people.ts'

const today = '2026-11-20'
const person = (about: Partial<Person>): Person => ({
  id: about.name ?? 'x',
  part: 'part',
  name: 'x',
  title: null,
  department: null,
  roles: ['end_user'],
  stance: 'neutral',
  strength: 'good',
  isPrimary: false,
  isCurrent: true,
  boss: null,
  influence: null,
  canDecide: null,
  controlsBudget: null,
  engagement: 'active',
  verifiedOn: '2026-06-01',
  ...about,
})
const kinds = (people: readonly Person[]) => gapsIn(people, today).map(({ kind }) => kind)

test('a whole picture has no gaps', () => {
  const people = [
    person({ name: 'Ana', roles: ['champion'], isPrimary: true }),
    person({ name: 'Ben', roles: ['economic_buyer'], strength: 'strong' }),
  ]
  expect(kinds(people)).toEqual([])
})

test('what is missing is named, the gravest first, with what mends it', () => {
  const ana = person({ name: 'Ana', isPrimary: true, engagement: 'unresponsive', verifiedOn: '2025-10-01' })
  expect(gapsIn([ana], today)).toEqual([
    { kind: 'noEconomicBuyer', names: [], mend: { do: 'name', role: 'economic_buyer' } },
    { kind: 'noChampion', names: [], mend: { do: 'name', role: 'champion' } },
    { kind: 'singleThreaded', names: ['Ana'], mend: { do: 'add' } },
    { kind: 'silentPrimary', names: ['Ana'], mend: { do: 'talk', id: 'Ana' } },
    { kind: 'unverifiedPrimary', names: ['Ana'], mend: { do: 'open', id: 'Ana' } },
  ])
  expect(gapsIn([], today)).toEqual([{ kind: 'nobody', names: [], mend: { do: 'add' } }])
})

test('who decides against us, or hardly knows us, is told; who has gone counts for nothing', () => {
  const people = [
    person({ name: 'Ana', isPrimary: true, stance: 'champion' }),
    person({ name: 'Ben', roles: ['economic_buyer'], stance: 'detractor' }),
    person({ name: 'Cleo', canDecide: true, strength: 'weak' }),
    person({ name: 'Dan', isCurrent: false, stance: 'detractor', roles: ['decision_maker'] }),
  ]
  expect(gapsIn(people, today).map(({ kind, names }) => [kind, ...names])).toEqual([
    ['againstUs', 'Ben'],
    ['strangerDecides', 'Cleo'],
  ])
})

test('nothing is concluded from what the reader may not see', () => {
  const hidden = person({
    name: 'Ana',
    roles: undefined,
    stance: undefined,
    strength: undefined,
    engagement: undefined,
    verifiedOn: undefined,
    isPrimary: undefined,
    influence: undefined,
    canDecide: undefined,
  })
  expect(kinds([hidden])).toEqual([])
})
