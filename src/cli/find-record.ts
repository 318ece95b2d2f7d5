// Which record a person means: by our id, by the id another system gave it (crm:0015…), by its exact title, or by a search
// that leads to one record alone.
import { type ManifestField, type ManifestObject, type SystemName, systems } from '../../dictionary/index.ts'
import { nearest } from '../../dictionary/words.ts'
import { type Access, type Actor, grantsFor, readableField } from '../access/index.ts'
import type { Holdfast } from '../holdfast.ts'
import { Failure, inTheirWords, isId, told } from '../platform/index.ts'
import { Refused, UsageError } from './command.ts'
import { meantOr, says } from './words/frame.ts'

export type Asked = { holdfast: Holdfast; actor: Actor; access: Access; object: ManifestObject; asOf?: string }

/** The object by its name or plural, if this actor may list it. Another answers as if it did not exist, but may suggest one. */
export function objectNamed(access: Access, name: string): ManifestObject {
  const { objects, byPlural } = access.manifest
  const mayList = (object: ManifestObject | undefined) =>
    object && grantsFor(access, object.name, 'list').length > 0 ? object : null
  const found = mayList(objects.get(name) ?? byPlural.get(name))
  if (found) return found
  const known = [...objects.values()].flatMap((object) => mayList(object)?.name ?? [])
  throw new UsageError(says.noObject(name, meantOr(nearest(name, known), known)))
}

/** The way from a reference to the title of what it points at, where this actor may read it as text. */
export function titlePath(access: Access, field: ManifestField): string | null {
  const target = access.manifest.objects.get(field.to ?? '')
  const title = target && readableField(access, target.name, target.title, 'list')
  return title?.columns[0]?.type === 'text' ? `${field.name}.${title.name}` : null
}

/** Its id. Throws where nothing is meant, or more than one. */
export async function findRecord(asked: Asked, given: string): Promise<string> {
  if (isId(given)) return given
  const id = (await bySource(asked, given)) ?? (await byTitle(asked, given)) ?? (await bySearch(asked, given))
  if (id) return id
  throw new Failure('record_unavailable', { object: asked.object.name, id: `"${given}"` })
}

async function bySource({ holdfast, actor, object }: Asked, given: string): Promise<string | undefined> {
  const colon = given.indexOf(':')
  const system = systems.find((each): each is SystemName => each === given.slice(0, colon))
  if (!system) return undefined
  const known = await holdfast.records.resolve(actor, object.name, [{ system, localId: given.slice(colon + 1) }])
  return [...known.values()][0]
}

async function byTitle(asked: Asked, given: string): Promise<string | undefined> {
  const { access, object } = asked
  const title = readableField(access, object.name, object.title, 'list')
  if (title?.columns[0]?.type !== 'text' || !title.operators.includes('is')) return undefined
  const found = await titles(asked, { where: { field: object.title, op: 'is', value: given } })
  return onlyOne(asked, given, found)
}

const bySearch = async (asked: Asked, given: string): Promise<string | undefined> =>
  onlyOne(asked, given, await titles(asked, { search: given }))

type Titled = { id: string; title: string }
const mostShown = 10

async function titles({ holdfast, actor, object, asOf }: Asked, how: object): Promise<Titled[]> {
  const { data } = await holdfast.records.ask(actor, {
    from: object.name,
    select: [object.title],
    limit: mostShown + 1,
    ...(asOf ? { asOf } : {}),
    ...how,
  })
  const rows: { id: string }[] = JSON.parse(data)
  return rows.map((row) => ({
    id: row.id,
    title: String(Object.entries(row).find(([name]) => name === object.title)?.[1] ?? ''),
  }))
}

function onlyOne({ object }: Asked, given: string, found: readonly Titled[]): string | undefined {
  if (found.length < 2) return found[0]?.id
  const list = found.slice(0, mostShown).map(({ id, title }) => `  ${id}  ${title}`)
  const more = found.length > mostShown ? ['  …'] : []
  throw new Refused(
    'several_records',
    inTheirWords([told(says.severalRecords(given, object.plural)), ...list, ...more].join('\n')),
    { candidates: found },
  )
}
