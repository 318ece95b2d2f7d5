import { type ManifestObject, systems, words } from '../../../dictionary/index.ts'
import { type Access, readableField } from '../../access/index.ts'
import { isId, told } from '../../platform/index.ts'
import type { HistoryItem } from '../../records/index.ts'
import type { Command } from '../command.ts'
import { inWords, moment } from '../describe.ts'
import { findRecord, objectNamed } from '../find-record.ts'
import { inWorkspace, type Place } from '../installation.ts'
import { asReader } from '../options.ts'
import { members } from '../store.ts'
import { table } from '../table.ts'
import { says } from '../words/asking.ts'
import { codeInWords } from '../words/codes.ts'
import { headed } from '../words/columns.ts'

export const command: Command = {
  usage: ['history OBJECT ID|TEXT [--before ACT] [--limit N] [--as EMAIL]'],
  describe: words(
    'Shows what happened to a record, the newest first: who changed what, from what to what, in which way, and why. Each line names the change set that "holdfast undo" takes back.',
    'Muestra qué le pasó a un registro, lo más nuevo primero: quién cambió qué, de qué a qué, de qué modo y por qué. Cada línea nombra el conjunto de cambios que "holdfast undo" deshace.',
    'Mostra o que aconteceu com um registro, o mais novo primeiro: quem mudou o quê, de quê para quê, de que modo e por quê. Cada linha indica o conjunto de mudanças que "holdfast undo" desfaz.',
    'Menunjukkan apa yang berlaku pada rekod, yang terbaharu dahulu: siapa mengubah apa, daripada apa kepada apa, dengan cara apa, dan sebabnya. Setiap baris menamakan set perubahan yang dibuat asal oleh "holdfast undo".',
  ),
  options: {
    before: {
      value: 'ACT',
      describe: words(
        'Only what came before this change set: the next page.',
        'Solo lo anterior a este conjunto de cambios: la página siguiente.',
        'Só o que veio antes deste conjunto de mudanças: a página seguinte.',
        'Hanya yang sebelum set perubahan ini: halaman seterusnya.',
      ),
    },
    limit: {
      value: 'N',
      describe: words(
        'How many at most (50 where not said).',
        'Cuántos como máximo (50 si no se dice).',
        'Quantos no máximo (50 se não dito).',
        'Berapa paling banyak (50 jika tidak dinyatakan).',
      ),
    },
    as: asReader,
  },
  words: { least: 2, most: 2 },
  examples: ['holdfast history account crm:A-0001', 'holdfast history contact ana.souza@example.com --limit 5 --json'],
  run: (call) =>
    inWorkspace(call, async (place) => {
      const { holdfast, actor } = place
      const [name = '', given = ''] = call.words
      const access = await holdfast.records.book.of(actor)
      const object = objectNamed(access, name)
      const id = await findRecord({ holdfast, actor, access, object }, given)
      const before = call.option('before')
      const limit = call.wholeNumber('limit', { least: 1, most: 200 })
      const page = await holdfast.records.history(actor, object.name, id, {
        ...(before ? { before } : {}),
        ...(limit ? { limit } : {}),
      })
      const names = await namesOf(place, page.items)
      const titles = await titlesIn(place, access, object, page.items)
      await call.out.answer({ object: object.name, id, ...page }, () => {
        const rows = page.items.flatMap((item) => {
          const changes = Object.entries(item.changed).map(([field, { from, to }]) => {
            const declared = object.fields.get(field) ?? null
            const say = (value: unknown) => titles.get(String(value)) ?? (inWords(declared, value) || '–')
            return `${declared ? told(declared.label) : field}: ${say(from)} → ${say(to)}`
          })
          const head = [moment(item.at), codeInWords(item.verb), names(item), sourceOf(item), item.act]
          return [
            [...head, changes[0] ?? item.because ?? ''],
            ...changes.slice(1).map((change) => ['', '', '', '', '', change]),
          ]
        })
        const heads = headed('whenUtc', 'what', 'who', 'source', 'changeSet', 'changes')
        const more = page.next ? `\n\n${told(says.older(page.next))}` : ''
        return rows.length > 0 ? table(call.out, heads, rows) + more : told(says.nothingHappened)
      })
      return 0
    }),
}

/** Our own words about our own record need no mention. */
const sourceOf = ({ source }: HistoryItem): string =>
  systems.some((system) => system === source.system) && source.system !== 'hand'
    ? `${source.system}:${source.localId}`
    : told(says.byHand)

async function namesOf({ holdfast, workspace }: Place, items: readonly HistoryItem[]) {
  const people = items.some((item) => item.actor.kind === 'user') ? await members(holdfast, workspace.id) : []
  const keys = items.some((item) => item.actor.kind === 'key') ? await holdfast.admin.keys(workspace.id) : []
  const byId = new Map([
    ...people.map((person) => [person.userId, person.name] as const),
    ...keys.map((key) => [key.id, told(says.key(key.name))] as const),
  ])
  return ({ actor, via }: HistoryItem) => `${byId.get(actor.id) ?? actor.id} (${via})`
}

/** Titles of the records that references led from and to, of those the reader may see. */
async function titlesIn(
  { holdfast, actor }: Place,
  access: Access,
  object: ManifestObject,
  items: readonly HistoryItem[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, Set<string>>()
  for (const [name, { from, to }] of items.flatMap((item) => Object.entries(item.changed))) {
    const target = object.fields.get(name)?.to
    if (!target || !mayReadTitle(access, target)) continue
    const some = ids.get(target) ?? new Set()
    for (const id of [from, to]) if (isId(id)) some.add(id)
    ids.set(target, some)
  }
  const titles = new Map<string, string>()
  for (const [target, some] of ids) {
    const title = access.manifest.objects.get(target)?.title ?? 'id'
    const where = { field: 'id', op: 'in', value: [...some] }
    const { data } = await holdfast.records.ask(actor, { from: target, select: [title], where, limit: 1_000 })
    const rows: Record<string, unknown>[] = JSON.parse(data)
    for (const row of rows) titles.set(String(row['id']), String(row[title]))
  }
  return titles
}

function mayReadTitle(access: Access, name: string): boolean {
  const title = access.manifest.objects.get(name)?.title
  return title !== undefined && readableField(access, name, title, 'list') !== null
}
