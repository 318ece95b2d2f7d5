// The house as a test: every rule of it holds, and every rule is seen to catch what it forbids.
import { expect, test } from 'vitest'
import { rooms } from './house/rooms.ts'
import * as rules from './house/rules.ts'
import { readSources, sourceOf } from './house/sources.ts'

const sources = readSources()
/** Holds faults on purpose. */
const here = 'test/architecture.test.ts'

/** A rule, what it says of a file that breaks it, and that file. */
const cases: readonly {
  sentence: string
  rule: rules.Rule
  planted: readonly [path: string, text: string][]
  says: RegExp
}[] = [
  {
    sentence: 'every file of the product is in a room',
    rule: rules.everyFileHasARoom,
    planted: [['src/shed/tools.ts', '']],
    says: /src\/shed\/tools.ts is in no room/,
  },
  {
    sentence: 'a room imports only from rooms above it',
    rule: rules.importsLookUpwards,
    planted: [['src/access/who.ts', `import { openRecords } from '../records/index.ts'`]],
    says: /src\/records stands below src\/access/,
  },
  {
    sentence: 'the product imports nothing of its tests and scripts',
    rule: rules.importsLookUpwards,
    planted: [['src/usage/day.ts', `export { openWorld } from '../../test/harness/world.ts'`]],
    says: /no part of the product/,
  },
  {
    sentence: 'the browser loads the dictionary and nothing of the server',
    rule: rules.importsLookUpwards,
    planted: [['web/lib/client.ts', `import type { Answer } from '../../src/records/index.ts'`]],
    says: /may import only from web, dictionary/,
  },
  {
    sentence: 'a room is entered by its index.ts',
    rule: rules.roomsAreEnteredByTheirDoors,
    planted: [['src/usage/day.ts', `import {\n  change,\n} from '../records/change/change.ts'`]],
    says: /import from src\/records\/index.ts/,
  },
  {
    sentence: 'files do not import one another in a circle',
    rule: rules.noCycles,
    planted: [
      ['src/usage/a.ts', `import { b } from './b.ts'`],
      ['src/usage/b.ts', `import { c, type C } from './c.ts'`],
      ['src/usage/c.ts', `import { a } from './a.ts'`],
    ],
    says: /src\/usage\/a.ts -> src\/usage\/b.ts -> src\/usage\/c.ts -> src\/usage\/a.ts is a cycle/,
  },
  {
    sentence: 'a file has at most 500 lines',
    rule: rules.filesStayReadable,
    planted: [['src/usage/epic.ts', 'const line = 1\n'.repeat(501)]],
    says: /has 501 lines/,
  },
  {
    sentence: 'folders are at most three deep',
    rule: rules.foldersStayShallow,
    planted: [['src/usage/a/b/c/d.ts', '']],
    says: /deeper than 3 folders/,
  },
  {
    sentence: 'names say what is inside',
    rule: rules.namesSaySomething,
    planted: [['src/usage/utils.ts', '']],
    says: /"utils.ts" says nothing/,
  },
  {
    sentence: 'only records writes customer tables',
    rule: rules.onlyRecordsWritesCustomerTables,
    planted: [['src/usage/day.ts', 'sql`update customer."ticket" set x = 1`']],
    says: /writes a customer table/,
  },
  {
    sentence: 'only platform opens connections, to databases and to the network',
    rule: rules.wiresStayConfined,
    planted: [['src/usage/day.ts', `import pg from 'pg'`]],
    says: /src\/usage\/day.ts imports pg/,
  },
  {
    sentence: 'nothing outside platform fetches by itself',
    rule: rules.wiresStayConfined,
    planted: [['src/usage/day.ts', `const page = await fetch('https://example.com')`]],
    says: /calls fetch/,
  },
  {
    sentence: 'nobody switches on a field’s type but the field types',
    rule: rules.typesAreNotSwitchedOn,
    planted: [['src/usage/day.ts', 'switch (fieldOf(row).type) {}']],
    says: /switches on a type/,
  },
  ...(
    [
      ['the workspace is set by a literal', `sql\`select set_config('app.ws', 'x', true)\``, /set_config/],
      ['updates are not volatile', 'sql`update ledger.act set salt = random()`', /volatile/],
      [
        'conflicts are not settled by subqueries',
        'sql`insert into t values (1) on conflict (a) do update set b = (select 1)`',
        /subquery/,
      ],
      ['there is no MERGE', 'sql`merge into t using s on true when matched then delete`', /MERGE/],
      ['a row stays in its workspace', 'sql`update t set workspace_id = 1`', /another workspace/],
    ] as const
  ).map(([sentence, text, says]) => ({
    sentence,
    rule: rules.sqlFitsCitus,
    planted: [['src/usage/day.ts', text]] as [string, string][],
    says,
  })),
]

test.each(cases)('$sentence', ({ rule, planted, says }) => {
  const found = rule([...planted.map(([path, text]) => sourceOf(path, text)), ...sources])
  const own = rule(sources)
  expect(own).toEqual([])
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(says)
})

test('imports are read from real files: of several lines, of types only, and re-exports', () => {
  const { imports } = sourceOf(
    'src/records/x.ts',
    `// import { no } from './comment.ts'\nimport pg from 'pg'\nimport type { A } from './a.ts'\nimport {\n  b,\n  type B,\n} from '../b.ts'\nexport { c } from './c.ts'\nexport type * from './d.ts'\nexport * from './e.ts'\nimport './f.ts'\nconst g = await import('./g.ts')\n`,
  )
  expect(imports.map(({ to, isTypeOnly }) => `${to}${isTypeOnly ? ' (type)' : ''}`)).toEqual([
    'pg',
    'src/records/a.ts (type)',
    'src/b.ts',
    'src/records/c.ts',
    'src/records/d.ts (type)',
    'src/records/e.ts',
    'src/records/f.ts',
    'src/records/g.ts',
  ])
})

test('every file that is imported exists, so nothing escaped the reading', () => {
  const known = new Set(sources.map((source) => source.path))
  const lost = sources.flatMap((source) =>
    source.imports
      .filter((each) => each.isOurs && /\.tsx?$/.test(each.to) && !known.has(each.to) && !source.path.startsWith(here))
      .map((each) => `${source.path} -> ${each.to}`),
  )
  expect(lost).toEqual([])
  for (const { path } of rooms.slice(0, 6))
    expect(
      sources.some((source) => source.path.startsWith(path)),
      path,
    ).toBe(true)
})

test('files over 300 lines are few', () => {
  const long = rules.longish(sources).map(({ path, lines }) => `${path} (${lines})`)
  expect(long.length, `Cut these by stage: ${long.join(', ')}.`).toBeLessThanOrEqual(sources.length * 0.05)
})
