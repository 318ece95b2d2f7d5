// Files of a recurring import, brought at once: they become the import that they would have become in its folder.
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type FileView, filesAt, type ImportView, isKnown, type RecurringView, sendFile } from '../../intake/index.ts'
import { type Call, Refused, UsageError } from '../command.ts'
import { findRecurring } from '../find-recurring.ts'
import { type Left, leftOf, stepDone } from '../import-orders.ts'
import { inWorkspace, type Place } from '../installation.ts'
import { countsInWords, rejectsInWords } from '../outcomes.ts'
import { table } from '../table.ts'

export function bring(call: Call): Promise<number> {
  const [, name, ...paths] = call.words
  if (!name || paths.length === 0)
    throw new UsageError('Say which, and what to bring: holdfast recurring bring NAME PATH….')
  return inWorkspace(call, async (place) => {
    const recurring = await findRecurring(place, name)
    const bringing = call.has('as') ? place : asOwner(place, recurring)
    const order = await send(bringing, recurring, await filesAt(paths))
    return call.has('preview') ? preview(call, bringing, order) : run(call, bringing, { order, recurring })
  })
}

/** Whoever runs this machine may put files into a folder of it, which are its owner's import. */
const asOwner = (place: Place, { owner, name }: RecurringView): Place => ({
  ...place,
  actor: { kind: 'user', workspace: place.workspace.id, id: owner.id, via: 'cli', because: name },
})

/** As a browser would send them. What wrote nothing leaves nothing behind, here and below. */
async function send({ holdfast, actor }: Place, { id: recurring }: RecurringView, paths: readonly string[]) {
  const { imports } = holdfast
  const { id } = await imports.open(actor, { recurring })
  try {
    for (const path of paths) await sendOne({ holdfast, actor }, id, path)
    return await imports.get(actor, id)
  } catch (error) {
    return giveUp({ holdfast, actor }, id, error)
  }
}

async function sendOne({ holdfast, actor }: Doing, id: string, path: string): Promise<void> {
  const file = await open(path)
  try {
    await sendFile(holdfast.imports, actor, id, { file, name: basename(path) })
  } finally {
    await file.close()
  }
}

type Doing = Pick<Place, 'holdfast' | 'actor'>

async function giveUp({ holdfast, actor }: Doing, id: string, error: unknown): Promise<never> {
  await holdfast.imports.remove(actor, id).catch(() => {}) // one that is being worked on stays, for its owner to see
  throw error
}

async function preview(call: Call, place: Place, { id, files }: ImportView): Promise<number> {
  const { imports } = place.holdfast
  try {
    await imports.ask(place.actor, id, 'preview')
    const { preview: found } = await stepDone(call, place, id)
    const left = await leftOf(place, id, 'preview')
    if (!found) throw new Refused('cancelled', 'Somebody ended the preview before it was done.')
    const { counts } = found
    await imports.remove(place.actor, id)
    await call.out.answer({ files: files.map(aboutFile), counts, ...left }, () =>
      [columnsInWords(call, files), countsInWords(counts), ...leftInWords(left), 'Nothing was written.'].join('\n'),
    )
    return 0
  } catch (error) {
    return giveUp(place, id, error)
  }
}

async function run(
  call: Call,
  place: Place,
  { order, recurring }: { order: ImportView; recurring: RecurringView },
): Promise<number> {
  const { imports } = place.holdfast
  const { id, files } = order
  try {
    if (!call.has('yes')) requireKnown(call, files)
    await imports.ask(place.actor, id, 'run')
  } catch (error) {
    return giveUp(place, id, error)
  }
  const { state, counts } = await stepDone(call, place, id)
  const left = await leftOf(place, id, 'run')
  const of = { id: recurring.id, name: recurring.name }
  await call.out.answer({ id, recurring: of, state, files: files.map(aboutFile), counts, ...left }, () =>
    [
      ...(counts ? [`${recurring.name}: ${countsInWords(counts)}`] : []),
      ...leftInWords(left),
      ...(state === 'done' ? [] : [`It was ended before all was in: ${state}.`]),
      `Take it back with: holdfast undo import:${id}`,
    ].join('\n'),
  )
  return state === 'done' ? 0 : 1
}

function requireKnown(call: Call, files: readonly FileView[]): void {
  const guessed = files.filter((file) => file.state === 'ready' && !isKnown(file))
  if (guessed.length === 0) return
  throw new Refused(
    'columns_guessed',
    [
      'What these columns mean is only guessed:',
      columnsInWords(call, guessed),
      'Look at it with --preview, and take it so with --yes; or say what they mean on the screen once, and keep it.',
    ].join('\n'),
    { files: guessed.map(aboutFile) },
  )
}

/** What a file is taken for, as far as it was understood. */
function aboutFile(file: FileView) {
  const { name, size, failure } = file
  const { recognised = null, mapping = null, mappedBy = null } = 'recognised' in file ? file : {}
  const columns = (mapping?.columns ?? []).map(({ header, to, confidence, because }) => ({
    ...{ header, record: to?.record ?? null, field: to?.field ?? null, confidence, because },
  }))
  return { file: name, size, shape: recognised?.shape ?? null, mappedBy, columns, failure }
}

function columnsInWords(call: Call, files: readonly FileView[]): string {
  const rows = files
    .map(aboutFile)
    .flatMap(({ file, shape, mappedBy, columns }) =>
      columns.length === 0
        ? [[file, '', shape ?? 'not known', '']]
        : columns.map(({ header, record, field, confidence }) => [
            ...[file, header, field === null ? 'left out' : `${record}.${field}`],
            mappedBy === 'guess' ? `guessed, ${Math.round(confidence * 100)}%` : 'said',
          ]),
    )
  return table(
    call.out,
    ['File', 'Column', 'Means', ''].map((title) => ({ title })),
    rows,
  )
}

function leftInWords({ rejects, questions }: Left): string[] {
  const n = questions.length
  const waiting = `${n} ${n === 1 ? 'row waits' : 'rows wait'} for an answer, on the screen of the import: which record is meant.`
  return [...rejectsInWords(rejects), ...(n > 0 ? [waiting] : [])]
}
