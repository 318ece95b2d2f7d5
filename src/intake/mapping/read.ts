// A mapping at work: rows of a table into what they say of which records. It is a shape like those of the exports we know; the rooms
// below it match, judge, write and take back.
import { fold, type Manifest, type ManifestField, words } from '../../../dictionary/index.ts'
import { companyKey } from '../../matching/index.ts'
import { type Fault, fault } from '../../platform/index.ts'
import type { SourceKey } from '../../records/index.ts'
import type { Context, Part, Reading, Shape } from '../imports/shape.ts'
import { colleagueKey, colleaguePart } from '../imports/shapes/colleague.ts'
import { country } from '../imports/shapes/places.ts'
import { lineFault, type Table, withoutGuard } from '../reading/index.ts'
import { type CellReader, cellReader } from './cells.ts'
import { homeOf } from './home.ts'
import { externalId, type MappedColumn, type MappedRecord, type Mapping } from './mapping.ts'
import { rankOf } from './ranks.ts'
import { countIn, type Remembered, rememberWords } from './remember-words.ts'

/** The shape of files with these columns. */
export function mappedShape(mapping: Mapping, manifest: Manifest): Shape {
  const [main] = mapping.records
  return {
    name: nameOf(mapping),
    system: mapping.system,
    rank: rankOf(main?.object ?? ''),
    isByHand: mapping.isByHand,
    recognise: () => false,
    read: (opened, context) => (opened.kind === 'table' ? readTable(opened, mapping, manifest, context) : nothing()),
  }
}

const nameOf = ({ records: [main, beside] }: Mapping): string =>
  main?.object === 'account'
    ? 'customer sheet'
    : main?.object === 'contact'
      ? 'contact sheet'
      : `${main?.object ?? beside?.object} sheet`

async function* nothing(): AsyncGenerator<Reading> {}

async function* readTable(
  table: Table,
  mapping: Mapping,
  manifest: Manifest,
  context: Context,
): AsyncGenerator<Reading> {
  const readRow = rowReader(table, mapping, manifest, context)
  for await (const { row, cells, skip, ragged, fault: why } of table.rows()) {
    if (skip) yield { row, skip }
    else if (why) yield { row, faults: [lineFault(why)] }
    else if (ragged) yield { row, faults: [raggedRow(cells, table.shape.columns.length)] }
    else yield readRow(row, cells)
  }
}

function raggedRow(cells: readonly string[], columns: number): Fault {
  const filled = cells.filter((cell) => cell.trim() !== '').length
  const hint = words(
    `${filled} filled cells, ${columns} columns`,
    `${filled} celdas llenas, ${columns} columnas`,
    `${filled} células preenchidas, ${columns} colunas`,
    `${filled} sel berisi, ${columns} lajur`,
  )
  return fault('ragged_row', null, { label: null, hint })
}

/** A column ready to be read. `record` is its place among the mapping's records. */
type Reader = { index: number; record: number; fill(row: Filling, text: string): void; isNeeded: ManifestField | null }

/** A row on its way: what was read of it for each record so far. */
type Filling = {
  records: { values: Record<string, unknown>; look: Record<string, NonNullable<Part['look']>[string]>; id: string }[]
  colleagues: Part[]
  faults: Fault[]
  place: { country: string | undefined; isGuess: boolean }
}

/** Reads one row after the other, as it remembers what came before. */
export function rowReader(table: Table, mapping: Mapping, manifest: Manifest, context: Context) {
  const readers = mapping.columns.flatMap((column) => readerOf(table, mapping, manifest, context, column) ?? [])
  const places = placesOf(mapping)
  const home = homeOf(table, mapping)
  const saying = sayer(mapping, context)
  return (row: number, cells: readonly string[]): Reading => {
    const text = (index: number | undefined) => (index === undefined ? '' : (cells[index] ?? '').trim())
    const told = country(text(places.country)) ?? country('', text(places.email))
    const filling: Filling = {
      records: mapping.records.map(() => ({ values: {}, look: {}, id: '' })),
      colleagues: [],
      faults: [],
      place: { country: told ?? home, isGuess: told === undefined },
    }
    for (const reader of readers) {
      const cell = withoutGuard((cells[reader.index] ?? '').trim())
      if (cell !== '') reader.fill(filling, cell)
      // Nobody else fills what a hand-kept sheet leaves blank, so a column that is there and needed has to be filled.
      else if (reader.isNeeded)
        filling.faults.push(fault('missing_required', reader.isNeeded.name, { label: reader.isNeeded.label }))
    }
    return { row, parts: [...saying(row, filling), ...filling.colleagues], faults: filling.faults }
  }
}

/** The columns that tell where a row's telephone numbers are at home. */
function placesOf({ columns, records }: Mapping): { country?: number; email?: number } {
  const at = (object: string, field: string) =>
    columns.find(
      ({ to }) => to?.field === field && records.some((each) => each.name === to.record && each.object === object),
    )?.index
  const [country, email] = [at('account', 'country'), at('contact', 'email')]
  return { ...(country === undefined ? {} : { country }), ...(email === undefined ? {} : { email }) }
}

function readerOf(
  table: Table,
  mapping: Mapping,
  manifest: Manifest,
  context: Context,
  column: MappedColumn,
): Reader | null {
  const record = mapping.records.findIndex((each) => each.name === column.to?.record)
  const object = mapping.records[record]?.object ?? ''
  if (!column.to || record < 0) return null
  const { index } = column
  if (column.to.field === externalId)
    return { index, record, isNeeded: null, fill: (row, text) => void set(row, record, (each) => (each.id = text)) }
  const field = manifest.objects.get(object)?.fields.get(column.to.field)
  if (!field) return null
  const isNeeded = mapping.isByHand && field.required !== false ? field : null
  if (field.to) return { index, record, isNeeded, fill: referenceFiller(mapping, context, { record, field, column }) }
  const read = wordsBefore(
    column,
    cellReader({
      field,
      dateOrder: column.dateOrder ?? table.shape.dateOrder[index] ?? null,
      decimalMark: column.decimalMark ?? table.shape.decimalMark[index] ?? null,
      currency: column.currency ?? context.currency,
      isOpposite: column.isOpposite ?? false,
    }),
  )
  const isPhone = field.type === 'phone'
  return {
    index,
    record,
    isNeeded,
    fill(row, text) {
      const cell = read(text)
      if ('fault' in cell) row.faults.push(cell.fault)
      else if (cell.value !== undefined)
        set(row, record, ({ values }) => (values[field.name] = isPhone ? { number: text, ...row.place } : cell.value))
    },
  }
}

function set(row: Filling, record: number, change: (of: Filling['records'][number]) => unknown): void {
  const of = row.records[record]
  if (of) change(of)
}

/** What a person said that words of the file mean goes before everything. */
function wordsBefore({ words: said = {} }: MappedColumn, read: CellReader): CellReader {
  const meant = new Map(Object.entries(said).map(([word, term]) => [fold(word), term]))
  if (meant.size === 0) return read
  return (text) => {
    const term = meant.get(fold(text))
    return term === undefined ? read(text) : { value: term ?? undefined }
  }
}

type Referring = { record: number; field: ManifestField; column: MappedColumn }

/** Colleagues are known by their address. Others by an id, or by a key: looked up, and waited for where they come later. */
function referenceFiller({ system }: Mapping, context: Context, { record, field, column }: Referring): Reader['fill'] {
  const { name, to = '' } = field
  if (to === 'user')
    return (row, text) => {
      set(row, record, ({ values }) => (values[name] = colleagueKey(text)))
      row.colleagues.push(colleaguePart(text))
    }
  const home = context.idsOf?.get(to) ?? context.file
  const kind = column.refer ?? 'name'
  return (row, text) =>
    set(row, record, (of) => {
      if (kind === 'id') of.values[name] = text
      else if (kind === externalId) of.values[name] = { ...ownId(system, home, to, text), of: to }
      else of.look[name] = { object: to, key: { kind, key: keyOf(kind, to, text) }, else: awaitedName(home, to, text) }
    })
}

const keyOf = (kind: string, object: string, text: string): string =>
  kind === 'name' && object === 'account' ? companyKey(text) : kind === 'name' ? fold(text) : text.toLowerCase()

const awaitedName = (dataset: string, object: string, text: string) => ({
  system: 'spreadsheet' as const,
  localId: `${dataset}#${object} ${fold(text)}`,
  of: object,
})

/** The id of a record in the file's own system. Ids of a sheet mean something in that sheet alone. */
const ownId = (system: SourceKey['system'], dataset: string, object: string, id: string): SourceKey => ({
  system,
  localId: system === 'spreadsheet' ? `${dataset}#${object} ${id}` : id,
})

/** Puts what was read of a row into parts, one a record. */
function sayer(mapping: Mapping, context: Context) {
  const { file } = context
  const seen = rememberWords()
  const objectOf = new Map(mapping.records.map((each) => [each.name, each.object]))
  const keyFor = (
    record: MappedRecord,
    { values, id }: Filling['records'][number],
    row: number,
    before: string,
  ): SourceKey => {
    if (id !== '') return ownId(mapping.system, file, record.object, id)
    const title = String(values['name'] ?? '')
    if (record.isMentioned) return { system: 'spreadsheet', localId: `${file}#${record.object} ${title}` }
    const email = String(values['email'] ?? '').toLowerCase()
    const words = [before, email || fold(title || String(values['subject'] ?? ''))].filter(Boolean).join(' ')
    return repeated(seen, file, `${record.object} ${words || `row ${row}`}`)
  }
  return (row: number, { records }: Filling): Part[] => {
    const keys = new Map<string, SourceKey>()
    const company = fold(String(records.find((_, i) => mapping.records[i]?.object === 'account')?.values['name'] ?? ''))
    const parts = mapping.records.map((record, i): Part | null => {
      const filled = records[i] ?? { values: {}, look: {}, id: '' }
      const links = Object.entries(record.links)
      const isLinked = links.length > 0 && links.every(([, name]) => keys.has(name))
      const hasWord = Object.keys(filled.values).length > 0 || Object.keys(filled.look).length > 0 || filled.id !== ''
      if (links.length > 0 ? !isLinked : !hasWord && i > 0) return null
      const isPlace = links.length > 0 && filled.id === ''
      const source = isPlace
        ? { system: mapping.system, localId: `${links.map(([, name]) => keys.get(name)?.localId ?? '').at(-1)}@` }
        : keyFor(record, filled, row, record.object === 'account' ? '' : company)
      keys.set(record.name, source)
      return partOf({ mapping, record, source, row, filled, file, links: linkValues(links, keys, objectOf) })
    })
    return withPlaces(mapping, parts, keys)
  }
}

const linkValues = (
  links: readonly (readonly [string, string])[],
  keys: ReadonlyMap<string, SourceKey>,
  objectOf: ReadonlyMap<string, string>,
): Record<string, unknown> =>
  Object.fromEntries(
    links.flatMap(([field, name]) => {
      const key = keys.get(name)
      return key ? [[field, { ...key, of: objectOf.get(name) }]] : []
    }),
  )

type Saying = {
  mapping: Mapping
  record: MappedRecord
  source: SourceKey
  row: number
  filled: Filling['records'][number]
  file: string
  links: Record<string, unknown>
}

function partOf({ record, source, row, filled, file, links }: Saying): Part {
  const { object } = record
  const isFound = Object.keys(record.links).length === 0
  const values = { ...record.fixed, ...filled.values, ...links }
  const verified = filled.values['last_verified_on']
  const change = {
    verb: 'upsert' as const,
    source,
    isWhole: true,
    saidAt: null,
    ...(isFound && record.match === 'rules' ? { match: true } : {}),
    ...(record.isMentioned ? {} : { file, row }),
    ...(object === 'account' ? {} : { verifiedOn: typeof verified === 'string' ? verified : null }),
    values,
  }
  return {
    object,
    record: record.name,
    change,
    ...(isFound && record.match !== 'rules' ? { by: record.match } : {}),
    ...(Object.keys(filled.look).length > 0 ? { look: filled.look } : {}),
  }
}

/** A person stands beside the company of their row, so that two spellings at one company can meet. */
function withPlaces(mapping: Mapping, parts: readonly (Part | null)[], keys: ReadonlyMap<string, SourceKey>): Part[] {
  const account = mapping.records.find((each) => each.object === 'account')
  const at = account && keys.get(account.name)
  return parts.flatMap((part) => (part ? [part.object === 'contact' && at ? { ...part, at } : part] : []))
}

/** What a row is known by when the file comes again: its words, not its line, for lines move. The second of the same words is "#2". */
function repeated(seen: Remembered, file: string, words: string): SourceKey {
  const times = countIn(seen, words)
  return { system: 'spreadsheet', localId: `${file}#${words}${times > 1 ? `#${times}` : ''}` }
}
