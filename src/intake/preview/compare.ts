// The audit of a source before it is let in: a few customers that are in the file and here, side by side, field by field, with what each
// system says; and which system holds which kind of data, as far as these customers tell.
import { fieldType, type ManifestObject } from '../../../dictionary/index.ts'
import type { Access } from '../../access/index.ts'
import { matchKeysOf } from '../../matching/index.ts'
import type { Records } from '../../records/index.ts'
import type { Context, Part } from '../imports/shape.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { rowReader } from '../mapping/read.ts'
import type { Table } from '../reading/index.ts'

export type Compared = {
  object: string | null
  /** Five to ten where the file has as many that are here. */
  customers: readonly ComparedCustomer[]
  /** How file and record agree, by field. */
  agreement: readonly { field: string; same: number; different: number; onlyInFile: number; onlyHere: number }[]
  touchpoints: readonly Touchpoint[]
}

export type ComparedCustomer = {
  row: number
  id: string
  title: string | null
  fields: readonly {
    field: string
    inFile: unknown
    here: unknown
    isSame: boolean | null
    says: readonly { system: string; value: unknown }[]
  }[]
}

/** One kind of data and the systems that say something of it. */
export type Touchpoint = {
  /** The class of the fields: identity and attributes are general and personal, behaviour is support, money is commercial … */
  class: string
  /** System → the share of these customers' fields of this class that it fills. */
  systems: Readonly<Record<string, number>>
  /** Fields of the class that no system fills for any of them. */
  missing: readonly string[]
  /** Whose it is, by the dictionary. */
  owners: readonly string[]
}

const rowsToLookAt = 500
const mostCustomers = 10

export async function compare(
  records: Pick<Records, 'recognise' | 'sources'>,
  access: Access,
  o: { table: Table; mapping: Mapping; context: Context },
): Promise<Compared> {
  const main = o.mapping.records[0]
  const object = access.manifest.objects.get(main?.object ?? '')
  if (!main || !object) return { object: null, customers: [], agreement: [], touchpoints: [] }
  const parts = await firstParts(o.table, o.mapping, access, o.context)
  const found = await recognised(records, access, object.name, parts)
  const customers: ComparedCustomer[] = []
  const heard: Heard[] = []
  for (const { row, part, id } of found.slice(0, mostCustomers)) {
    const said = await records.sources(access.actor, object.name, id)
    heard.push(
      ...said.flatMap(({ field, from, others }) =>
        [from, ...others].flatMap((each) => (each ? [{ field, system: each.system }] : [])),
      ),
    )
    const held = new Map(said.map((each) => [each.field, each]))
    const fields = [...new Set([...Object.keys(part.change.values ?? {}), ...held.keys()])].flatMap((name) => {
      const field = object.fields.get(name)
      if (!field || field.to || field.serverOwned) return []
      const inFile = canonical(object, name, part.change.values?.[name])
      const here = held.get(name)?.value ?? null
      const says = [held.get(name)?.from, ...(held.get(name)?.others ?? [])].flatMap((each) =>
        each ? [{ system: each.system, value: each.value }] : [],
      )
      return [{ field: name, inFile, here, isSame: inFile === null ? null : isEqual(inFile, here), says }]
    })
    const title = held.get(object.title)?.value
    customers.push({ row, id, title: typeof title === 'string' ? title : null, fields })
  }
  return {
    object: object.name,
    customers,
    agreement: agreementIn(customers),
    touchpoints: touchpointsOf(object, heard, customers.length),
  }
}

async function firstParts(table: Table, mapping: Mapping, access: Access, context: Context) {
  const read = rowReader(table, mapping, access.manifest, context)
  const parts: { row: number; part: Part }[] = []
  for await (const { row, cells, skip, ragged } of table.rows()) {
    if (skip || ragged) continue
    const reading = read(row, cells)
    const [part] = 'parts' in reading ? reading.parts : []
    if (part) parts.push({ row, part })
    if (parts.length >= rowsToLookAt) break
  }
  return parts
}

/** Rows whose keys lead to exactly one record that the actor may see. */
async function recognised(
  records: Pick<Records, 'recognise'>,
  { actor }: Access,
  object: string,
  parts: readonly { row: number; part: Part }[],
) {
  const keyed = parts.map(({ row, part }) => ({
    row,
    part,
    keys: matchKeysOf(object, lowered(part.change.values ?? {})),
  }))
  const ids = await records.recognise(
    actor,
    object,
    keyed.flatMap(({ keys }) => keys),
  )
  const taken = new Set<string>()
  return keyed.flatMap(({ row, part, keys }) => {
    const all = new Set(keys.flatMap(({ kind, key }) => ids.get(`${kind} ${key}`) ?? []))
    const [id] = all
    if (!id || all.size !== 1 || taken.has(id)) return []
    taken.add(id)
    return [{ row, part, id }]
  })
}

const lowered = (values: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...values,
  ...(typeof values['email'] === 'string' ? { email: values['email'].trim().toLowerCase() } : {}),
})

function canonical(object: ManifestObject, name: string, given: unknown): unknown {
  const field = object.fields.get(name)
  if (!field || given === undefined || given === null) return null
  const parsed = fieldType(field).parse(given, {
    ...field.options,
    name,
    label: field.label,
    ...(field.terms ? { terms: field.terms } : {}),
  })
  return 'value' in parsed ? parsed.value : given
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function agreementIn(customers: readonly ComparedCustomer[]): Compared['agreement'] {
  const counts = new Map<string, { same: number; different: number; onlyInFile: number; onlyHere: number }>()
  for (const { field, inFile, here, isSame } of customers.flatMap(({ fields }) => fields)) {
    const count = counts.get(field) ?? { same: 0, different: 0, onlyInFile: 0, onlyHere: 0 }
    counts.set(field, count)
    if (inFile === null) count.onlyHere += here === null ? 0 : 1
    else if (here === null) count.onlyInFile += 1
    else if (isSame) count.same += 1
    else count.different += 1
  }
  return [...counts].map(([field, count]) => ({ field, ...count }))
}

type Heard = { field: string; system: string }

function touchpointsOf(object: ManifestObject, heard: readonly Heard[], customers: number): Touchpoint[] {
  if (customers === 0) return []
  const fields = [...object.fields.values()].filter((field) => !field.serverOwned)
  const filled = Map.groupBy(heard, ({ field }) => field)
  return [...Map.groupBy(fields, (field) => field.sensitivity)].map(([name, some]) => {
    const said = some.flatMap((field) => filled.get(field.name) ?? [])
    const systems = [...Map.groupBy(said, ({ system }) => system)].map(([system, all]) => [
      system,
      Math.round((all.length / (some.length * customers)) * 1_000) / 1_000,
    ])
    return {
      class: name,
      systems: Object.fromEntries(systems),
      missing: some.filter((field) => !filled.has(field.name)).map((field) => field.name),
      owners: [...new Set(some.map((field) => field.owner))],
    }
  })
}
