// Which references lead to records of an object, and which objects only tie others together: read off the manifest, so that a
// reference added tomorrow — a custom field too — moves with a merge without anybody thinking of it.
import type { Manifest, ManifestField, ManifestObject } from '../../../dictionary/index.ts'

export type ReferenceTo = { object: ManifestObject; field: ManifestField }

/** Every reference, of every object, that leads to records of this one. */
export const referencesTo = (manifest: Manifest, name: string): ReferenceTo[] =>
  [...manifest.objects.values()].flatMap((object) =>
    [...object.fields.values()].filter((field) => field.to === name).map((field) => ({ object, field })),
  )

const identities = new WeakMap<ManifestObject, readonly ManifestField[]>()

/**
 * The fields that say which tie a record is, for objects that are nothing but a tie between records (who is at which account, who
 * came to which meeting): two with the same are one. Empty for all others. A tie is what requires only references and choices,
 * and at least two of them, or one and the person it is about, lead to records.
 */
export function identityOf(object: ManifestObject): readonly ManifestField[] {
  let identity = identities.get(object)
  if (!identity) {
    identity = findIdentity(object)
    identities.set(object, identity)
  }
  return identity
}

function findIdentity(object: ManifestObject): readonly ManifestField[] {
  if (object.kind !== 'records') return []
  const fields = [...object.fields.values()].filter((field) => !field.customKey)
  const required = fields.filter((field) => field.required === true)
  if (!required.every((field) => field.to || field.type === 'choice')) return []
  const subject = fields.filter((field) => field.name === object.subject && field.to && !required.includes(field))
  const identity = [...required, ...subject]
  return identity.filter((field) => field.to).length >= 2 ? identity : []
}

/** References of one object that lead to the same other object: a record may come to name one record twice. */
export const isDoubled = (references: readonly ReferenceTo[], object: ManifestObject): boolean =>
  references.filter((each) => each.object === object).length > 1
