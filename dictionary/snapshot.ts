// The manifest as plain JSON: committed, so that a review sees what a declaration changed, and so that the next migration can
// be generated from the difference. Functions and words are left out; neither changes a table.
import type { Manifest, ManifestField } from './manifest.ts'

export type SnapshotField = Pick<
  ManifestField,
  'type' | 'required' | 'sensitivity' | 'source' | 'freshFor' | 'owner' | 'settledBy'
> & {
  /** In English. */
  describe: string
  of?: string
  to?: string
  options: ManifestField['options']
  columns: Record<string, string>
}
export type SnapshotObject = {
  kind: string
  factKey: readonly string[]
  plural: string
  owner: string
  title: string
  partOf: string | null
  rules: string[]
  fields: Record<string, SnapshotField>
}
export type Snapshot = { objects: Record<string, SnapshotObject>; vocabularies: Record<string, string[]> }

export function snapshotOf(manifest: Manifest): Snapshot {
  const objects = [...manifest.objects.values()].map((object) => {
    const fields = [...object.fields.values()]
      .filter((field) => !field.customKey)
      .map((field) => [field.name, fieldSnapshot(field)] as const)
    const { plural, kind, factKey, owner, title, partOf } = object
    return [
      object.name,
      {
        plural,
        kind,
        factKey,
        owner,
        title,
        partOf,
        rules: object.rules.map((rule) => rule.code),
        fields: Object.fromEntries(fields),
      },
    ] as const
  })
  const vocabularies = [...manifest.vocabularies.values()].map(
    (list) => [list.name, list.terms.map((term) => term.value)] as const,
  )
  return { objects: Object.fromEntries(objects), vocabularies: Object.fromEntries(vocabularies) }
}

function fieldSnapshot(field: ManifestField): SnapshotField {
  const { type, required, sensitivity, source, freshFor, owner, settledBy, describe, options } = field
  return {
    type,
    ...(field.of ? { of: field.of } : {}),
    ...(field.to ? { to: field.to } : {}),
    describe: describe.en,
    required,
    sensitivity,
    source,
    freshFor,
    owner,
    settledBy,
    options,
    columns: Object.fromEntries(field.columns.map((column) => [column.name, column.type])),
  }
}
