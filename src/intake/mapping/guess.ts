// A mapping guessed from headers and values. First what the table is about: customers with the people to talk to, people, or records
// of one other kind; then what each column is, the surest first, so that no field is filled twice.
import { setImmediate as aMoment } from 'node:timers/promises'
import type { Manifest, ManifestField } from '../../../dictionary/index.ts'
import type { Table } from '../reading/index.ts'
import { evidenceFor, readingOf, type Sample } from './evidence.ts'
import { currencyIn, fieldsNamed, isOpposite, readHeader } from './headers.ts'
import { externalId, type MappedColumn, type MappedRecord, type Mapping, type ReferenceKind } from './mapping.ts'

export type Guessing = {
  manifest: Manifest
  /** Which fields the actor may fill; others are as good as not there. */
  mayFill(field: ManifestField): boolean
}

const rowsToLookAt = 400
/** Different values by which a column is judged. */
const valuesToJudgeBy = 60
/** In wider tables a column has to be called exactly what it is: comparing thousands with everything takes too long. */
const mostToCompare = 200

/** Null where nothing tells what the rows speak of. */
export async function guessMapping(table: Table, guessing: Guessing): Promise<Mapping | null> {
  return guessBy(table, await samplesOf(table), guessing)
}

export async function samplesOf(table: Table): Promise<Sample[]> {
  const { columns, dateOrder, decimalMark } = table.shape
  const values: string[][] = columns.map(() => [])
  let rows = 0
  for await (const { cells, skip, ragged } of table.rows()) {
    if (skip || ragged) continue
    for (const [i, column] of columns.entries()) {
      const text = (cells[column.index] ?? '').slice(0, 300).trim()
      if (text !== '') values[i]?.push(text)
    }
    if (++rows >= rowsToLookAt) break
  }
  return columns.map(({ index }, i) => ({
    values: values[i] ?? [],
    dateOrder: dateOrder[index] ?? null,
    decimalMark: decimalMark[index] ?? null,
  }))
}

async function guessBy(table: Table, samples: readonly Sample[], guessing: Guessing): Promise<Mapping | null> {
  const hits = await hitsOf(table, samples, guessing)
  const kind = kindOf(hits, guessing)
  if (!kind) return null
  const taken = new Set<string>()
  const chosen = new Map<number, Hit>()
  for (const hit of ranked(hits, kind)) {
    const target = `${hit.field.object} ${hit.field.name}`
    if (chosen.has(hit.column) || taken.has(target)) continue
    chosen.set(hit.column, hit)
    taken.add(target)
  }
  const records = recordsOf(kind, [...chosen.values()])
  const columns = table.shape.columns.map(({ index, header }, i): MappedColumn => {
    const hit = chosen.get(i)
    return hit && records.some((record) => record.name === hit.field.object)
      ? columnOf(index, header, hit, samples[i])
      : { index, header, to: idColumn(kind, header), ...unknown }
  })
  const main = kind.objects[0] ?? ''
  return {
    system: 'spreadsheet',
    isByHand: true,
    records,
    columns: columns.map((each) => (each.to?.record === main && each.to.field === externalId ? sure(each) : each)),
  }
}

const unknown = { confidence: 0, because: 'nothing' } as const
const sure = (column: MappedColumn): MappedColumn => ({ ...column, confidence: 0.8, because: 'header' })

/** `values`: how well what stands in the column fits. */
type Hit = { column: number; field: ManifestField; header: number; values: number; score: number }

async function hitsOf({ shape }: Table, samples: readonly Sample[], { manifest, mayFill }: Guessing): Promise<Hit[]> {
  const objects = [...manifest.objects.values()].filter((object) => object.kind === 'records')
  const isWide = shape.columns.length > mostToCompare
  const hits: Hit[] = []
  for (const [column, { header }] of shape.columns.entries()) {
    const evidence = judgeOf(manifest, samples[column])
    const words = readHeader(header)
    for (const object of objects) {
      const named = new Map(fieldsNamed(manifest, object.name, words, isWide).map(({ field, score }) => [field, score]))
      if (isWide && named.size === 0) continue
      for (const field of object.fields.values()) {
        if (field.serverOwned || !mayFill(field)) continue
        const byHeader = named.get(field) ?? 0
        const isTold = byHeader === 0 && isCommon(object.name) && !isWide && evidence.isTelling(field)
        const values = byHeader > 0 ? evidence.of(field) : 0
        const score = byHeader > 0 ? namedScore(byHeader, values) : isTold ? byValuesAlone : 0
        if (score >= leastScore) hits.push({ column, field, header: byHeader, values, score })
      }
    }
    // Others have their turn: a column is compared with everything there is.
    if (!isWide || column % 100 === 0) await aMoment()
  }
  return hits
}

const leastScore = 0.5
const byValuesAlone = 0.6

/** Objects whose fields are recognised by values alone; in others a column has to be called something. */
const isCommon = (object: string): boolean => object === 'account' || object === 'contact'

/** A name that fits exactly stands, even over values that are mostly wrong; one that is only alike needs values that agree. */
const namedScore = (header: number, values: number): number =>
  header >= 0.9 ? header - (values < 0 ? 0.25 : 0) : values < 0 ? 0 : header * 0.8 + values * 0.2

/** What a column's values say of each way of reading them, each looked at once. */
function judgeOf(manifest: Manifest, sample: Sample | undefined) {
  const known = new Map<string, number>()
  const some = sample && { ...sample, values: [...new Set(sample.values)].slice(0, valuesToJudgeBy) }
  const of = (field: ManifestField): number => {
    if (field.to || !some) return 0
    const reading = readingOf(field)
    const value = known.get(reading) ?? evidenceFor(field, some)
    known.set(reading, value)
    return value
  }
  let best: ReadonlySet<string> | null = null
  return {
    of,
    /** Whether the values can be read one way alone, and the field is the only one of its object that reads that way. */
    isTelling(field: ManifestField): boolean {
      if (of(field) < 0.75 || !some || some.values.length < 3 || isOfCodes(some.values)) return false
      best ??= bestReadings(manifest, of)
      return best.size === 1 && best.has(readingOf(field)) && isAlone(manifest, field)
    },
  }
}

/** Codes of two or three letters are good for too many things. */
const isOfCodes = (values: readonly string[]): boolean =>
  values.filter((text) => text.length < 4).length * 2 > values.length

function bestReadings(manifest: Manifest, of: (field: ManifestField) => number): Set<string> {
  const scored = [...manifest.objects.values()].flatMap((object) =>
    [...object.fields.values()].map((field) => ({ reading: readingOf(field), value: of(field) })),
  )
  const most = Math.max(...scored.map(({ value }) => value))
  return new Set(scored.filter(({ value }) => value > most - 0.1).map(({ reading }) => reading))
}

const isAlone = (manifest: Manifest, field: ManifestField): boolean =>
  [...(manifest.objects.get(field.object)?.fields.values() ?? [])].filter(
    (each) => !each.serverOwned && readingOf(each) === readingOf(field),
  ).length === 1

/** What a table is about: the record that a row is, and the ones it speaks of beside. */
type Kind = { name: 'customers' | 'people' | 'others'; objects: readonly string[] }

function kindOf(hits: readonly Hit[], { manifest }: Guessing): Kind | null {
  const sum = (object: string) => strength(hits.filter((hit) => hit.field.object === object && hit.header > 0))
  const has = (object: string, name: string) =>
    hits.some((hit) => hit.field.object === object && hit.field.name === name && hit.score >= 0.5)
  const pair = strength(hits.filter((hit) => isCommon(hit.field.object) && hit.header > 0))
  /** What only refers to something says nothing of what the row is. */
  const own = (object: string) =>
    strength(hits.filter(({ field, header }) => field.object === object && !field.to && header >= 0.9))
  const other = [...manifest.objects.values()]
    .filter((object) => object.kind === 'records' && !isCommon(object.name) && object.name !== 'account_contact')
    .map((object) => ({ object: object.name, strength: sum(object.name), own: own(object.name) }))
    .sort((a, b) => b.strength - a.strength)
    .find((each) => each.own >= 1.8)
  if (other && other.strength > pair + 0.5) return { name: 'others', objects: [other.object] }
  const isOfCustomers =
    isCompanyNamed(hits) &&
    (has('account', 'arr') || has('account', 'renewal_date') || !has('contact', 'email') || sum('account') > 3.5)
  if (isOfCustomers && pair >= 0.9) return { name: 'customers', objects: ['account', 'contact', 'account_contact'] }
  if (has('contact', 'email') || (has('contact', 'name') && sum('contact') >= 1.8))
    return { name: 'people', objects: ['contact', 'account', 'account_contact'] }
  return other ? { name: 'others', objects: [other.object] } : null
}

/** Whether a column is called as companies are; one that could be a person's name too counts where most else is of companies. */
function isCompanyNamed(hits: readonly Hit[]): boolean {
  const exact = hits.filter((hit) => hit.header >= 0.9)
  const named = exact.filter((hit) => isCompanyName(hit.field))
  const isPersonToo = ({ column }: Hit) => exact.some((hit) => hit.column === column && hit.field.object === 'contact')
  const of = (object: string) =>
    new Set(exact.filter((hit) => hit.field.object === object).map((hit) => hit.column)).size
  return named.some((hit) => !isPersonToo(hit)) || (named.length > 0 && of('account') > of('contact'))
}

/** How many columns the object explains, each counted once by its best name. */
const strength = (hits: readonly Hit[]): number =>
  [...Map.groupBy(hits, (hit) => hit.column).values()].reduce(
    (total, some) => total + Math.max(...some.map((hit) => hit.score)),
    0,
  )

/**
 * The surest first. What fits one object only goes before what fits company and person; that goes to whose list its words are of, else to
 * the person where both a company and a person are named.
 */
function ranked(hits: readonly Hit[], kind: Kind): Hit[] {
  const isNamed = hits.some((hit) => isCompanyName(hit.field) && hit.header >= 0.9)
  const own = hits.filter(({ field }) => {
    if (!kind.objects.includes(field.object)) return false
    if (field.object === 'account_contact')
      return field.to ? field.to === 'account' && kind.name === 'people' && !isNamed : field.name !== 'is_current'
    return kind.name !== 'people' || field.object !== 'account' || field.name === 'name'
  })
  const sidesOf = new Map<number, Set<string>>()
  for (const { column, field, header } of own)
    if (header >= 0.9) sidesOf.set(column, (sidesOf.get(column) ?? new Set()).add(field.object))
  const isShared = (hit: Hit) => {
    const sides = sidesOf.get(hit.column)
    return Boolean(sides?.has('account') && sides.has('contact'))
  }
  const hasCompany = own.some((hit) => hit.header >= 0.9 && isCompanyName(hit.field) && !isShared(hit))
  const hasPerson = own.some(({ header, field }) => header >= 0.9 && field.object === 'contact' && isPersonNamed(field))
  const preferred = (hit: Hit): number => {
    if (hit.field.object === 'account_contact') return -0.3
    if (!isShared(hit)) return 0.1
    if (hit.field.terms && hit.values > 0.5) return 0.08
    if (hit.field.object === 'contact' && !hasPerson) return -0.3 // of whom nothing else is said
    return (hit.field.object === 'contact') === hasCompany ? 0.05 : 0
  }
  return own
    .map((hit) => ({ hit, rank: hit.score + preferred(hit) }))
    .sort((a, b) => b.rank - a.rank || a.hit.column - b.hit.column)
    .map(({ hit }) => hit)
}

const isPersonNamed = ({ name }: ManifestField): boolean => name === 'email' || name === 'name' || name === 'first_name'

const isCompanyName = (field: ManifestField): boolean => field.object === 'account' && field.name === 'name'

function columnOf(
  index: number,
  header: string,
  { field, score, header: byHeader }: Hit,
  sample?: Sample,
): MappedColumn {
  const currency = currencyIn(header)
  return {
    index,
    header,
    to: { record: field.object, field: field.name },
    confidence: Math.round(Math.min(1, score) * 100) / 100,
    because: byHeader > 0 ? 'header' : 'values',
    ...(currency ? { currency } : {}),
    ...(isOpposite(field, header) ? { isOpposite: true } : {}),
    ...(field.to ? { refer: referenceIn(field.to, header, sample) } : {}),
  }
}

function referenceIn(to: string, header: string, sample?: Sample): ReferenceKind {
  const values = sample?.values ?? []
  const most = (test: RegExp) =>
    values.length > 0 && values.filter((text) => test.test(text)).length * 2 > values.length
  if (to === 'user' || most(/^[^\s@]+@[^\s@]+$/)) return 'email'
  if (/\b(id|ref|key)$|Id$/.test(header.trim()) || most(/^[A-Za-z]*[-_]?\d[\w-]*$/)) return externalId
  return most(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/) ? 'domain' : 'name'
}

/** A column of ids that the file's own system gives to what a row is. */
const idColumn = (kind: Kind, header: string): MappedColumn['to'] => {
  const [main = ''] = kind.objects
  const bare = header
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
  return ['id', 'external id', 'record id', `${main} id`, `${main.replaceAll('_', ' ')} id`].includes(bare)
    ? { record: main, field: externalId }
    : null
}

function recordsOf(kind: Kind, hits: readonly Hit[]): MappedRecord[] {
  const plain = (object: string): MappedRecord => ({ name: object, object, match: 'rules', links: {}, fixed: {} })
  const has = (object: string) => hits.some(({ field }) => field.object === object)
  const place = (fixed: Readonly<Record<string, unknown>>, links: MappedRecord['links'] = both): MappedRecord => ({
    ...plain('account_contact'),
    links,
    fixed,
  })
  if (kind.name === 'others') return kind.objects.map(plain)
  if (kind.name === 'customers')
    return has('contact')
      ? [plain('account'), plain('contact'), place({ is_current: true, is_primary: true })]
      : [plain('account')]
  if (has('account')) return [plain('contact'), { ...plain('account'), isMentioned: true }, place({ is_current: true })]
  const isPlaced = hits.some(({ field }) => field.object === 'account_contact' && field.to)
  return isPlaced ? [plain('contact'), place({ is_current: true }, { contact: 'contact' })] : [plain('contact')]
}

const both = { account: 'account', contact: 'contact' }
