// Changing what a column means, with the records that this needs: who fills in a contact's e-mail beside an account speaks of a contact
// and of their part at the account.
import type { MappedRecord, Mapping, Target } from './answers.ts'

export const leftOut = '-'
export const targetOf = ({ record, field }: { record: string; field: string }): string => `${record}.${field}`

export function mappedTo(mapping: Mapping, index: number, target: string, targets: readonly Target[]): Mapping {
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
  const records =
    to && !mapping.records.some(({ name }) => name === to.record)
      ? withRecord(mapping.records, to.record, targets)
      : mapping.records
  return { ...mapping, records, columns }
}

function withRecord(records: readonly MappedRecord[], object: string, targets: readonly Target[]): MappedRecord[] {
  const next = [...records, linked(object, records, targets)]
  const has = (name: string) => next.some((each) => each.object === name)
  return has('account') && has('contact') && !has('account_contact')
    ? [...next, { ...linked('account_contact', next, targets), fixed: { is_current: true } }]
    : next
}

/** A record whose references lead to those of the same row, where they can. */
function linked(object: string, records: readonly MappedRecord[], targets: readonly Target[]): MappedRecord {
  const links: Record<string, string> = {}
  for (const field of targets.find((each) => each.object === object)?.fields ?? []) {
    const other = records.find((each) => each.object === field.to)
    if (other && other.object !== object) links[field.name] ??= other.name
  }
  return { name: object, object, match: 'rules', links, fixed: {} }
}
