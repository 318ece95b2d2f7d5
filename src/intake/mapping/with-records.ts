// What a row speaks of follows from what its columns mean: who fills in a contact's e-mail beside an account speaks of a contact, and of
// the contact's part at the account.
import type { Checking } from './check.ts'
import type { MappedRecord, Mapping } from './mapping.ts'
import { rankOf } from './ranks.ts'

type Allowed = Pick<Checking, 'manifest' | 'mayFill' | 'mayImport'>

/** With a record for each object that a column names and the mapping does not have yet, as far as the actor may bring it in. */
export function withRecords(mapping: Mapping, allowed: Allowed): Mapping {
  const there = new Set(mapping.records.map(({ name }) => name))
  const missing = new Set(mapping.columns.flatMap(({ to }) => (to && !there.has(to.record) ? [to.record] : [])))
  const records = [...missing]
    .filter(allowed.mayImport)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .reduce((before, object) => withRecord(before, object, allowed), mapping.records)
  return { ...mapping, records }
}

function withRecord(records: Mapping['records'], object: string, allowed: Allowed): Mapping['records'] {
  const next = [...records, linked(object, records, allowed)]
  const has = (name: string) => next.some((each) => each.object === name)
  return has('account') && has('contact') && !has('account_contact') && allowed.mayImport('account_contact')
    ? [...next, { ...linked('account_contact', next, allowed), fixed: { is_current: true } }]
    : next
}

/** A record whose references lead to those of the same row, where they can: the first that leads to each. */
function linked(object: string, records: Mapping['records'], { manifest, mayFill }: Allowed): MappedRecord {
  const fields = [...(manifest.objects.get(object)?.fields.values() ?? [])].filter(mayFill)
  const links = fields.flatMap(({ name, to }) => {
    const other = records.find((each) => each.object === to && each.object !== object)
    return other ? [[other.name, name] as const] : []
  })
  const first = new Map(links.toReversed())
  return {
    ...{ name: object, object, match: 'rules' as const, fixed: {} },
    links: Object.fromEntries([...first].map(([other, name]) => [name, other])),
  }
}
