// The main job on real input: one vendor's exports from seven systems become one true record of each customer. Reads
// ../shared/data/exports; where that is absent the story says so and is skipped.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFiles } from '../../src/cli/import-files.ts'
import { type Holdfast, openHoldfast } from '../../src/holdfast.ts'
import { type ImportResult, planImport } from '../../src/intake/index.ts'
import { mergeBitsOf } from '../../src/matching/index.ts'
import { fixedClock } from '../../src/platform/index.ts'
import { settle } from '../../src/worker/index.ts'
import { testSecret } from '../harness/global.ts'
import { openWorld, type World } from '../harness/world.ts'

const pack = join(import.meta.dirname, '../../../shared/data/exports')
const isHere = existsSync(join(pack, 'truth/rejects.csv'))
if (!isHere) console.warn('pack A (../shared/data/exports) is absent: its story is skipped')

type Row = Record<string, string>

describe.skipIf(!isHere)('pack A', () => {
  let world: World
  let holdfast: Holdfast
  let first: ImportResult
  let read: (file: string) => Row[]
  let scoreEntities: (
    truth: Row[],
    result: Row[],
  ) => Record<string, { pairwise: { precision: number; recall: number; f1: number } }>
  /** Which record each record of the systems became: by keys and exact rules, and after all were compared. */
  let linked: Map<string, string>
  let became: Map<string, string>

  const run = async () =>
    importFiles(holdfast, world.operator, await planImport([pack]), { currency: 'USD', progress: () => {} })

  beforeAll(async () => {
    ;({ read, scoreEntities } = await import(pathToFileURL(join(pack, 'tools/score.mjs')).href))
    world = await openWorld()
    holdfast = await openHoldfast(
      {
        folder: join(import.meta.dirname, '.none'),
        databaseUrl: world.url,
        secret: testSecret,
        port: 0,
        host: 'localhost',
        publicUrl: null,
        logLevel: 'silent',
        poolSize: 6,
        mail: null,
      },
      { clock: fixedClock('2026-11-15T12:00:00.000Z') },
    )
    first = await run()
    linked = await recordsOf()
  }, 300_000)

  const recordsOf = async (): Promise<Map<string, string>> => {
    const found = new Map<string, string>()
    for (const object of ['account', 'contact'] as const)
      for await (const { system, file, localId, rows, recordId } of holdfast.records.origins(world.operator, object))
        for (const id of system === 'spreadsheet' && rows.length ? rows : [localId])
          found.set([system, file, id, object].join('\t'), recordId)
    return found
  }

  const scoreOf = (records: ReadonlyMap<string, string>) => {
    const result = [...records].map(([name, entity_id]) => {
      const [system = '', file = '', local_id = '', entity_type = ''] = name.split('\t')
      return { system, file, local_id, entity_type, entity_id }
    })
    return scoreEntities(read(join(pack, 'truth/entities.csv')), result)
  }

  /** The records that hold what the systems say of one true account or person, the one with the most of it first. */
  const holding = (object: string) => {
    const members = Map.groupBy(
      read(join(pack, 'truth/entities.csv')).filter((row) => row['entity_type'] === object),
      (row) => row['true_id'] ?? '',
    )
    return (truth: string): string[] => {
      const ids = (members.get(truth) ?? []).flatMap(
        (row) => became.get([row['system'], row['file'], row['local_id'], object].join('\t')) ?? [],
      )
      return [...Map.groupBy(ids, (id) => id)].sort((a, b) => b[1].length - a[1].length).map(([id]) => id)
    }
  }

  afterAll(async () => {
    await holdfast?.close()
    await world?.close()
  })

  test('each file is recognised, and each of its rows accounted for', () => {
    expect(first.unknown).toEqual([])
    for (const { counts } of first.files) {
      const { rows, ...parts } = counts
      expect(Object.values(parts).reduce((a, b) => a + b)).toBe(rows)
    }
    expect(first.files.reduce((sum, file) => sum + file.counts.rows, 0)).toBe(85_627)
  })

  test('the rows refused, and why, are the ones that must be; what is no data is skipped', () => {
    const truth = read(join(pack, 'truth/rejects.csv'))
    const key = (file: string, row: string | number, code: string) => `${file}:${row} ${code}`
    const named = (kind: string) =>
      truth
        .filter((row) => row['kind'] === kind)
        .map((row) => key(row['file'] ?? '', row['row'] ?? '', row['reason'] ?? ''))
        .sort()
    expect(first.rejects.map(({ file, row, code }) => key(file, row, code)).sort()).toEqual(named('reject'))
    expect(
      first.files.flatMap(({ file, skipped }) => skipped.map(({ row, code }) => key(file, row, code))).sort(),
    ).toEqual(named('skip'))
    for (const { message } of first.rejects) expect(message.length).toBeGreaterThan(20)
  })

  test('links by keys and exact rules are almost always right', () => {
    const score = scoreOf(linked)
    expect(score['account']?.pairwise.precision).toBeGreaterThan(0.995)
    expect(score['contact']?.pairwise.precision).toBeGreaterThan(0.999)
    expect(score['account']?.pairwise.recall).toBeGreaterThan(0.48)
    expect(score['contact']?.pairwise.recall).toBeGreaterThan(0.6)
  })

  test('importing everything again changes nothing', async () => {
    const before = await world.owner.query('select count(*) as n from ledger.history')
    const second = await run()
    const after = await world.owner.query('select count(*) as n from ledger.history')
    expect(second.files.map(({ file, counts }) => [file, counts.created, counts.matched, counts.updated])).toEqual(
      second.files.map(({ file }) => [file, 0, 0, 0]),
    )
    expect(after.rows).toEqual(before.rows)
    expect(second.rejects).toEqual(first.rejects)
  }, 300_000)

  test('every value of an account names its source, its time, and what the other systems say', async () => {
    const [account] = await world.ask<{ id: string }>({
      from: 'account',
      where: {
        all: [
          { field: 'arr', op: 'not_empty' },
          { field: 'industry', op: 'not_empty' },
        ],
      },
      limit: 1,
    })
    const sources = await world.records.sources(world.operator, 'account', account?.id ?? '')
    for (const { from, field } of sources)
      if (field !== 'mrr') expect(from).toMatchObject({ system: expect.any(String), act: expect.any(String) })
  })

  describe('compared with one another', () => {
    beforeAll(async () => {
      for (const object of ['account', 'contact'] as const)
        await holdfast.duplicates.find(world.operator, { object, mergeFrom: mergeBitsOf(object) })
      await settle(holdfast, world.workspace.id)
      became = await recordsOf()
    }, 900_000)

    test('records of one company and of one person come together', () => {
      const { account, contact } = scoreOf(became)
      console.info(
        `matched: accounts ${JSON.stringify(account?.pairwise)}, contacts ${JSON.stringify(contact?.pairwise)}`,
      )
      expect(account?.pairwise.f1).toBeGreaterThanOrEqual(0.95)
      expect(contact?.pairwise.f1).toBeGreaterThanOrEqual(0.95)
      expect(account?.pairwise.precision).toBeGreaterThanOrEqual(0.995)
      expect(contact?.pairwise.precision).toBeGreaterThanOrEqual(0.995)
    })

    test('golden values follow the policy', async () => {
      const holders = { account: holding('account'), contact: holding('contact') }
      const outcome = { held: 0, wrong: [] as unknown[] }
      for (const line of read(join(pack, 'truth/survivorship.csv'))) {
        const { entity_type: object = '', true_id: truth = '', field = '', expected = '' } = line
        const [id = '', ...others] = holders[object as 'account' | 'contact'](truth)
        const path = field === 'owner' ? 'owner.email' : field
        const where = { field: 'id', op: 'is', value: id }
        const [record] = await world.ask<Row>({ from: object, select: [path], where })
        const value = record?.[path] as unknown
        const said =
          field === 'arr'
            ? `${(value as { amount: number } | null)?.amount} ${(value as { currency: string } | null)?.currency}`
            : String(value)
        if (said === expected) outcome.held += 1
        else outcome.wrong.push({ object, truth, field, expected, said, id, others })
      }
      console.info(`survivorship: ${outcome.held} hold; ${JSON.stringify(outcome.wrong)}`)
      expect(outcome.held / (outcome.held + outcome.wrong.length)).toBeGreaterThanOrEqual(0.97)
    })

    test('twins stay two, and so do father and son', () => {
      const recordsOf = holding('contact')
      const near = read(join(pack, 'truth/people.csv')).filter((row) => /twin|junior/.test(row['note'] ?? ''))
      expect(near.length).toBeGreaterThan(40)
      const records = near.flatMap((row) => [...new Set(recordsOf(row['true_id'] ?? ''))])
      expect(new Set(records).size).toBe(records.length)
    })

    test('a company and the one above it stay two, and so does what names the one and means the other', async () => {
      const recordsOf = holding('account')
      const relations = read(join(pack, 'truth/relations.csv'))
      expect(relations.length).toBeGreaterThan(100)
      const mixed = relations.filter((row) => {
        const [above, below] = [row['parent_true_id'] ?? '', row['child_true_id'] ?? ''].map(recordsOf)
        return above?.some((id) => below?.includes(id))
      })
      expect(mixed).toEqual([])
      const families = await world.ask<{ id: string; parent: string }>({
        from: 'account',
        select: ['parent'],
        where: { field: 'parent', op: 'not_empty' },
        limit: 1000,
      })
      expect(families.length).toBeGreaterThan(70)
      for (const { id, parent } of families) expect(parent).not.toBe(id)
    })
  })
})
