// A mapping that somebody sends: its shape, and whether each of its targets is there for them. A field they may not fill is refused in
// the words for one that does not exist.
import { z } from 'zod'
import { type Manifest, type ManifestField, systems, type Words, words } from '../../../dictionary/index.ts'
import { Failure, fitted, placed, type Told, told } from '../../platform/index.ts'
import { externalId, type Mapping, matchKinds, referenceKinds } from './mapping.ts'
import { withRecords } from './with-records.ts'

const name = z.string().min(1).max(60)
const shape = z.strictObject({
  system: z.enum(systems).default('spreadsheet'),
  isByHand: z.boolean().default(true),
  records: z
    .array(
      z.strictObject({
        name,
        object: name,
        match: z.union([z.literal('rules'), z.array(name).max(10)]).default('rules'),
        links: z.record(name, name).default({}),
        fixed: z.record(name, z.unknown()).default({}),
        isMentioned: z.boolean().optional(),
      }),
    )
    .max(20)
    .default([]),
  columns: z
    .array(
      z.strictObject({
        index: z.int().min(0).max(5_000),
        header: z.string().max(300),
        to: z.strictObject({ record: name, field: name }).nullable(),
        confidence: z.number().min(0).max(1).default(1),
        because: z.enum(['header', 'values', 'template', 'person', 'nothing']).default('person'),
        dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullable().optional(),
        decimalMark: z.enum([',', '.']).nullable().optional(),
        currency: z.string().length(3).nullable().optional(),
        isOpposite: z.boolean().optional(),
        words: z.record(z.string().max(300), z.string().max(300).nullable()).optional(),
        refer: z.enum(referenceKinds).optional(),
      }),
    )
    .max(5_000),
})

export type Checking = {
  file: string
  manifest: Manifest
  mayFill(field: ManifestField): boolean
  mayImport(object: string): boolean
}

export function readMapping(given: unknown, checking: Checking): Mapping {
  const refuse = (why: Told) => new Failure('mapping_refused', { file: checking.file, why })
  const read = fitted(shape, given)
  if (!('data' in read)) throw refuse(read.at === '' ? read.why : placed(read.at, read.why))
  // Optional keys come out as possibly undefined, which readers treat as absent.
  const mapping = withRecords(read.data as Mapping, checking)
  const why = mapping.records.length === 0 ? meansNothing : faultOf(mapping, checking)
  if (why) throw refuse(told(why))
  return mapping
}

const meansNothing = words(
  'none of its columns means anything',
  'ninguna de sus columnas significa nada',
  'nenhuma de suas colunas significa nada',
  'tiada lajurnya yang bermakna',
)

/** What is wrong with it; a target that is not there for this actor is thrown as such. */
export function faultOf({ records, columns }: Mapping, { manifest, mayFill, mayImport }: Checking): Words | null {
  const objectOf = new Map<string, string>()
  for (const record of records) {
    if (objectOf.has(record.name))
      return words(
        `two records are called "${record.name}"`,
        `dos registros se llaman "${record.name}"`,
        `dois registros se chamam "${record.name}"`,
        `dua rekod bernama "${record.name}"`,
      )
    if (!mayImport(record.object)) throw new Failure('object_unavailable', { object: record.object })
    objectOf.set(record.name, record.object)
  }
  const fieldOf = (record: string, field: string): ManifestField => {
    const object = objectOf.get(record) ?? ''
    const found = manifest.objects.get(object)?.fields.get(field)
    if (!found || !mayFill(found)) throw new Failure('field_unavailable', { object, field, near: null })
    return found
  }
  for (const record of records) {
    for (const key of Object.keys(record.fixed)) fieldOf(record.name, key)
    for (const [key, to] of Object.entries(record.links)) {
      if (fieldOf(record.name, key).to !== objectOf.get(to))
        return words(
          `"${key}" does not lead to "${to}"`,
          `"${key}" no lleva a "${to}"`,
          `"${key}" não leva a "${to}"`,
          `"${key}" tidak menuju ke "${to}"`,
        )
    }
    const keys = record.match === 'rules' ? [] : record.match
    for (const key of keys) if (!isOneOf(matchKinds, key)) fieldOf(record.name, key)
  }
  const taken = new Set<string>()
  const places = new Set<number>()
  for (const { index, to } of columns) {
    if (places.has(index))
      return words(
        `column ${index + 1} stands twice`,
        `la columna ${index + 1} aparece dos veces`,
        `a coluna ${index + 1} aparece duas vezes`,
        `lajur ${index + 1} muncul dua kali`,
      )
    places.add(index)
    if (!to) continue
    if (!objectOf.has(to.record))
      return words(
        `no record is called "${to.record}"`,
        `ningún registro se llama "${to.record}"`,
        `nenhum registro se chama "${to.record}"`,
        `tiada rekod bernama "${to.record}"`,
      )
    if (to.field !== externalId) fieldOf(to.record, to.field)
    const target = `${to.record} ${to.field}`
    if (taken.has(target))
      return words(
        `two columns fill ${to.record}.${to.field}`,
        `dos columnas llenan ${to.record}.${to.field}`,
        `duas colunas preenchem ${to.record}.${to.field}`,
        `dua lajur mengisi ${to.record}.${to.field}`,
      )
    taken.add(target)
  }
  return null
}

const isOneOf = (kinds: readonly string[], key: string): boolean => kinds.includes(key)
