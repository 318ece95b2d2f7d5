// Our own exports, read back: the first column, the list or the line says whose ids they are. What is empty says nothing, because the
// one who exported may not have seen it; what the product works out itself is not said again.
import { type ManifestField, type ManifestObject, manifest, minorUnits } from '../../../../dictionary/index.ts'
import { type Fault, fault, isId } from '../../../platform/index.ts'
import { lineFault, type Opened, withoutGuard } from '../../reading/index.ts'
import type { Part, Reading, Shape } from '../shape.ts'
import { isItem, noObject } from './lists.ts'

export const holdfastExport: Shape = {
  name: 'Holdfast export',
  system: 'spreadsheet',
  rank: 0,
  isByHand: false,
  recognise: (opened) => objectIn(opened) !== null,
  async *read(opened, { file }) {
    const object = objectIn(opened)
    if (!object) return
    for await (const { row, values, skip, fault } of rowsOf(opened, object)) {
      if (skip) yield { row, skip }
      else yield fault ? { row, faults: [fault] } : readingOf(object, values, { file, row })
    }
  },
}

/** The object that a file holds the records of; null for a file that is none of ours. */
function objectIn(opened: Opened): ManifestObject | null {
  if (opened.kind === 'table') {
    const [first] = opened.shape.columns
    const [, name = ''] = /^([a-z][a-z0-9_]*)\.id$/.exec(first?.header ?? '') ?? []
    return writable(manifest.objects.get(name))
  }
  const items = opened.sample.filter(isItem)
  if (items.length === 0 || !items.every(({ id }) => typeof id === 'string' && isId(id))) return null
  if (opened.kind === 'list') return writable(manifest.byPlural.get(opened.key ?? ''))
  const [first] = items
  return writable(manifest.objects.get(String(first?.['object'])))
}

const writable = (object: ManifestObject | undefined): ManifestObject | null =>
  object?.kind === 'records' ? object : null

type Row = {
  row: number
  values: Readonly<Record<string, unknown>>
  skip?: string | undefined
  fault?: Fault
}

async function* rowsOf(opened: Opened, object: ManifestObject): AsyncGenerator<Row> {
  if (opened.kind === 'table') {
    const { columns } = opened.shape
    for await (const { row, cells, skip } of opened.rows())
      yield {
        row,
        skip,
        values: Object.fromEntries(
          columns.map(({ header, index }) => [
            header === `${object.name}.id` ? 'id' : header,
            withoutGuard((cells[index] ?? '').trim()),
          ]),
        ),
      }
    return
  }
  for await (const line of opened.items())
    if ('fault' in line) yield { row: line.row, values: {}, fault: lineFault(line.fault) }
    else
      yield isItem(line.item)
        ? { row: line.row, values: line.item }
        : {
            row: line.row,
            values: {},
            fault: noObject(),
          }
}

function readingOf(object: ManifestObject, given: Row['values'], at: { file: string; row: number }): Reading {
  const id = String(given['id'] ?? '')
  if (!isId(id))
    return {
      row: at.row,
      faults: [fault('invalid_reference', null, { label: object.label, given: id })],
    }
  const values: Record<string, unknown> = {}
  const references: Record<string, string> = {}
  for (const field of object.fields.values()) {
    const value = saidOf(field, given)
    if (value === undefined || field.serverOwned) continue
    if (!field.to) values[field.name] = value
    else if (typeof value === 'string' && isId(value)) {
      references[field.name] = value
      values[field.name] = ownName(field.to, value)
    }
  }
  const part: Part = {
    object: object.name,
    ours: { id, references },
    change: { verb: 'upsert', source: ownName(object.name, id), ...at, values },
  }
  return { row: at.row, parts: [part] }
}

/** What a record of another workspace is called in this one. */
export const ownName = (object: string, id: string) => ({
  system: 'spreadsheet' as const,
  localId: `holdfast ${object} ${id}`,
})

function saidOf(field: ManifestField, given: Row['values']): unknown {
  const value = Object.hasOwn(given, field.name) ? given[field.name] : undefined
  if (value === '' || value === null || value === undefined) return undefined
  if (typeof value !== 'string') return value
  if (field.columns.length === 2) {
    const currency = given[`${field.name}_currency`]
    const amount = typeof currency === 'string' ? minorUnits(value, currency) : null
    return amount === null ? value : { amount, currency }
  }
  if (field.columns[0]?.type === 'boolean') return value.toLowerCase() // Excel's TRUE
  // A list whose parts hold marks that part lists.
  if (field.columns[0]?.type === 'text[]' && value.startsWith('[')) return listIn(value)
  return value
}

function listIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
