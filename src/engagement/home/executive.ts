// What who sees no single account begins with: groups and sums alone. Small groups are held back by the door, and the page says so.
import type { Actor } from '../../access/index.ts'
import type { Records } from '../../records/index.ts'
import { askWhatFits, type Row } from './ask-what-fits.ts'
import { dayFrom } from './days.ts'

const parts = ['total', 'arr', 'byTier', 'byStage', 'byIndustry', 'renewals', 'nps'] as const
type Part = (typeof parts)[number]
/** A part that may not be asked is null. */
export type ExecutiveHome = { kind: 'executive' } & Record<Part, { rows: Row[]; isHeldBack: boolean } | null>

export async function executiveHome(records: Records, actor: Actor, now: Date): Promise<ExecutiveHome> {
  const answers = await askWhatFits(records, actor, questionsAt(now))
  return { kind: 'executive', ...answers }
}

function questionsAt(now: Date): Record<Part, object> {
  const staying = { field: 'lifecycle_stage', op: 'is_not', value: 'churned' }
  const count = { n: { count: '*' } }
  const accounts = (measure: object, more: object = {}) => ({ from: 'account', where: staying, measure, ...more })
  const sum = { arr: { sum: 'arr' }, n: { count: '*' } }
  return {
    total: accounts(count),
    arr: accounts(sum),
    byTier: accounts(sum, { group: ['tier'] }),
    byStage: accounts(count, { group: ['lifecycle_stage'] }),
    byIndustry: accounts(sum, { group: ['industry'] }),
    renewals: accounts(sum, {
      group: [{ field: 'renewal_date', by: 'quarter' }],
      where: {
        all: [
          staying,
          { field: 'renewal_date', op: 'gte', value: dayFrom(now, 0) },
          { field: 'renewal_date', op: 'lte', value: dayFrom(now, 365) },
        ],
      },
    }),
    nps: {
      ...{ from: 'survey_response', group: ['category'], measure: count },
      where: {
        all: [
          { field: 'kind', op: 'is', value: 'nps' },
          { field: 'responded_at', op: 'gte', value: `${dayFrom(now, -90)}T00:00:00Z` },
        ],
      },
    },
  }
}
