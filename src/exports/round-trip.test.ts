// Out and back in: an export read into the workspace it came from changes nothing, into an empty one it makes the same records.
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/harness/world.ts'
import type { Actor } from '../access/index.ts'
import { planImport, runImport } from '../intake/index.ts'
import { createIds } from '../platform/index.ts'
import { type ExportFormat, exportAnswer } from './index.ts'

type Person = Actor & { userId: string }
let world: World
let leader: Person
let empty: Actor
const folder = mkdtempSync(join(tmpdir(), 'holdfast-exports-'))
beforeAll(async () => {
  world = await openWorld()
  leader = await world.person('cs_leader', 'Lea Leader')
  const other = await world.admin.createWorkspace({ name: 'Empty', slug: 'empty' })
  empty = { kind: 'operator', workspace: other.id, id: 'operator', via: 'cli' }
  const parent = await world.create('account', { name: 'Harbour Group', domains: ['harbour.example', 'hg.example'] })
  for (const [i, name] of hostile.entries()) {
    const account = await world.create('account', {
      name: `${name} ${i}`,
      parent,
      owner: leader.userId,
      tier: 'strategic',
      designations: ['lighthouse'],
      tags: ['plain', 'with; semicolon', '[odd'],
      arr: { amount: 1_234_567 + i, currency: i % 2 ? 'JPY' : 'EUR' },
      renewal_date: '2027-02-28',
      employees: 1_200_000,
      discount: 12.5,
      internal_note: `${name}\n"quoted", and a line`,
      phone: '+34911234567',
    })
    const contact = await world.create('contact', {
      name: `Ines ${i} Roca`,
      email: `ines${i}@harbour.example`,
      do_not_contact: i % 2 === 0,
      title: name,
    })
    await world.create('account_contact', { account, contact, roles: ['champion', 'end_user'], is_primary: true })
  }
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await world.close()
})

/** What a spreadsheet would run, and what breaks formats. */
const hostile = [
  '=HYPERLINK("http://evil.example","x")',
  '+1-555-0100 & Söhne <GmbH>',
  '-2+3',
  '@SUM(A1:A9)',
  "'=already quoted",
  "''double",
  '_x0041_ literal',
  'Ω emoji 🐟, "quotes"',
]
const objects = ['account', 'contact', 'account_contact'] as const

async function written(format: ExportFormat, object: string, actor: Actor = leader): Promise<string> {
  const { chunks, fileName } = await exportAnswer(world, actor, { question: { from: object }, format })
  const path = join(folder, `${actor.workspace}-${fileName}`)
  await writeFile(path, Readable.from(chunks))
  return path
}

const importing = () => ({
  ...world,
  pool: world.app,
  ids: createIds(),
  keepEvents: async () => {},
  addTerms: async () => {},
  followUp: async () => {},
})
const bring = async (paths: string[], actor: Actor) =>
  runImport(importing(), actor, await planImport(paths), { currency: 'USD' })

const everything = async (actor: Actor, object: string) => {
  const { manifest } = await world.records.book.of(actor)
  const fields = [...(manifest.objects.get(object)?.fields.values() ?? [])].filter((field) => !field.to)
  const rows = await world.ask({ from: object, select: fields.map(({ name }) => name), limit: 1_000 }, actor)
  return rows.map(({ id: _, ...row }) => JSON.stringify(row)).sort()
}

describe.each(['csv', 'xlsx', 'json', 'jsonl'] as const)('%s', (format) => {
  test('read back into the same workspace, everything is unchanged', async () => {
    const paths = await Promise.all(objects.map((object) => written(format, object)))
    const before = await Promise.all(objects.map((object) => everything(leader, object)))
    const { files, rejects, unknown } = await bring(paths, leader)
    expect({ rejects, unknown }).toEqual({ rejects: [], unknown: [] })
    expect(files.map(({ shape }) => shape)).toEqual(['Holdfast export', 'Holdfast export', 'Holdfast export'])
    for (const { counts, setAside } of files) {
      expect(counts).toMatchObject({ created: 0, updated: 0, matched: 0, rejected: 0, skipped: 0 })
      expect(counts.unchanged).toBe(counts.rows)
      expect(setAside).toEqual({})
    }
    expect(await Promise.all(objects.map((object) => everything(leader, object)))).toEqual(before)
  })
})

test('read into an empty workspace it makes the same records with the same references, once', async () => {
  const paths = await Promise.all(objects.map((object) => written('csv', object)))
  // What refers to others comes first here, which is the harder order.
  const { files, rejects } = await bring([...paths].reverse(), empty)
  expect(rejects).toEqual([])
  expect(files.map(({ counts }) => counts.created)).toEqual(files.map(({ counts }) => counts.rows))
  for (const object of objects) expect(await everything(empty, object)).toEqual(await everything(leader, object))
  const tree = (actor: Actor) =>
    world.ask<{ parent: { name: string } | null; contacts: { contact: { email: string } | null }[] }>(
      {
        from: 'account',
        select: [
          'name',
          { relation: 'parent', select: ['name'] },
          { relation: 'contacts', select: ['roles', { relation: 'contact', select: ['email'] }] },
        ],
        order: [{ field: 'name' }],
      },
      actor,
    )
  const withoutIds = (value: unknown) =>
    JSON.parse(JSON.stringify(value, (key, each) => (key === 'id' ? undefined : each)))
  expect(withoutIds(await tree(empty))).toEqual(withoutIds(await tree(leader)))
  const again = await bring([await written('jsonl', 'account')], empty)
  expect(again.files[0]?.counts).toMatchObject({ created: 0, updated: 0, rejected: 0 })
})

test('a cell that somebody changed in the sheet is the one thing that changes', async () => {
  const { chunks } = await exportAnswer(world, leader, {
    question: {
      from: 'account',
      select: ['name', 'city', 'employees'],
      where: { field: 'name', op: 'is', value: 'Harbour Group' },
    },
    format: 'csv',
  })
  let text = ''
  for await (const chunk of chunks) text += chunk
  const path = join(folder, 'edited.csv')
  await writeFile(path, text.replace(/Harbour Group,,/, 'Harbour Group,Kuala Lumpur,'))
  const { files } = await bring([path], leader)
  expect(files[0]?.counts).toMatchObject({ rows: 1, updated: 1 })
  expect(
    await world.ask({
      from: 'account',
      select: ['city', 'employees'],
      where: { field: 'name', op: 'is', value: 'Harbour Group' },
    }),
  ).toMatchObject([{ city: 'Kuala Lumpur', employees: null }])
})

test('any text comes back from CSV and XLSX as it was, and none of it is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.constantFrom('', '=', '+', '-', '@', "'", "'="),
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      async (pairs) => {
        const names = [...new Set(pairs.map(([mark, text]) => `${mark}${text.replace(/\s+/g, ' ')}x`.trim()))]
        const { results } = await world.records.change(
          leader,
          'team',
          names.map((name) => ({ verb: 'create' as const, values: { name }, allowDuplicate: true })),
        )
        const ids = results.flatMap((each) => ('version' in each ? [each.id] : []))
        const question = { from: 'team', select: ['name'], where: { field: 'id', op: 'in' as const, value: ids } }
        for (const format of ['csv', 'xlsx'] as const) {
          const path = join(folder, `any.${format}`)
          await writeFile(path, Readable.from((await exportAnswer(world, leader, { question, format })).chunks))
          const { files, rejects } = await bring([path], leader)
          expect(rejects).toEqual([])
          expect(files[0]?.counts.unchanged).toBe(ids.length)
        }
      },
    ),
    { numRuns: 12, seed: 20261115 },
  )
})
