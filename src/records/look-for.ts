// What a palette looks for: records of several objects by the words people know them by, in any order, by their beginnings, with a
// slip of the finger. Rights are asked before anything is cut off, so what one may not see takes no place from what one may.
import { fold } from '../../dictionary/index.ts'
import { type Access, type Actor, grantsFor, readableUnder } from '../access/index.ts'
import { isSlip, keyNumber, titleWords, typedListOf, wordListsOf } from '../matching/index.ts'
import { empty, ident, join, type Row, raw, type SqlFragment, sql, statement } from '../platform/index.ts'
import { type Asking, carryOut, type Plan, startCompiling } from './ask/ask.ts'
import { documentOf } from './ask/document.ts'
import { type Frame, fieldAt, openFrame, sourceOf } from './ask/frame.ts'
import { beginsWith, hasWords } from './ask/title-search.ts'

export type LookFor = { text: string; objects: readonly string[]; limit: number }
/** `score`: 1 for the very title, down to 0.4 for a word that is almost one of it. */
export type Hit = { object: string; id: string; title: string; score: number; details: Record<string, unknown> }

/** What tells records of one name apart, shown beside the title as far as it may be read. */
const details: Readonly<Record<string, readonly string[]>> = {
  account: ['tier', 'country', 'domains', 'owner.name'],
  contact: ['email', 'title', 'status'],
  opportunity: ['stage', 'closes_on', 'account.name'],
  ticket: ['number', 'status', 'account.name'],
  interaction: ['kind', 'happened_at', 'account.name'],
}
/** Keys that are typed as they are, and the field that such a key is made of. */
const typed: Readonly<Record<string, { kind: string; field: string }>> = {
  account: { kind: 'domain', field: 'domains' },
  contact: { kind: 'email', field: 'email' },
}

const mostTerms = 5
/** A shorter word has too many neighbours a letter away. */
const shortestCorrected = 4
/** From so many hits on nobody is asked whether they meant something else. */
const fewHits = 3
const mostVocabulary = 5_000
const mostAlternatives = 60

export async function lookFor(asking: Asking, actor: Actor, { text, objects, limit }: LookFor): Promise<Hit[]> {
  const terms = titleWords(text).slice(0, mostTerms)
  if (terms.length === 0) return []
  const exact = terms.map((term): Term => ({ term, also: [] }))
  const hits = await hitsOf(asking, actor, { objects, terms: exact, typedAs: text, limit })
  // What was found as it was typed needs no correcting; each object that lacks is looked through again otherwise.
  const corrected = hits.length < fewHits ? await correct(asking, actor, objects, terms) : null
  const near = corrected ? await hitsOf(asking, actor, { objects, terms: corrected, typedAs: null, limit }) : []
  const known = new Set(hits.map(({ id }) => id))
  return rank([...hits, ...near.filter(({ id }) => !known.has(id))], text, objects)
}

/** A word as it was typed, and words that it may have been meant as. */
type Term = { term: string; also: readonly string[] }
type Wanted = { objects: readonly string[]; terms: readonly Term[]; typedAs: string | null; limit: number }
type Raw = Omit<Hit, 'score'>

async function hitsOf(asking: Asking, actor: Actor, { objects, ...wanted }: Wanted): Promise<Raw[]> {
  const found = await carryOut<readonly Raw[][]>(asking, actor, (access) =>
    objects.map((object) => hitPlan(asking, access, object, wanted)),
  )
  return found.flat()
}

function hitPlan(asking: Asking, access: Access, object: string, wanted: Omit<Wanted, 'objects'>): Plan<Raw[]> {
  const grants = grantsFor(access, object, 'list')
  const compiling = startCompiling(access, 'list', {}, asking.clock)
  const declared = access.manifest.objects.get(object)
  const title = declared?.fields.get(declared.title)
  if (!declared || !title || !readableUnder(grants, title.sensitivity)) return { statements: [], finish: () => none }
  const frame = openFrame(compiling, object)
  if (!hasWords(frame)) return { statements: [], finish: () => none }
  const rows = join(waysTo(access, object, compiling, wanted), ' union all ')
  const shown = openFrame(compiling, object)
  const readable = (details[object] ?? []).filter((path) => mayRead(access, object, path))
  const document = documentOf(shown, [declared.title, ...readable], 0)
  const still = isStill(shown, declared.title, wanted.terms)
  const { from, visible } = sourceOf(shown)
  const alias = raw(shown.alias)
  return {
    statements: [
      statement(
        sql`select ${alias}.id, ${document} as document from ${from}
          join (select f.id, min(f.place) as place, min(f.key) as key from (${rows}) f group by f.id) found on found.id = ${alias}.id
          where ${visible} and ${still} order by found.place, found.key, ${alias}.id limit ${raw(String(wanted.limit))}`,
      ),
    ],
    finish([rows = []]) {
      const result = rows.flatMap((row) => rawOf(object, declared.title, row))
      return { result, seen: { object, classes: compiling.classes, recordIds: result.map(({ id }) => id) } }
    },
  }
}

const none = { result: [], seen: null }

/** The ways to a record: by the word its title begins with, by another, or by an address typed as it is. */
function waysTo(
  access: Access,
  object: string,
  compiling: ReturnType<typeof startCompiling>,
  { terms, typedAs, limit }: Omit<Wanted, 'objects'>,
): SqlFragment[] {
  const [driving, ...others] = terms.toSorted((a, b) => b.also.length - a.also.length || b.term.length - a.term.length)
  const w = access.actor.workspace
  const way = (place: number, list: number, keys: SqlFragment, field: string, also: SqlFragment) => {
    const frame = openFrame(compiling, object)
    const [column = raw('null')] = fieldAt(frame, field).columns
    const { visible } = sourceOf(frame)
    const alias = raw(frame.alias)
    return sql`(select ${alias}.id, ${raw(String(place))} as place, k.key from records.search_key k
      join customer.${ident(object)} ${alias} on ${alias}.workspace_id = ${w} and ${alias}.id = k.record_id
      where k.workspace_id = ${w} and k.list = ${list} and ${keys} and ${visible} and ${column} is not null${also}
      order by k.key, k.record_id limit ${raw(String(limit))})`
  }
  const rest = others.map(
    (term) =>
      sql` and exists (select 1 from records.search_key o where o.workspace_id = ${w} and o.list = any(${wordListsOf(object)}::int[]) and o.record_id = k.record_id and ${keysOf('o', term)})`,
  )
  // A single word that was found nowhere as it stands is looked for as what it may have been meant as alone.
  const isCorrected = others.length === 0 && (driving?.also.length ?? 0) > 0
  const keys = isCorrected ? sql`k.key = any(${driving?.also}::text[])` : driving ? keysOf('k', driving) : raw('false')
  const title = access.manifest.objects.get(object)?.title ?? ''
  const address = typedAs?.trim().toLowerCase() ?? ''
  const own = /^\S*[@.]\S*$/.test(address) ? typed[object] : undefined
  const typedList = own && typedListOf(object, own.kind)
  return [
    ...wordListsOf(object).map((list, i) => way(i + 1, list, keys, title, join(rest, ''))),
    ...(own && mayRead(access, object, own.field)
      ? typedList !== undefined
        ? [way(0, typedList, rangeFrom(address), own.field, empty)]
        : [
            byColumn(openFrame(compiling, object), own.field, address, limit),
            byNumber(openFrame(compiling, object), own, address, limit),
          ]
      : []),
  ]
}

const keysOf = (alias: string, { term, also }: Term): SqlFragment =>
  also.length > 0
    ? sql`(${beginsWith(alias, term)} or ${raw(alias)}.key = any(${also}::text[]))`
    : beginsWith(alias, term)

/**
 * That the title itself has the words, or the address is what was found: a key may be of a name that another record had before it
 * was merged into this one. Words are letters and digits only, so nothing in them means anything to the query.
 */
function isStill(frame: Frame, title: string, terms: readonly Term[]): SqlFragment {
  const [column = raw('null')] = fieldAt(frame, title).columns
  const query = terms.map(({ term, also }) => `(${[`${term}:*`, ...also].join(' | ')})`).join(' & ')
  return sql`(found.place = 0 or holdfast.terms(${column}) @@ to_tsquery('pg_catalog.simple', ${query}))`
}

const rangeFrom = (start: string): SqlFragment => sql`k.key >= ${start} and k.key < ${`${start}\u{10ffff}`}`

/** By the beginning of an address in the record itself, which its own index answers. */
function byColumn(frame: Frame, field: string, start: string, limit: number): SqlFragment {
  const [column = raw('null')] = fieldAt(frame, field).columns
  const { from, visible } = sourceOf(frame)
  const alias = raw(frame.alias)
  const own = sql`${alias}.${ident(field)}`
  return sql`(select ${alias}.id, 0 as place, ${own} as key from ${from}
    where ${visible} and ${own} ~>=~ ${start} and ${own} ~<~ ${`${start}\u{10ffff}`} and ${column} is not null order by ${own} using ~<~, ${alias}.id limit ${raw(String(limit))})`
}

/** By a whole address that the record is recognised by: it may be of one that was merged into it. */
function byNumber(frame: Frame, { kind, field }: { kind: string; field: string }, address: string, limit: number) {
  const [column = raw('null')] = fieldAt(frame, field).columns
  const { visible } = sourceOf(frame)
  const { object, compiling } = frame
  const alias = raw(frame.alias)
  const w = compiling.access.actor.workspace
  return sql`(select ${alias}.id, 0 as place, k.key from records.match_key k
    join customer.${ident(object.name)} ${alias} on ${alias}.workspace_id = ${w} and ${alias}.id = k.record_id
    where k.workspace_id = ${w} and k.number = ${keyNumber(object.name, kind, address)} and k.object = ${object.name} and k.kind = ${kind} and k.key = ${address}
      and ${visible} and ${column} is not null limit ${raw(String(limit))})`
}

function mayRead(access: Access, object: string, path: string): boolean {
  const [first = '', ...rest] = path.split('.')
  const declared = access.manifest.objects.get(object)
  const field = declared?.fields.get(first)
  if (!field || !readableUnder(grantsFor(access, object, 'list'), field.sensitivity)) return false
  return rest.length === 0 || (field.to !== undefined && mayRead(access, field.to, rest.join('.')))
}

function rawOf(object: string, titleField: string, row: Row): Raw[] {
  const { id, [titleField]: title, ...rest } = row['document'] as Record<string, unknown> // as asked above
  return typeof title === 'string' && typeof id === 'string' ? [{ object, id, title, details: rest }] : []
}

/** Words of the same beginning that are a slip away from what was typed; null where there are none. */
async function correct(
  asking: Asking,
  actor: Actor,
  objects: readonly string[],
  terms: readonly string[],
): Promise<Term[] | null> {
  const doubtful = terms.filter((term) => term.length >= shortestCorrected).slice(0, 3)
  if (doubtful.length === 0) return null
  const w = actor.workspace
  const starts = [...new Set(doubtful.flatMap(startsOf))]
  const [rows] = await carryOut<[Row[]]>(asking, actor, () => [
    {
      statements: objects.flatMap((object) =>
        wordListsOf(object).flatMap((list) =>
          starts.map((start) => statement(vocabularyOf(w, list, start), { prepared: true })),
        ),
      ),
      // Words alone, which go nowhere but into the next question.
      finish: (answers) => ({ result: answers.flat(), seen: null }),
    },
  ])
  const words = [...new Set(rows.map((row) => row['key'] as string))] // text column
  const corrected = terms.map((term) => ({
    term,
    also: doubtful.includes(term) ? words.filter((word) => isNear(term, word)).slice(0, mostAlternatives) : [],
  }))
  return corrected.some(({ also }) => also.length > 0) ? corrected : null
}

/** The two letters a word begins with, and those two the other way round. */
const startsOf = (term: string): string[] => [...new Set([term.slice(0, 2), `${term[1]}${term[0]}`])]

/** Each word once, from one to the next: a walk along the index and not over every record that has the word. */
function vocabularyOf(w: string, list: number, start: string): SqlFragment {
  const own = sql`k.workspace_id = ${w} and k.list = ${list}`
  const range = beginsWith('k', start)
  return sql`with recursive word(key) as (
      (select k.key from records.search_key k where ${own} and ${range} order by k.key limit 1)
      union all
      select (select k.key from records.search_key k where ${own} and ${range} and k.key > word.key order by k.key limit 1) from word where word.key is not null)
    select key from word where key is not null limit ${raw(String(mostVocabulary))}`
}

/** A slip away, whether the word was typed to its end or not. */
const isNear = (term: string, word: string): boolean =>
  [term.length - 1, term.length, term.length + 1].some((length) =>
    isSlip(term, word.slice(0, length), shortestCorrected - 1),
  )

function rank(hits: readonly Raw[], text: string, objects: readonly string[]): Hit[] {
  const asked = fold(text)
  const terms = asked.split(' ').filter(Boolean)
  const scored = hits.map((hit) => ({ ...hit, score: scoreOf(fold(hit.title), asked, terms) }))
  const placeOf = (object: string) => objects.indexOf(object)
  return scored.sort(
    (a, b) =>
      b.score - a.score ||
      placeOf(a.object) - placeOf(b.object) ||
      a.title.length - b.title.length ||
      (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1),
  )
}

function scoreOf(title: string, asked: string, terms: readonly string[]): number {
  if (title === asked) return 1
  if (title.startsWith(`${asked} `)) return 0.95
  if (title.startsWith(asked)) return 0.9
  const words = new Set(title.split(' '))
  if (terms.every((term) => words.has(term))) return 0.8
  const begins = (term: string) => [...words].some((word) => word.startsWith(term))
  return terms.every(begins) ? 0.7 : 0.4
}
