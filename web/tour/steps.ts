// The tour's steps, in order: where each stands, what it points at, and for whom. Their words are `tour.<name>` and `tour.<name>Text`.
import type { Me } from '../api/answers.ts'
import { may } from '../root.ts'
import type { Catalogue } from '../words/areas.ts'

export type Step = {
  name: keyof Catalogue['tour'] & ('day' | 'search' | 'list' | 'record' | 'write' | 'told' | 'keys')
  /** The page it stands on; left out where any will do. `account`: the page of one the reader may see. */
  on?: '/' | '/accounts' | 'account'
  /** The part of the page it points at. */
  at: string
  isFor(me: Me): boolean
}

const anybody = () => true
const seesAccounts = (me: Me) => may(me, 'account', 'list')

const steps: readonly Step[] = [
  { name: 'day', on: '/', at: '#main h1', isFor: anybody },
  { name: 'search', at: '[data-tour=search]', isFor: anybody },
  { name: 'list', on: '/accounts', at: '#list-search', isFor: seesAccounts },
  { name: 'record', on: 'account', at: '[data-tour=parts]', isFor: seesAccounts },
  { name: 'write', at: '[data-tour=add]', isFor: (me) => may(me, 'interaction', 'create') },
  { name: 'told', at: '[data-tour=told]', isFor: anybody },
  { name: 'keys', at: '[data-tour=person]', isFor: anybody },
]

export const stepsFor = (me: Me): readonly Step[] => steps.filter(({ isFor }) => isFor(me))
