import { type ManifestObject, nearest } from '../../../dictionary/index.ts'
import { type Access, readableField, type Verb } from '../../access/index.ts'

/** "Did you mean": only among fields the actor may read, so that a guess is never confirmed by the answer. */
export const nearestReadable = (access: Access, object: ManifestObject, name: string, verb: Verb): string | null =>
  nearest(
    name,
    [...object.fields.keys()].filter((each) => readableField(access, object.name, each, verb)),
  )
