// What of a record a change needs to know. A form that saves two fields of forty is judged, settled and written with those two and
// what hangs on them; the rest of the record is not read.
import type { ManifestObject } from '../../../dictionary/index.ts'
import { recordFieldsOf } from '../../matching/index.ts'
import type { Draft } from './draft.ts'

/** The fields that these changes need, in the object's order; null where they may need any. */
export function fieldsTouched(drafts: readonly Draft[]): readonly string[] | null {
  const [first] = drafts
  if (!first || !drafts.every(isOfKnownFields)) return null
  const given = drafts.flatMap((draft) => Object.keys(draft.change.values ?? {}))
  const touched = new Set(given.filter((name) => first.object.fields.has(name))) // what is no field is refused, and kept nowhere
  const lists = kept.get(first.object) ?? new Map<string, readonly string[]>()
  kept.set(first.object, lists)
  const key = [...touched].join()
  const fields = lists.get(key) ?? withDependants(first.object, touched)
  if (lists.size < mostKept) lists.set(key, fields)
  return fields
}

// The same few forms are saved again and again.
const kept = new WeakMap<ManifestObject, Map<string, readonly string[]>>()
const mostKept = 500

/** Whose record is named by its id, and whose fields are all that it can change: nothing is recognised, nothing taken back. */
const isOfKnownFields = ({ change }: Draft): boolean =>
  change.id !== undefined && (change.verb === 'update' || change.verb === 'delete') && !change.source && !change.isWhole

function withDependants(object: ManifestObject, touched: Set<string>): readonly string[] {
  const needed = new Set(touched)
  const add = (names: readonly string[]) => {
    for (const name of names) needed.add(name)
  }
  for (const { fields } of object.rules) if (fields.some((name) => touched.has(name))) add(fields)
  for (const { name, reads = [] } of object.fields.values())
    if (reads.some((each) => touched.has(each))) add([name, ...reads])
  const named = recordFieldsOf(object.name)
  if (named.some((name) => touched.has(name))) add(named)
  const fields = [...object.fields.values()]
  // They stand in one document, which is written whole.
  if (fields.some((field) => field.customKey && needed.has(field.name)))
    add(fields.flatMap((field) => (field.customKey ? [field.name] : [])))
  return fields.flatMap((field) => (needed.has(field.name) ? [field.name] : []))
}
