import { fold } from '../../../dictionary/index.ts'
import type { MappedColumn, Mapping } from './mapping.ts'

/** A mapping for a table whose columns have the same names in another order; columns it does not know are left out. */
export function reapply(mapping: Mapping, columns: readonly { index: number; header: string }[]): Mapping {
  const known = Map.groupBy(mapping.columns, (column) => fold(column.header))
  return {
    ...mapping,
    columns: columns.map(({ index, header }): MappedColumn => {
      const kept = known.get(fold(header))?.shift()
      return kept
        ? { ...kept, index, header, confidence: 1, because: 'template' }
        : { index, header, to: null, confidence: 0, because: 'nothing' }
    }),
  }
}
