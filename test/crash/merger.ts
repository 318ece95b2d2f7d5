// A client that makes two accounts one and two again, so that a kill finds a merge under way; a ticket goes there and back with them.
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { expect } from 'vitest'
import type { Random } from '../../src/demo/random.ts'
import type { Holdfast } from '../../src/holdfast.ts'
import { type Service, untilAcknowledged, type Writer } from './writers.ts'

export type Couple = { kept: string; lost: string; ticket: string }

export type Merger = Pick<Writer, 'tally' | 'stop'> & {
  /** With the act that made them one, where they are. */
  states(): readonly (Couple & { act: string | null })[]
  /** Acknowledged merges, and acknowledged partings. */
  done(): { merge: number; unmerge: number }
}

/** Accounts to be merged two by two. */
export async function couplesIn(holdfast: Holdfast, count: number): Promise<Couple[]> {
  const [workspace] = await holdfast.admin.workspaces()
  if (!workspace) throw new Error('The workspace was made at the start.')
  const operator = { kind: 'operator' as const, workspace: workspace.id, id: 'crash', via: 'cli' as const }
  const create = async (object: string, all: readonly Record<string, unknown>[]): Promise<string[]> => {
    const changes = all.map((values) => ({ verb: 'create' as const, values, allowDuplicate: true }))
    const { results } = await holdfast.records.change(operator, object, changes)
    return results.map((each) => {
      if (each.outcome !== 'created') throw new Error(JSON.stringify(each))
      return each.id
    })
  }
  const numbers = Array.from({ length: count }, (_, i) => i)
  const kept = await create('account', numbers.map((n) => ({ name: `Kept ${n}` }))) // biome-ignore format: one beside the other
  const lost = await create('account', numbers.map((n) => ({ name: `Lost ${n}` }))) // biome-ignore format: one beside the other
  const tickets = await create(
    'ticket',
    lost.map((account, n) => ({ subject: `Asked ${n}`, status: 'open', account })),
  )
  return numbers.map((n) => ({ kept: kept[n] ?? '', lost: lost[n] ?? '', ticket: tickets[n] ?? '' }))
}

export function startMerger(service: () => Service, couples: readonly Couple[], random: Random): Merger {
  const states = couples.map((each) => ({ ...each, act: null as string | null }))
  const done = { merge: 0, unmerge: 0 }
  const tally: Writer['tally'] = { acknowledged: 0, repeated: 0, statuses: new Set() }
  let isStopping = false
  const working = (async () => {
    for (let n = 0; !isStopping; n++) {
      const one = states[random.int(0, states.length - 1)]
      if (!one) return
      const verb = one.act === null ? 'merge' : 'unmerge'
      const { kept, lost, act } = one
      const body =
        act === null ? { object: 'account', ids: [kept, lost], into: kept, because: 'they are one' } : { act }
      const send = { method: 'POST', path: `/api/v1/duplicates/${verb}`, key: `m-${n}`, body }
      const answer = await untilAcknowledged(service, send, tally)
      one.act = verb === 'merge' ? answer.act : null
      done[verb] += 1
      await sleep(random.int(0, 40))
    }
  })()
  working.catch(() => {}) // said by stop
  return {
    tally,
    states: () => states,
    done: () => done,
    stop() {
      isStopping = true
      return working
    },
  }
}

/** Each couple is wholly one or wholly two, as it was last acknowledged, and nothing was done twice. */
export async function expectMerged(owner: pg.Client, merger: Merger): Promise<void> {
  for (const { kept, lost, ticket, act } of merger.states()) {
    const { rows } = await owner.query(
      `select (select array_agg(id::text order by id) from customer.account where id in ($1, $2) and deleted_at is null) as there,
        (select to_id from records.redirect where id = $2) as leads, (select account from customer.ticket where id = $3) as ticket`,
      [kept, lost, ticket],
    )
    expect(rows).toEqual([
      act === null
        ? { there: [kept, lost].sort(), leads: null, ticket: lost }
        : { there: [kept], leads: kept, ticket: kept },
    ])
  }
  const { rows } = await owner.query<{ kind: string; acts: number }>(
    `select kind, count(*)::int as acts from ledger.act where kind in ('merge', 'unmerge') group by kind`,
  )
  expect({ merge: 0, unmerge: 0, ...Object.fromEntries(rows.map(({ kind, acts }) => [kind, acts])) }).toEqual(
    merger.done(),
  )
}
