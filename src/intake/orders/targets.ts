import type { Access } from '../../access/index.ts'
import { fillable, importable } from './rights.ts'

/** An object and those of its fields that columns may be mapped to. */
export type Target = {
  object: string
  label: unknown
  fields: readonly { name: string; label: unknown; type: string; to: string | null; vocabulary: string | null }[]
}

export function targetsOf(access: Access): Target[] {
  const mayFill = fillable(access)
  return importable(access).map((name) => {
    const object = access.manifest.objects.get(name)
    const fields = [...(object?.fields.values() ?? [])].filter(mayFill)
    return {
      object: name,
      label: object?.label,
      fields: fields.map(({ name, label, type, to = null, options }) => ({
        ...{ name, label, type, to },
        vocabulary: options.vocabulary ?? null,
      })),
    }
  })
}
