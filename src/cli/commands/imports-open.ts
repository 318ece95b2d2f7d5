// Files sent into an import, as a browser sends them, and an import given up.
import { open as openFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { filesAt, type ImportView, sendFile } from '../../intake/index.ts'
import { told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, UsageError } from '../command.ts'
import { withImport } from '../find-import.ts'
import { inWorkspace, type Place } from '../installation.ts'
import { aboutFile, columnsInWords, sheetsInWords, sheetsOf } from '../order-words.ts'
import { says } from '../words/imports.ts'
import { fileMeant } from './imports-map.ts'

export function open(call: Call): Promise<number> {
  const [, ...paths] = call.words
  if (paths.length === 0) throw new UsageError(says.whatToBring)
  const [name, currency, questions] = (['name', 'currency', 'questions'] as const).map(call.option)
  const sheets = call
    .option('sheets')
    ?.split(',')
    .map((sheet) => sheet.trim())
  return inWorkspace(call, async (place) => {
    const files = await filesAt(paths)
    const settings = {
      ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
      ...(questions === undefined ? {} : { questions: oneOf('--questions', questions, ['ask', 'create']) }),
    }
    const order = await send(place, files, { name: name ?? basename(files[0] ?? ''), settings }, sheets)
    const { id, state } = order
    await call.out.answer({ id, state, files: order.files.map(aboutFile) }, () =>
      [
        columnsInWords(call, order.files),
        ...sheetsInWords(order.files, id),
        told(says.correctIt(id)),
        told(says.seeWhat(id)),
      ].join('\n'),
    )
    return 0
  })
}

type Doing = Pick<Place, 'holdfast' | 'actor'>
type Opening = Parameters<Place['holdfast']['imports']['open']>[1]

/** An import of these files, sent whole; of workbooks, these sheets. One that could not be sent leaves nothing behind. */
export async function send(
  { holdfast, actor }: Doing,
  paths: readonly string[],
  how: Opening,
  sheets?: readonly string[],
): Promise<ImportView> {
  const { imports } = holdfast
  const { id } = await imports.open(actor, how)
  try {
    for (const path of paths) await sendOne({ holdfast, actor }, id, { path, sheets })
    return await imports.get(actor, id)
  } catch (error) {
    return giveUp({ holdfast, actor }, id, error)
  }
}

type One = { path: string; sheets: readonly string[] | undefined }

async function sendOne({ holdfast, actor }: Doing, id: string, { path, sheets }: One): Promise<void> {
  const file = await openFile(path)
  try {
    await sendFile(holdfast.imports, actor, id, { file, name: basename(path), sheets })
  } finally {
    await file.close()
  }
}

export async function giveUp({ holdfast, actor }: Doing, id: string, error: unknown): Promise<never> {
  await holdfast.imports.remove(actor, id).catch(() => {}) // one that is being worked on stays, for its owner to see
  throw error
}

/** Of a workbook that is open already, the sheets that are taken from now on. */
export function sheets(call: Call): Promise<number> {
  const [, , ...named] = call.words
  if (named.length === 0) throw new UsageError(says.whichSheets)
  return withImport(call, async ({ holdfast, actor }, order) => {
    const ofBooks = order.files.filter((file) => sheetsOf(file).length > 0)
    const [first] = ofBooks
    const beside = first ? sheetsOf(first).map((sheet) => sheet.file) : []
    const isOneBook = ofBooks.every(({ id }) => id === first?.id || beside.includes(id))
    const file = first && isOneBook && !call.has('file') ? first : fileMeant(call, order)
    const { id, state, files } = await holdfast.imports.takeSheets(actor, order.id, file.id, named)
    await call.out.answer({ id, state, files: files.map(aboutFile) }, () =>
      [columnsInWords(call, files), ...sheetsInWords(files, id)].join('\n'),
    )
    return 0
  })
}

export const remove = (call: Call): Promise<number> =>
  withImport(call, async ({ holdfast, actor }, { id, name }) => {
    await holdfast.imports.remove(actor, id)
    await call.out.answer({ id, removed: true }, () => told(says.gone(name)))
    return 0
  })
