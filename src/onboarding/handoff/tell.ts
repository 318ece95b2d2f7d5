// Whom a step of a handoff concerns, and that they are told of it. Run by the worker for each act, maybe more than once; what was told of
// an act is not told again.
import type { Actor } from '../../access/index.ts'
import type { Notifications } from '../../collaboration/index.ts'
import { inOneTrip, type Pool, sql, statement } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import type { Handoff } from './record.ts'

type Telling = { app: Pool; records: Records; notifications: Notifications }

type Steps = Pick<Handoff, 'id' | 'csm' | 'sales_owner'> &
  Record<'submitted_by' | 'returned_by' | 'accepted_by', string | null>

/** A step by the moment it sets: who took it, whom it concerns, and what they are told. */
const steps = {
  submitted_at: { kind: 'handoff', by: 'submitted_by', to: ({ csm }: Steps) => [csm] },
  returned_at: {
    kind: 'handoff_returned',
    by: 'returned_by',
    to: ({ sales_owner, submitted_by }: Steps) => [sales_owner, submitted_by],
  },
  accepted_at: {
    kind: 'handoff_accepted',
    by: 'accepted_by',
    to: ({ sales_owner, submitted_by, csm }: Steps) => [sales_owner, submitted_by, csm],
  },
} as const

export const handoffSteps = Object.keys(steps) as readonly (keyof typeof steps)[] // its own keys

export async function tellOfHandoff(
  { app, records, notifications }: Telling,
  actor: Actor,
  act: string,
): Promise<void> {
  const { workspace } = actor
  const [rows = []] = await inOneTrip(app, workspace, [
    statement(
      sql`select record_id, array(select key from jsonb_each(changed) where key = any(${handoffSteps}::text[]) and value ->> 1 is not null) as steps
        from ledger.history where workspace_id = ${workspace} and act_id = ${act} and object = 'handoff'`,
    ),
  ])
  const taken = rows.flatMap((row) =>
    (row['steps'] as (keyof typeof steps)[]).map((step) => ({ id: row['record_id'], step })),
  ) // as selected
  if (taken.length === 0) return
  const { data } = await records.ask(actor, {
    from: 'handoff',
    select: ['csm', 'sales_owner', 'submitted_by', 'returned_by', 'accepted_by'],
    where: { any: taken.map(({ id }) => ({ field: 'id', op: 'is', value: id })) },
    limit: taken.length,
  })
  const handoffs = new Map((JSON.parse(data) as Steps[]).map((each) => [each.id, each])) // as selected
  for (const { id, step } of taken) {
    const handoff = handoffs.get(String(id))
    if (!handoff) continue
    const { kind, by, to } = steps[step]
    const who = handoff[by]
    await notifications.tell(actor, {
      ...{ kind, key: `${kind}:${act}`, object: 'handoff', record: handoff.id, act },
      to: to(handoff).filter((each) => each !== null && each !== who) as string[], // without the null ones
      ...(who === null ? {} : { by: { kind: 'user', id: who } }),
    })
  }
}
