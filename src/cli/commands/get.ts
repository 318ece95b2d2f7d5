import type { ManifestField, ManifestObject } from '../../../dictionary/index.ts'
import { words } from '../../../dictionary/words.ts'
import type { Access, Actor } from '../../access/index.ts'
import { readableField } from '../../access/index.ts'
import { Failure, told } from '../../platform/index.ts'
import type { FieldSources } from '../../records/index.ts'
import { type Command, UsageError } from '../command.ts'
import { inWords, moment } from '../describe.ts'
import { findRecord, objectNamed, titlePath } from '../find-record.ts'
import { inWorkspace, type Place } from '../installation.ts'
import { asReader } from '../options.ts'
import type { Output } from '../output.ts'
import { pairs } from '../table.ts'
import { says } from '../words/asking.ts'

export const command: Command = {
  usage: ['get OBJECT ID|TEXT [--sources] [--as-of DATE] [--as EMAIL]'],
  describe: words(
    'Shows one record with every value you may see. Name it by its id, by the id another system gave it (crm:A-0001), by its title, or by words that only it has.',
    'Muestra un registro con cada valor que usted puede ver. Nómbrelo por su id, por el id que le dio otro sistema (crm:A-0001), por su título o por palabras que solo él tiene.',
    'Mostra um registro com cada valor que você pode ver. Indique-o pelo id, pelo id que outro sistema lhe deu (crm:A-0001), pelo título ou por palavras que só ele tem.',
    'Menunjukkan satu rekod dengan setiap nilai yang boleh anda lihat. Namakan dengan idnya, id yang diberi sistem lain (crm:A-0001), tajuknya, atau perkataan yang hanya ada padanya.',
  ),
  options: {
    sources: {
      describe: words(
        'For each value: who says so, since when, and what other systems say.',
        'De cada valor: quién lo dice, desde cuándo y qué dicen otros sistemas.',
        'De cada valor: quem diz, desde quando e o que outros sistemas dizem.',
        'Bagi setiap nilai: siapa yang berkata, sejak bila, dan kata sistem lain.',
      ),
    },
    'as-of': {
      value: 'DATE',
      describe: words(
        'As it was at the end of that day, or at that moment.',
        'Como era al final de ese día o en ese momento.',
        'Como era no fim desse dia ou nesse momento.',
        'Seperti pada penghujung hari itu, atau pada saat itu.',
      ),
    },
    as: asReader,
  },
  words: { least: 2, most: 2 },
  examples: [
    'holdfast get account crm:A-0001 --sources',
    'holdfast get contact ana.souza@example.com',
    'holdfast get account "Harbour Mill" --as-of 2026-06-30 --json',
  ],
  run: (call) =>
    inWorkspace(call, async (place) => {
      const { holdfast, actor } = place
      const [name = '', given = ''] = call.words
      const access = await holdfast.records.book.of(actor)
      const object = objectNamed(access, name)
      const asOf = call.option('as-of')
      if (asOf && call.has('sources')) throw new UsageError(says.sourcesAreNow)
      const id = await findRecord({ holdfast, actor, access, object, ...(asOf ? { asOf } : {}) }, given)
      const record = await read(place, access, object, id, asOf)
      const sources = call.has('sources') ? await holdfast.records.sources(actor, object.name, id) : null
      await call.out.answer({ object: object.name, record: record.values, ...(sources ? { sources } : {}) }, () =>
        show(call.out, object, record.values, record.titles, sources),
      )
      return 0
    }),
}

/** A question selects no more at once. */
const mostSelected = 100

type Values = Readonly<Record<string, unknown>>

/** All its readable values, and beside each reference the title of what it points at. */
async function read(
  { holdfast, actor }: { holdfast: Place['holdfast']; actor: Actor },
  access: Access,
  object: ManifestObject,
  id: string,
  asOf: string | undefined,
): Promise<{ values: Values; titles: ReadonlyMap<string, string> }> {
  const fields = [...object.fields.keys()].flatMap((name) => readableField(access, object.name, name, 'list') ?? [])
  const paths = new Map(
    fields.flatMap((field): [string, string][] => {
      const path = titlePath(access, field)
      return path ? [[field.name, path]] : []
    }),
  )
  const selected = ['id', ...fields.map((field) => field.name), 'version', 'created_at', 'updated_at']
  const found = new Map<string, unknown>()
  const wanted = [...selected, ...paths.values()]
  for (let at = 0; at < wanted.length; at += mostSelected) {
    const { data } = await holdfast.records.ask(actor, {
      from: object.name,
      select: wanted.slice(at, at + mostSelected),
      where: { field: 'id', op: 'is', value: id },
      ...(asOf ? { asOf } : {}),
    })
    const [part]: (Record<string, unknown> | undefined)[] = JSON.parse(data)
    if (!part) throw new Failure('record_unavailable', { object: object.name, id })
    for (const [path, value] of Object.entries(part)) found.set(path, value)
  }
  const titles = [...paths].flatMap(([name, path]): [string, string][] => {
    const title = found.get(path)
    return typeof title === 'string' ? [[name, title]] : []
  })
  return { values: Object.fromEntries(selected.map((name) => [name, found.get(name)])), titles: new Map(titles) }
}

function show(
  out: Output,
  object: ManifestObject,
  values: Values,
  titles: ReadonlyMap<string, string>,
  sources: readonly FieldSources[] | null,
): string {
  const bySource = new Map(sources?.map((each) => [each.field, each]))
  const rows = [...object.fields.values()].flatMap((field): [string, string][] => {
    const value = values[field.name] ?? null
    const said = bySource.get(field.name)
    if (value === null && !said) return []
    const text = titles.get(field.name) ?? inWords(field, value)
    return [[told(field.label), [text, ...(said ? claims(out, field, said) : [])].join('\n')]]
  })
  const title = titles.get(object.title) ?? inWords(object.fields.get(object.title) ?? null, values[object.title])
  const head = out.style('bold', `${told(object.label)}: ${title}`)
  const updated =
    typeof values['updated_at'] === 'string' ? `, ${told(says.changed(moment(values['updated_at'])))}` : ''
  return `${head}\n${out.style('dim', `${told(says.version(String(values['id']), String(values['version'])))}${updated}`)}\n\n${pairs(out, rows)}`
}

function claims(out: Output, field: ManifestField, { from, others, authority }: FieldSources): string[] {
  const holder = from
    ? [`  ${who(from)}${from.system === authority ? `, ${told(says.finalWord)}` : ''}`]
    : [`  ${told(says.workedOut)}`]
  const losing = others.map(
    (other) => `  ${told(says.other)}: ${inWords(field, other.value) || told(says.nothing)}, ${who(other)}`,
  )
  return [...holder, ...losing].map((line) => out.style('dim', line))
}

function who({ system, localId, file, rows, saidAt, heardAt, verifiedOn }: NonNullable<FieldSources['from']>): string {
  // A row of a sheet has no id of its own: it is known by its line.
  const isLine = file !== null && rows.length > 0 && system === 'spreadsheet'
  const parts = [
    isLine ? system : `${system}:${localId}`,
    told(saidAt ? says.said(moment(saidAt)) : says.heard(moment(heardAt))),
    verifiedOn ? told(says.verified(verifiedOn)) : '',
    file ? told(says.inFile(file, isLine ? rows.join(', ') : null)) : '',
  ]
  return parts.filter(Boolean).join(', ')
}
