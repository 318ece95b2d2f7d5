import { expect, test } from 'vitest'
import { gapsIn } from './gaps.ts'
import type { Person, ToldGap } from './people.ts'

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
  verifiedOn: '2026-06-01',
  lastTouch: '2026-11-01',
  ...about,
})
const gaps = (people: readonly Person[], told: readonly ToldGap[] = []) =>
  gapsIn({ people, ties: [], gaps: told }, today)

test('a whole picture has no gaps', () => {
  const people = [
    person({ name: 'Ana', roles: ['champion'], isPrimary: true }),
    person({ name: 'Ben', roles: ['economic_buyer'], strength: 'strong' }),
  ]
  expect(gaps(people)).toEqual([])
})

test('what is missing is named, the gravest first, with what mends it', () => {
  const ana = person({ name: 'Ana', isPrimary: true, verifiedOn: '2025-10-01' })
  expect(gaps([ana], ['no_executive_sponsor', 'primary_silent', 'no_economic_buyer'])).toEqual([
    { kind: 'noEconomicBuyer', names: [], mend: { do: 'name', role: 'economic_buyer' } },
    { kind: 'silentPrimary', names: ['Ana'], mend: { do: 'talk', id: 'Ana' } },
    { kind: 'noSponsor', names: [], mend: { do: 'name', role: 'executive_sponsor' } },
    { kind: 'unverifiedPrimary', names: ['Ana'], mend: { do: 'open', id: 'Ana' } },
  ])
  expect(gaps([], ['no_champion'])).toEqual([{ kind: 'nobody', names: [], mend: { do: 'add' } }])
})

test('who decides against us, or hardly knows us, is told; who has gone or belongs elsewhere counts for nothing', () => {
  const people = [
    person({ name: 'Ana', isPrimary: true, stance: 'champion' }),
    person({ name: 'Ben', roles: ['economic_buyer'], stance: 'detractor' }),
    person({ name: 'Cleo', canDecide: true, strength: 'weak' }),
    person({ name: 'Dan', isCurrent: false, stance: 'detractor', roles: ['decision_maker'] }),
    person({ name: 'Eli', part: null, roles: undefined, influence: 'decisive', stance: 'detractor' }),
  ]
  expect(gaps(people).map(({ kind, names }) => [kind, ...names])).toEqual([
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
    verifiedOn: undefined,
    isPrimary: undefined,
    influence: undefined,
    canDecide: undefined,
    lastTouch: undefined,
  })
  expect(gaps([hidden])).toEqual([])
})
