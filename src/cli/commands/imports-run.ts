// What an import would do, what it is asked, doing it, and what became of its rows.
import type { Manifest } from '../../../dictionary/index.ts'
import { csvLine } from '../../intake/index.ts'
import { isId, told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, Refused, UsageError } from '../command.ts'
import { inWords } from '../describe.ts'
import { withImport } from '../find-import.ts'
import { type Left, leftOf, stepDone } from '../import-orders.ts'
import type { Place } from '../installation.ts'
import { leftInWords, saysInWords } from '../order-words.ts'
import { countsInWords } from '../outcomes.ts'
import { table } from '../table.ts'
import { codeInWords, stateInWords } from '../words/codes.ts'
import { headed } from '../words/columns.ts'
import { says } from '../words/imports.ts'
import { fileMeant } from './imports-map.ts'

export const preview = (call: Call): Promise<number> =>
  withImport(call, async (place, { id }) => {
    await place.holdfast.imports.ask(place.actor, id, 'preview')
    const { preview: found, state } = await stepDone(call, place, id)
    if (!found) throw new Refused('cancelled', told(says.previewEnded))
    const left = await leftOf(place, id, 'preview')
    await call.out.answer({ id, state, counts: found.counts, ...left }, () =>
      [countsInWords(found.counts), ...leftInWords(left, id), told(says.rowByRow(id))].join('\n'),
    )
    return 0
  })

export const run = (call: Call): Promise<number> =>
  withImport(call, async (place, { id }) => {
    await place.holdfast.imports.ask(place.actor, id, 'run')
    const { state, counts } = await stepDone(call, place, id)
    const left = await leftOf(place, id, 'run')
    await call.out.answer({ id, state, counts, ...left }, () =>
      [
        ...(counts ? [countsInWords(counts)] : []),
        ...leftInWords(left, id),
        ...(left.rejects.length > 0 ? [told(says.toBeMended(id))] : []),
        ...(state === 'done' ? [] : [told(says.endedEarly(stateInWords(state)))]),
        told(says.takeBack(id)),
      ].join('\n'),
    )
    return state === 'done' ? 0 : 1
  })

/** Answers are kept; the next preview or run goes by them. */
export function answer(call: Call): Promise<number> {
  const others = call.option('others')
  const all = others === undefined ? null : oneOf('--others', others, ['new', 'skip'])
  const given = call.words.slice(2).map(readAnswer)
  if (given.length === 0 && all === null) throw new UsageError(says.whichRecord)
  return withImport(call, async (place, { id, startedAt }) => {
    const open = keysOf(await leftOf(place, id, startedAt === null ? 'preview' : 'run'))
    const answers = new Map<string, string>(all === null ? [] : open.map((key) => [key, all]))
    for (const [key, meant] of given) answers.set(keyMeant(key, open), meant)
    await place.holdfast.imports.answer(place.actor, id, Object.fromEntries(answers))
    await call.out.answer({ id, answered: Object.fromEntries(answers) }, () => told(says.answered(answers.size, id)))
    return 0
  })
}

const keysOf = ({ questions }: Left): string[] =>
  questions.flatMap(({ file, row, records }) =>
    records.flatMap(({ record, candidates }) => (candidates ? [`${file}:${row}:${record}`] : [])),
  )

function readAnswer(given: string): [key: string, meant: string] {
  const [, key, meant] = /^(.+?)=(new|skip|[0-9a-f-]{36}|as \w+ .+)$/is.exec(given) ?? []
  if (key === undefined || meant === undefined) throw new UsageError(says.noAnswer(given))
  return [key, /^as /i.test(meant) ? meant : meant.toLowerCase()]
}

/** A question by its whole name, or by as much of it as says which: the row alone, where there is one file. */
function keyMeant(given: string, open: readonly string[]): string {
  const found = open.filter(
    (key) => key === given || key.startsWith(`${given}:`) || key.endsWith(`:${given}`) || key.includes(`:${given}:`),
  )
  const [key] = found
  if (key !== undefined && found.length === 1) return key
  if (found.length > 1) throw new UsageError(says.severalQuestions(given, found.join(', ')))
  throw new Refused(
    'no_question',
    told(open.length === 0 ? says.noneWaits : says.noneWaitsUnder(given, open.join(', '))),
  )
}

export function rows(call: Call): Promise<number> {
  const of = oneOf('--of', call.option('of') ?? 'run', ['preview', 'run'])
  const limit = call.wholeNumber('limit', { least: 1, most: 1_000 }) ?? 100
  return withImport(call, async ({ holdfast, actor }, { id }) => {
    const { manifest } = await holdfast.records.book.of(actor)
    const found = await holdfast.imports.results(actor, id, { of, outcome: call.option('outcome'), limit })
    await call.out.answer({ rows: found.data, next: found.next }, () =>
      table(
        call.out,
        headed('file', 'row', 'cameOut', null),
        found.data.map((row) => [row.file, String(row.row), codeInWords(row.outcome), aboutRow(row, manifest)]),
      ),
    )
    return 0
  })
}

type RowOf = Awaited<ReturnType<Place['holdfast']['imports']['results']>>['data'][number]

/** Why it was refused, or what of which record it changed. */
function aboutRow({ faults = [], records = [], says: row = [] }: RowOf, { objects }: Manifest): string {
  if (faults.length > 0) return faults.map(({ message }) => message).join(' ')
  const about = records
    .map(({ record, object, outcome, title, how, cells = {}, candidates }) => {
      const about = candidates
        ? candidates.map(({ id, as, title }) => title ?? id ?? as).join(` ${told(says.or)} `)
        : title && !isId(title)
          ? title
          : ''
      const fields = objects.get(object)?.fields
      const said = (name: string, value: unknown) => inWords(fields?.get(name) ?? null, value) || '–'
      // What only leads to another record of the row is told by that one.
      const changed = Object.entries(cells).flatMap(([name, [before, after]]) =>
        fields?.get(name)?.to ? [] : [`${name}: ${said(name, before)} → ${said(name, after)}`],
      )
      return [`${record} ${codeInWords(outcome)}`, about, how ? told(says.by(how)) : '', ...changed]
        .filter(Boolean)
        .join(', ')
    })
    .join('; ')
  return row.length > 0 ? `${saysInWords(row)}: ${about}` : about
}

/** As they stood in their file, each with why: to be mended in the same program and opened again. */
export const rejected = (call: Call): Promise<number> =>
  withImport(call, async ({ holdfast, actor }, order) => {
    const [only] = order.files
    const file = only && order.files.length === 1 ? only : fileMeant(call, order)
    const { lines } = await holdfast.imports.rejectedRows(actor, order.id, file.id)
    for await (const cells of lines) await call.out.write(csvLine(cells))
    return 0
  })
