// How good handoffs are: how many stand where, how long they take, how often they come back, and what CSMs think of them at day 90.
import type { Actor } from '../../access/index.ts'
import type { Records } from '../../records/index.ts'

export type HandoffFigures = {
  byState: Readonly<Record<string, number>>
  accepted: { count: number; hoursToAccept: number | null; usefulness: number | null; rated: number; returns: number }
  /** Whether groups too small to be shown were left out, for roles that see groups only. */
  isHeldBack: boolean
}

export async function figures(records: Records, actor: Actor): Promise<HandoffFigures> {
  const [states, accepted] = await Promise.all([
    records.ask(actor, { from: 'handoff', group: ['state'], measure: { handoffs: { count: '*' } } }),
    records.ask(actor, {
      from: 'handoff',
      where: { field: 'state', op: 'is', value: 'accepted' },
      measure: {
        handoffs: { count: '*' },
        hours: { average: 'hours_to_accept' },
        usefulness: { average: 'usefulness' },
        rated: { count: 'usefulness' },
        returns: { sum: 'times_returned' },
      },
    }),
  ])
  const groups = JSON.parse(states.data) as { state: string; handoffs: number }[] // as grouped
  const [all] = JSON.parse(accepted.data) as Record<string, number | string | null>[] // as measured
  const figure = (name: string) => (all?.[name] === null || all?.[name] === undefined ? null : Number(all[name]))
  return {
    byState: Object.fromEntries(groups.map(({ state, handoffs }) => [state, handoffs])),
    accepted: {
      count: figure('handoffs') ?? 0,
      hoursToAccept: figure('hours'),
      usefulness: figure('usefulness'),
      rated: figure('rated') ?? 0,
      returns: figure('returns') ?? 0,
    },
    isHeldBack: states.isHeldBack || accepted.isHeldBack,
  }
}
