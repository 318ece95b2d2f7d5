// What others may know of the dictionary: the manifest of everything we hold, and the types to read it by.
import { check } from './check.ts'
import type { FieldDeclaration } from './facts.ts'
import { type Additions, type Manifest, normalise } from './manifest.ts'
import { objects } from './objects/index.ts'
import { vocabularies } from './vocabularies/index.ts'

const faults = check(objects, vocabularies)
if (faults.length > 0) throw new Error(`The dictionary is not sound:\n  ${faults.join('\n  ')}`)

/** Everything the product itself declares. What a workspace adds at run time is in `manifestWith`. */
export const manifest: Manifest = normalise(objects, vocabularies)

/** The product's manifest and what one workspace adds to it: custom fields, further terms. Pure; keep the result. */
export const manifestWith = (additions: Additions): Manifest => normalise(objects, vocabularies, additions)

/** What would be wrong with a further field of an object, in the words of the product's own check. */
export const faultsOfField = (object: string, name: string, field: FieldDeclaration): string[] =>
  check(
    objects.map((each) => (each.name === object ? { ...each, fields: { ...each.fields, [name]: field } } : each)),
    vocabularies,
  )

export type * from './facts.ts'
export { sensitivities, systems, teams } from './facts.ts'
export * from './field-types/index.ts'
export { type Money, majorUnits, minorUnits } from './field-types/money.ts'
export type * from './manifest.ts'
export * from './snapshot.ts'
export * from './words.ts'
