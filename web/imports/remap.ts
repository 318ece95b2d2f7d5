// Changing what a column means. The records that this needs are added where it is sent to.
import type { Mapping } from './answers.ts'

export const leftOut = '-'
export const targetOf = ({ record, field }: { record: string; field: string }): string => `${record}.${field}`

export function mappedTo(mapping: Mapping, index: number, target: string): Mapping {
  const [record = '', field = ''] = target === leftOut ? [] : target.split('.')
  const to = target === leftOut ? null : { record, field }
  const columns = mapping.columns.map((each) =>
    // One field is filled by one column: whoever had it gives it up.
    each.index === index
      ? { ...each, to, confidence: 1, because: 'person' as const }
      : to && each.to && targetOf(each.to) === target
        ? { ...each, to: null, confidence: 0, because: 'person' as const }
        : each,
  )
  return { ...mapping, columns }
}
