// Who answers for data: the leads of the teams whose function owns it (GOV-2), and whoever puts the structure in order.
import type { TeamName } from '../../dictionary/index.ts'
import type { Actor } from '../access/index.ts'
import type { Records } from '../records/index.ts'

export type Steward = { id: string; name: string | null; team: string }
export type Stewards = ReadonlyMap<string, readonly Steward[]>

/** By owning team. Whoever may not read teams has stewards all the same, so the product asks. */
export async function stewards(records: Records, { workspace }: Actor): Promise<Stewards> {
  const asking: Actor = {
    kind: 'job',
    workspace,
    id: 'stewards',
    via: 'job',
    because: 'data has somebody who answers for it',
  }
  const { data } = await records.ask(asking, {
    from: 'team',
    select: ['name', 'function', 'lead', 'lead.name'],
    where: { field: 'lead', op: 'not_empty' },
    limit: 500,
  })
  const teams = JSON.parse(data) as {
    name: string
    function: string | null
    lead: string
    'lead.name': string | null
  }[] // as selected
  return Map.groupBy(
    teams.map((team) => ({
      id: team.lead,
      name: team['lead.name'],
      team: team.name,
      of: team.function?.replaceAll('_', '-') ?? '',
    })),
    ({ of }) => of,
  )
}

export async function isSteward(records: Records, actor: Actor, owner: TeamName): Promise<boolean> {
  const { roles, userId } = await records.book.of(actor)
  if (roles.some(({ administers }) => administers.includes('structure'))) return true
  return ((await stewards(records, actor)).get(owner) ?? []).some(({ id }) => id === userId)
}
