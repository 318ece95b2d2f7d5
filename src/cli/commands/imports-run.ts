// What an import would do, what it is asked, doing it, and what became of its rows.
import type { Manifest } from '../../../dictionary/index.ts'
import { csvLine } from '../../intake/index.ts'
import { isId } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, Refused, UsageError } from '../command.ts'
import { inWords } from '../describe.ts'
import { withImport } from '../find-import.ts'
import { type Left, leftOf, stepDone } from '../import-orders.ts'
import type { Place } from '../installation.ts'
import { leftInWords, saysInWords } from '../order-words.ts'
import { countsInWords } from '../outcomes.ts'
import { table } from '../table.ts'
import { fileMeant } from './imports-map.ts'

export const preview = (call: Call): Promise<number> =>
  withImport(call, async (place, { id }) => {
    await place.holdfast.imports.ask(place.actor, id, 'preview')
    const { preview: found, state } = await stepDone(call, place, id)
    if (!found) throw new Refused('cancelled', 'Somebody ended the preview before it was done.')
    const left = await leftOf(place, id, 'preview')
    await call.out.answer({ id, state, counts: found.counts, ...left }, () =>
      [
        countsInWords(found.counts),
        ...leftInWords(left, id),
        `Nothing was written. Row by row: holdfast imports rows ${id} --of preview`,
      ].join('\n'),
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
        ...(left.rejects.length > 0 ? [`As a file to be mended: holdfast imports rejected ${id}`] : []),
        ...(state === 'done' ? [] : [`It was ended before all was in: ${state}.`]),
        `Take it back with: holdfast undo import:${id}`,
      ].join('\n'),
    )
    return state === 'done' ? 0 : 1
  })

/** Answers are kept; the next preview or run goes by them. */
export function answer(call: Call): Promise<number> {
  const others = call.option('others')
  const all = others === undefined ? null : oneOf('--others', others, ['new', 'skip'])
  const given = call.words.slice(2).map(readAnswer)
  if (given.length === 0 && all === null)
    throw new UsageError(
      'Say which record a row means: FILE:ROW:RECORD=RECORD_ID|new|skip or FILE:ROW:RECORD="as NAME", or --others new|skip.',
    )
  return withImport(call, async (place, { id, startedAt }) => {
    const open = keysOf(await leftOf(place, id, startedAt === null ? 'preview' : 'run'))
    const answers = new Map<string, string>(all === null ? [] : open.map((key) => [key, all]))
    for (const [key, meant] of given) answers.set(keyMeant(key, open), meant)
    await place.holdfast.imports.answer(place.actor, id, Object.fromEntries(answers))
    await call.out.answer({ id, answered: Object.fromEntries(answers) }, () =>
      [
        `${answers.size} ${answers.size === 1 ? 'question is' : 'questions are'} answered.`,
        `Go on with: holdfast imports run ${id}`,
      ].join(' '),
    )
    return 0
  })
}

const keysOf = ({ questions }: Left): string[] =>
  questions.flatMap(({ file, row, records }) =>
    records.flatMap(({ record, candidates }) => (candidates ? [`${file}:${row}:${record}`] : [])),
  )

function readAnswer(given: string): [key: string, meant: string] {
  const [, key, meant] = /^(.+?)=(new|skip|[0-9a-f-]{36}|as \w+ .+)$/is.exec(given) ?? []
  if (key === undefined || meant === undefined)
    throw new UsageError(
      `"${given}" is not usable: write FILE:ROW:RECORD=RECORD_ID, or "new", "skip" or "as SYSTEM NAME" instead of the id.`,
    )
  return [key, /^as /i.test(meant) ? meant : meant.toLowerCase()]
}

/** A question by its whole name, or by as much of it as says which: the row alone, where there is one file. */
function keyMeant(given: string, open: readonly string[]): string {
  const found = open.filter(
    (key) => key === given || key.startsWith(`${given}:`) || key.endsWith(`:${given}`) || key.includes(`:${given}:`),
  )
  const [key] = found
  if (key !== undefined && found.length === 1) return key
  if (found.length > 1) throw new UsageError(`"${given}" may be several questions: ${found.join(', ')}.`)
  throw new Refused(
    'no_question',
    open.length === 0
      ? 'No row waits for an answer.'
      : `No row waits under "${given}". There wait: ${open.join(', ')}.`,
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
        ['File', 'Row', 'Came out', ''].map((title) => ({ title })),
        found.data.map((row) => [row.file, String(row.row), row.outcome, aboutRow(row, manifest)]),
      ),
    )
    return 0
  })
}

type RowOf = Awaited<ReturnType<Place['holdfast']['imports']['results']>>['data'][number]

/** Why it was refused, or what of which record it changed. */
function aboutRow({ faults = [], records = [], says = [] }: RowOf, { objects }: Manifest): string {
  if (faults.length > 0) return faults.map(({ message }) => message).join(' ')
  const about = records
    .map(({ record, object, outcome, title, how, cells = {}, candidates }) => {
      const about = candidates
        ? candidates.map(({ id, as, title }) => title ?? id ?? as).join(' or ')
        : title && !isId(title)
          ? title
          : ''
      const fields = objects.get(object)?.fields
      const said = (name: string, value: unknown) => inWords(fields?.get(name) ?? null, value) || '–'
      // What only leads to another record of the row is told by that one.
      const changed = Object.entries(cells).flatMap(([name, [before, after]]) =>
        fields?.get(name)?.to ? [] : [`${name}: ${said(name, before)} → ${said(name, after)}`],
      )
      return [`${record} ${outcome.replace('_', ' ')}`, about, how ? `by ${how}` : '', ...changed]
        .filter(Boolean)
        .join(', ')
    })
    .join('; ')
  return says.length > 0 ? `${saysInWords(says)}: ${about}` : about
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
