// What a file is, found as soon as all of it is here: how it is written, which export it is, or what its columns mean.
import { createHash } from 'node:crypto'
import { fold } from '../../../dictionary/index.ts'
import type { Access } from '../../access/index.ts'
import { asTable } from '../imports/plan.ts'
import { shapeOf } from '../imports/shapes/index.ts'
import { guessMapping } from '../mapping/guess.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { reapply } from '../mapping/reapply.ts'
import { type FileReading, type Opened, type Opener, refuse, type Table, UnreadableFile } from '../reading/index.ts'
import type { OrderedFile, Recognised, Trouble } from './order.ts'
import { fillable } from './rights.ts'

export type Recognition = Pick<OrderedFile, 'recognised' | 'mapping' | 'mappedBy' | 'failure'> & {
  /** Of a sheet: it looks like a table. */
  isPlausible: boolean
}

export type Remembering = {
  /** A mapping kept for a table with these headers. */
  template(fingerprint: string): Promise<Mapping | null>
}

export async function recogniseFile(
  opener: Opener,
  path: string,
  reading: FileReading,
  access: Access,
  { template }: Remembering,
): Promise<Recognition> {
  try {
    const opened = await opener.open(path, reading)
    const shape = shapeOf(opened)
    const table = asTable(opened)
    const recognised = describe(opened, table, shape?.name ?? null)
    const isPlausible = table?.isPlausible ?? false
    if (shape || !table) {
      const failure = table || shape ? null : troubleOf(refuse.noList())
      return { recognised, mapping: null, mappedBy: null, failure, isPlausible }
    }
    const saved = await template(fingerprintOf(table.shape.columns.map(({ header }) => header)))
    const kept = saved && reapply(saved, table.shape.columns)
    const guess = await guessMapping(table, { manifest: access.manifest, mayFill: fillable(access) })
    const mapping = kept ?? (guess && byName(guess))
    const mappedBy = mapping ? (kept ? 'template' : 'guess') : null
    return { recognised, mapping, mappedBy, failure: null, isPlausible }
  } catch (error) {
    return { recognised: null, mapping: null, mappedBy: null, failure: troubleOf(error), isPlausible: false }
  }
}

export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof UnreadableFile)) throw error
  const { code, message, row, said } = error
  return { code, message, said, ...(row === undefined ? {} : { row }) }
}

function describe(opened: Opened, table: Table | null, shape: string | null): Recognised {
  const facts = table?.shape
  return {
    kind: opened.kind,
    shape,
    encoding: facts?.encoding ?? null,
    delimiter: facts?.delimiter ?? null,
    newline: facts?.newline ?? null,
    sheet: facts?.sheet ?? null,
    sheets: facts?.sheets ?? [],
    headerRow: facts?.headerRow ?? 0,
    columns: (facts?.columns ?? []).map(({ index, header }) => ({
      index,
      header: header.slice(0, 300),
      dateOrder: facts?.dateOrder[index] ?? null,
      decimalMark: facts?.decimalMark[index] ?? null,
    })),
  }
}

/** A company that a row only names is the one of that name; where there are several, whoever sent the file is asked. */
const byName = (mapping: Mapping): Mapping => ({
  ...mapping,
  records: mapping.records.map((record) => (record.isMentioned ? { ...record, match: ['name'] } : record)),
})

/** Tables with the same headers in any order, whatever their case and accents. */
export const fingerprintOf = (headers: readonly string[]): string =>
  createHash('sha256')
    .update(
      headers
        .map((header) => fold(header))
        .sort()
        .join('\n'),
    )
    .digest('hex')
