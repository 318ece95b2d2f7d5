// What columns mean, said from a command line: a whole mapping in a file, or some of its columns as words.
import { readFile } from 'node:fs/promises'
import { fold } from '../../dictionary/index.ts'
import { nearest, type Words } from '../../dictionary/words.ts'
import { type FileView, type ImportView, type Mapping, reapply } from '../intake/index.ts'
import { told } from '../platform/index.ts'
import { type Call, Refused, UsageError } from './command.ts'
import type { Place } from './installation.ts'
import { says as framed, meantOr } from './words/frame.ts'
import { says } from './words/imports.ts'

type Doing = Pick<Place, 'holdfast' | 'actor'>

/** A mapping as "holdfast imports mapping" writes it; `-` is standard input. What it says is checked where it is used. */
export async function mappingIn(call: Call, path: string): Promise<Mapping> {
  let given: unknown
  try {
    given = JSON.parse(path === '-' ? await call.readInput() : await readFile(path, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refused('mapping_refused', told(says.noMapping(path, why)))
  }
  if (isMapping(given)) return given
  throw new Refused('mapping_refused', told(says.mappingNeeds(path)))
}

/** As far as it is looked at here: `imports.map` reads the whole. */
const isMapping = (given: unknown): given is Mapping =>
  typeof given === 'object' &&
  given !== null &&
  'records' in given &&
  'columns' in given &&
  Array.isArray(given.columns) &&
  given.columns.every((column: unknown) => typeof (column as { header?: unknown } | null)?.header === 'string')

/** Says it of every file that has its columns, and keeps it under a name, if one is given. Refused where no file has them. */
export async function mapAll(
  { holdfast, actor }: Doing,
  order: ImportView,
  { mapping, template }: { mapping: Mapping; template?: string | undefined },
): Promise<ImportView> {
  const needed = mapping.columns.filter(({ to }) => to).map(({ header }) => fold(header))
  const missing = (file: FileView) => {
    const own = new Set(columnsOf(file).map(({ header }) => fold(header)))
    return needed.filter((header) => !own.has(header))
  }
  const fitting = order.files.filter((file) => columnsOf(file).length > 0 && missing(file).length === 0)
  if (fitting.length === 0) throw new Refused('mapping_refused', told(says.noFileFits(lackingIn(order.files, missing))))
  let view = order
  for (const file of fitting)
    view = await holdfast.imports.map(actor, order.id, file.id, said(reapply(mapping, columnsOf(file))), { template })
  return view
}

const lackingIn = (files: readonly FileView[], missing: (file: FileView) => readonly string[]): string =>
  files.map((file) => told(says.lacks(file.name, missing(file).join(', ')))).join(' ')

/** Somebody said it, so it is no guess any more. */
const said = (mapping: Mapping): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((column) => (column.to ? { ...column, because: 'person' } : column)),
})

const columnsOf = (file: FileView) => ('recognised' in file && file.recognised?.columns) || []

/** The mapping of a file with some columns corrected: `Header=record.field`, and `Header=` for one that is left out. */
export function corrected(file: FileView, corrections: readonly string[]): Mapping {
  let { columns, ...rest } = mappingOf(file)
  for (const correction of corrections) {
    const at = correction.lastIndexOf('=')
    const [header, target] = [correction.slice(0, at), correction.slice(at + 1)]
    const column = at > 0 ? columns.find((each) => fold(each.header) === fold(header)) : undefined
    if (at <= 0) throw new UsageError(says.noCorrection(correction))
    if (!column) throw new UsageError(noColumn(header, columns))
    const to = target === '' ? null : readTarget(target)
    columns = columns.map((each) =>
      // One field is filled by one column: whoever had it gives it up.
      each === column
        ? { ...each, to, confidence: 1, because: 'person' }
        : to && each.to?.record === to.record && each.to.field === to.field
          ? { ...each, to: null, confidence: 0, because: 'person' }
          : each,
    )
  }
  return { ...rest, columns }
}

/** As it is guessed; where nothing was, all columns are left out until somebody says what they mean. */
function mappingOf(file: FileView): Mapping {
  const { mapping } = 'mapping' in file ? file : { mapping: null }
  if (mapping) return mapping
  const columns = columnsOf(file)
  if (columns.length === 0) throw new Refused('mapping_refused', told(says.noColumns(file.name)))
  return {
    system: 'spreadsheet',
    isByHand: true,
    records: [],
    columns: columns.map(({ index, header }) => ({ index, header, to: null, confidence: 0, because: 'nothing' })),
  }
}

function noColumn(header: string, columns: Mapping['columns']): Words {
  const headers = columns.map((each) => each.header)
  return framed.noneOf(says.column, header, meantOr(nearest(header, headers), headers))
}

function readTarget(target: string): { record: string; field: string } {
  const [record = '', field = '', more] = target.split('.')
  if (record !== '' && field !== '' && more === undefined) return { record, field }
  throw new UsageError(says.noTarget(target))
}
