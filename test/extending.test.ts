// The walk-throughs of docs/extending.md, walked: the page's own blocks, put into a copy of the repository, touch the files it
// promises and no other, and work on a real database. The steps build on one another, as they would in a repository.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Done, Errand } from './extending.fixture.ts'
import { type Copy, copyOfHouse } from './harness/copy.ts'
import { testSecret } from './harness/global.ts'
import { openWorld, type World } from './harness/world.ts'
import { root } from './house/sources.ts'

const paths = {
  team: 'dictionary/objects/team.ts',
  call: 'dictionary/objects/reference_call.ts',
  objects: 'dictionary/objects/index.ts',
  week: 'dictionary/field-types/iso_week.ts',
  types: 'dictionary/field-types/index.ts',
  builders: 'dictionary/define.ts',
  examples: 'dictionary/battery.examples.ts',
  thanks: 'src/worker/thanks.ts',
  reactions: 'src/worker/reactions.ts',
  callFile: 'src/intake/imports/shapes/reference-calls.ts',
  shapes: 'src/intake/imports/shapes/index.ts',
}
const generated = ['dictionary/manifest.snapshot.json', 'docs/generated/dictionary.md']

const blocks = readBlocks(readFileSync(join(root, 'docs/extending.md'), 'utf8'))
let copy: Copy
let world: World

beforeAll(async () => {
  copy = await copyOfHouse()
  world = await openWorld()
})
afterAll(async () => {
  copy?.remove()
  await world?.close()
})

test('a field is one file, and what is generated from it', async () => {
  copy.edit(paths.team, '  fields: {\n', `  fields: {\n${block(paths.team)}`)
  const migration = await generate('team_cost_centre')
  await touches(paths.team, ...generated, migration)

  const { migrated, outcomes, answer } = await through({
    object: 'team',
    changes: [
      { verb: 'create', values: { name: 'CS Iberia', cost_centre: 'ES-410' } },
      { verb: 'create', values: { name: 'CS Brasil' } },
    ],
    question: {
      from: 'team',
      select: ['name', 'cost_centre'],
      where: { field: 'cost_centre', op: 'starts_with', value: 'es' },
    },
  })
  expect(migrated).toEqual([nameOf(migration)])
  expect(outcomes).toMatchObject([{ outcome: 'created' }, { outcome: 'created' }])
  expect(answer).toEqual([expect.objectContaining({ name: 'CS Iberia', cost_centre: 'ES-410' })])
})

test('an object is one file and its line in the registry', async () => {
  copy.write(paths.call, block(paths.call))
  enter(paths.objects, 'export const objects = [\n')
  const migration = await generate('reference_call')
  await touches(paths.call, paths.objects, ...generated, migration)

  const account = await world.create('account', { name: 'Harbour Mill' })
  const { migrated, outcomes, answer } = await through({
    object: 'reference_call',
    changes: [
      { verb: 'create', values: { topic: 'Roll-out in five countries', account, held_on: '2026-10-02' } },
      { verb: 'create', values: { topic: 'Nobody speaks for us here' } },
    ],
    question: { from: 'account', select: ['name', { relation: 'reference_calls', select: ['topic', 'held_on'] }] },
  })
  expect(migrated).toEqual([nameOf(migration)])
  expect(outcomes).toMatchObject([
    { outcome: 'created' },
    { outcome: 'refused', faults: [{ code: 'missing_required', field: 'account' }] },
  ])
  expect(answer).toMatchObject([
    { name: 'Harbour Mill', reference_calls: [{ topic: 'Roll-out in five countries', held_on: '2026-10-02' }] },
  ])
})

test('a field type is one file, its two lines in the registries, and its examples', async () => {
  copy.write(paths.week, block(paths.week))
  enter(paths.types, 'export const storedTypes = {\n')
  copy.edit(paths.builders, '  computed: builder<', `${block(paths.builders)}  computed: builder<`)
  copy.edit(paths.examples, 'export const examples = {\n', `export const examples = {\n${block(paths.examples)}`)
  await touches(paths.week, paths.types, paths.builders, paths.examples)

  copy.edit(paths.call, '  fields: {\n', `  fields: {\n${block(paths.call, 1)}`)
  const migration = await generate('reference_call_follow_up_in')
  await touches(paths.call, ...generated, migration)

  const account = await world.create('account', { name: 'Río Norte' })
  const call = (topic: string, follow_up_in: string) =>
    ({ verb: 'create', values: { topic, account, follow_up_in } }) as const
  const { migrated, outcomes, answer } = await through({
    object: 'reference_call',
    changes: [call('soon', '2026 w7'), call('later', '2026-W31'), call('never', '2026-W54')],
    question: {
      from: 'reference_call',
      select: ['topic', 'follow_up_in'],
      where: { field: 'follow_up_in', op: 'lt', value: '2026-W30' },
    },
  })
  expect(migrated).toEqual([nameOf(migration)])
  expect(outcomes).toMatchObject([
    { outcome: 'created' },
    { outcome: 'created' },
    { outcome: 'refused', faults: [{ code: 'invalid_date', field: 'follow_up_in' }] },
  ])
  expect(answer).toMatchObject([{ topic: 'soon', follow_up_in: '2026-W07' }])
})

test('a reaction is one file and its line in the registry', async () => {
  copy.write(paths.thanks, block(paths.thanks))
  enter(paths.reactions, 'export const reactions: readonly Reaction[] = [')
  await touches(paths.thanks, paths.reactions)

  const account = await world.create('account', { name: 'Blue Mill' })
  const { answer } = await through({
    object: 'reference_call',
    changes: [
      { verb: 'create', values: { topic: 'Support at night', account, held_on: '2026-11-03' } },
      { verb: 'create', values: { topic: 'Only agreed', account } },
    ],
    question: { from: 'task', select: ['name'], where: { field: 'account', op: 'is', value: account } },
  })
  expect(answer).toMatchObject([{ name: 'Thank them for: Support at night' }])
})

test('an import shape is one file and its line in the registry', async () => {
  copy.write(paths.callFile, block(paths.callFile))
  enter(paths.shapes, 'export const shapes: readonly Shape[] = [\n')
  await touches(paths.callFile, paths.shapes)

  copy.write(
    'calls.csv',
    ['CallId,CrmAccount,HeldOn,Topic', '1,A-1,2026-09-30,Migration', '2,A-2,2026-10-01,'].join('\r\n'),
  )
  const { imported, answer } = await through({
    object: 'account',
    changes: [{ verb: 'upsert', source: { system: 'crm', localId: 'A-1' }, values: { name: 'North Harbour' } }],
    file: 'calls.csv',
    question: {
      from: 'reference_call',
      select: ['topic', 'account.name'],
      where: { field: 'held_on', op: 'is', value: '2026-09-30' },
    },
  })
  expect(imported).toMatchObject([{ shape: 'reference calls', counts: { rows: 2, created: 1, rejected: 1 } }])
  expect(answer).toMatchObject([{ topic: 'Migration', 'account.name': 'North Harbour' }])
})

test('with all of it, the compiler, the rules of the house and the dictionary’s own tests are content', async () => {
  await Promise.all([
    copy.run('node_modules/typescript/bin/tsc'),
    copy.run('node_modules/vitest/vitest.mjs', [
      ...['run', '--config', 'vitest.pure.config.ts', '--testTimeout', '60000'],
      ...['dictionary', 'test/architecture.test.ts', 'test/catalogue.test.ts'],
    ]),
  ])
}, 120_000)

/** The blocks of the page that name a file (```ts path), by path and in order. */
function readBlocks(page: string): Map<string, string[]> {
  const found = [...page.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)]
  return new Map(
    [...Map.groupBy(found, ([, path = '']) => path)].map(([path, some]) => [path, some.map(([, , text = '']) => text)]),
  )
}

function block(path: string, n = 0): string {
  const text = blocks.get(path)?.[n]
  if (text === undefined) throw new Error(`docs/extending.md has no block ${n + 1} for ${path}.`)
  return text
}

/** One line in a registry: an import, and an entry as the list's first. */
function enter(path: string, list: string): void {
  const [imported, entry = ''] = block(path).split(/(?<=\n)/)
  copy.edit(path, list, `${imported}\n${list}${entry}`)
}

/** Asserts which files differ since the last time. */
async function touches(...expected: string[]): Promise<void> {
  expect(await copy.touched()).toEqual(expected.sort())
  await copy.keep()
}

/** Runs the generators, as `npm run dictionary` and `npm run docs` do. Gives the path of the migration. */
async function generate(name: string): Promise<string> {
  const said = await copy.run('scripts/dictionary.ts', [name])
  await copy.run('scripts/docs.ts')
  const path = said.match(/migrations\/\d{4}_\w+\.sql/)?.[0]
  if (!path) throw new Error(`No migration was written: ${said}`)
  return path
}

const nameOf = (migration: string): string => migration.slice('migrations/'.length, -'.sql'.length)

async function through(o: Omit<Errand, 'url' | 'secret' | 'workspace'>): Promise<Done> {
  const errand: Errand = { url: world.url, secret: testSecret, workspace: world.workspace.id, ...o }
  return JSON.parse(await copy.run('test/extending.fixture.ts', [JSON.stringify(errand)]))
}
