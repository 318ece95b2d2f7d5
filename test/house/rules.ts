// The rules of the house. Each takes the sources and answers with sentences: what is wrong, where, and how to mend it.
import {
  confined,
  deepestFolder,
  emptyNames,
  exceptions,
  longFiles,
  manyLines,
  meantNames,
  mostLines,
  outside,
  type Room,
  rooms,
} from './rooms.ts'
import type { Source } from './sources.ts'

export type Rule = (sources: readonly Source[]) => string[]

const isIn = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
const roomOf = (path: string): Room | undefined => rooms.find((room) => isIn(path, room.path))
const doorsOf = (room: Room) => [room.path, `${room.path}/index.ts`, ...Object.keys(room.doors ?? {})]
const isProduct = (source: Source) => source.path.startsWith('src/') && !source.isTest

export const everyFileHasARoom: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith('src/') && !roomOf(path))
    .map(({ path }) => `${path} is in no room: move it into one, or add the room to test/house/rooms.ts at its place.`)

export const importsLookUpwards: Rule = (sources) =>
  sources.flatMap(({ path, imports, isTest }) => {
    const from = roomOf(path)
    const ours = imports.filter((each) => each.isOurs && !exceptions[`${path} -> ${each.to}`])
    if (!from) {
      const may = outside[path.slice(0, path.indexOf('/'))] ?? []
      return ours
        .filter((each) => !may.some((folder) => isIn(each.to, folder)))
        .map((each) => `${path} imports ${each.to}, but may import only from ${may.join(', ')}.`)
    }
    return ours.flatMap(({ to }) => {
      const target = roomOf(to)
      if (target === from || isTest) return [] // a test may set up a state with any room
      if (!target) return [`${path} imports ${to}, which is no part of the product: move what it needs into a room.`]
      return rooms.indexOf(target) < rooms.indexOf(from)
        ? []
        : [
            `${path} imports ${to}, but ${target.path} stands below ${from.path}: turn the dependency round, or pass in what it needs as an argument.`,
          ]
    })
  })

export const roomsAreEnteredByTheirDoors: Rule = (sources) =>
  sources.flatMap(({ path, imports, isTest }) => {
    if (isTest) return []
    const from = roomOf(path)
    return imports.flatMap(({ to, isOurs }) => {
      const target = isOurs ? roomOf(to) : undefined
      if (!target || target === from || doorsOf(target).includes(to) || exceptions[`${path} -> ${to}`]) return []
      return [`${path} imports ${to}: import from ${target.path}/index.ts, and export there what it lacks.`]
    })
  })

/** Type-only imports are gone when the program runs, so they make no cycle. */
export const noCycles: Rule = (sources) => {
  const next = new Map(
    sources.map((source) => [
      source.path,
      source.imports.filter((each) => each.isOurs && !each.isTypeOnly).map((each) => each.to),
    ]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) {
      const cycle = [...way.slice(at), path].join(' -> ')
      found.push(`${cycle} is a cycle: move what both need into a third file, or make one import \`import type\`.`)
      return
    }
    if (done.has(path)) return
    for (const to of next.get(path) ?? []) visit(to, [...way, path])
    done.add(path)
  }
  for (const path of next.keys()) visit(path, [])
  return found
}

export const filesStayReadable: Rule = (sources) => [
  ...sources
    .filter(({ path, lines }) => lines > mostLines && !longFiles[path])
    .map(
      ({ path, lines }) =>
        `${path} has ${lines} lines, more than ${mostLines}: cut it by stage, or note its reason in test/house/rooms.ts.`,
    ),
  ...Object.keys(longFiles)
    .filter((path) => !sources.some((source) => source.path === path && source.lines > mostLines))
    .map((path) => `${path} is short now: take it off the list of long files in test/house/rooms.ts.`),
]

/** Not faults yet. */
export const longish = (sources: readonly Source[]): Source[] =>
  sources.filter(({ path, lines }) => lines > manyLines && !longFiles[path])

export const foldersStayShallow: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith('src/') && path.split('/').length - 2 > deepestFolder)
    .map(({ path }) => `${path} lies deeper than ${deepestFolder} folders below src: bring it up, or make it a room.`)

export const namesSaySomething: Rule = (sources) =>
  sources.flatMap(({ path }) => {
    if (meantNames[path]) return []
    const empty = path.split('/').find((part) => emptyNames.test(part.replace(/\.(test|fixture)?\.?tsx?$/, '')))
    return empty ? [`${path}: "${empty}" says nothing of what is inside. Name it by the noun or verb it holds.`] : []
  })

const writing = /\b(insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy)\s+customer\./i

export const onlyRecordsWritesCustomerTables: Rule = (sources) =>
  sources
    .filter((source) => isProduct(source) && !isIn(source.path, 'src/records') && writing.test(source.code))
    .map(({ path }) => `${path} writes a customer table: hand the change to records.change (or writeFacts) instead.`)

export const wiresStayConfined: Rule = (sources) =>
  sources.filter(isProduct).flatMap(({ path, imports, code }) => [
    ...imports.flatMap(({ to, isOurs, isTypeOnly }) => {
      const rule = isOurs || isTypeOnly ? undefined : confined.find((each) => each.what.test(to))
      return rule && !rule.to.some((folder) => isIn(path, folder))
        ? [`${path} imports ${to}: ${rule.because}. Allowed in ${rule.to.join(', ')}.`]
        : []
    }),
    ...(/(?<![.\w])(?:globalThis\.)?fetch\(/.test(code) && !isIn(path, 'src/platform')
      ? [`${path} calls fetch: take \`fetch\` as an argument, and let platform give the guarded one.`]
      : []),
  ])

export const typesAreNotSwitchedOn: Rule = (sources) =>
  sources
    .filter((source) => !isIn(source.path, 'dictionary/field-types') && !source.isTest)
    .filter((source) => /\bswitch\s*\((?:[^()]|\([^()]*\))*\.type\s*\)/.test(source.code))
    .map(({ path }) => `${path} switches on a type: put the fact into the field type itself, and read it from there.`)

/** SQL that plain PostgreSQL takes and Citus does not (performance.md, C1–C28), as far as text can tell. */
const refusedByCitus: readonly { what: RegExp; mend: string }[] = [
  {
    what: /\bset_config\s*\(/i,
    mend: 'set_config does not reach the workers: `set local` with a checked literal (C20)',
  },
  {
    what: /\bupdate\s+[\w."${}]+\s+(?:as\s+)?\w*\s*set\b[^`;]*\b(?:random|gen_random_uuid|uuidv7|clock_timestamp|timeofday)\s*\(/i,
    mend: 'an update may not be volatile: work the value out here and pass it as a parameter (C12)',
  },
  {
    what: /\bon\s+conflict\b[^`;]*\bdo\s+update\s+set\b[^`;]*=\s*\(\s*select\b/i,
    mend: 'a conflict may not be settled by a subquery: join it into the rows that are inserted (C11)',
  },
  { what: /\bmerge\s+into\b/i, mend: 'MERGE is refused: `insert … on conflict … do update` (C16)' },
  {
    what: /\bcreate\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger\b/i,
    mend: 'no triggers: say it in the statement (C8)',
  },
  { what: /\bset\s+workspace_id\s*=/i, mend: 'a row never moves to another workspace (C3)' },
]

export const sqlFitsCitus: Rule = (sources) =>
  sources
    .filter(isProduct)
    .flatMap(({ path, code }) =>
      refusedByCitus.filter(({ what }) => what.test(code)).map(({ mend }) => `${path}: ${mend}.`),
    )
