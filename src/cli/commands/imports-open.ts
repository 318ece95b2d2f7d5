// Files sent into an import, as a browser sends them, and an import given up.
import { open as openFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { filesAt, type ImportView, sendFile } from '../../intake/index.ts'
import { told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, UsageError } from '../command.ts'
import { withImport } from '../find-import.ts'
import { inWorkspace, type Place } from '../installation.ts'
import { aboutFile, columnsInWords, sheetsInWords } from '../order-words.ts'
import { says } from '../words/imports.ts'

export function open(call: Call): Promise<number> {
  const [, ...paths] = call.words
  if (paths.length === 0) throw new UsageError(says.whatToBring)
  const [name, currency, questions] = (['name', 'currency', 'questions'] as const).map(call.option)
  return inWorkspace(call, async (place) => {
    const files = await filesAt(paths)
    const order = await send(place, files, {
      name: name ?? basename(files[0] ?? ''),
      settings: {
        ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
        ...(questions === undefined ? {} : { questions: oneOf('--questions', questions, ['ask', 'create']) }),
      },
    })
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

/** An import of these files, sent whole. One that could not be sent leaves nothing behind. */
export async function send({ holdfast, actor }: Doing, paths: readonly string[], how: Opening): Promise<ImportView> {
  const { imports } = holdfast
  const { id } = await imports.open(actor, how)
  try {
    for (const path of paths) await sendOne({ holdfast, actor }, id, path)
    return await imports.get(actor, id)
  } catch (error) {
    return giveUp({ holdfast, actor }, id, error)
  }
}

async function sendOne({ holdfast, actor }: Doing, id: string, path: string): Promise<void> {
  const file = await openFile(path)
  try {
    await sendFile(holdfast.imports, actor, id, { file, name: basename(path) })
  } finally {
    await file.close()
  }
}

export async function giveUp({ holdfast, actor }: Doing, id: string, error: unknown): Promise<never> {
  await holdfast.imports.remove(actor, id).catch(() => {}) // one that is being worked on stays, for its owner to see
  throw error
}

export const remove = (call: Call): Promise<number> =>
  withImport(call, async ({ holdfast, actor }, { id, name }) => {
    await holdfast.imports.remove(actor, id)
    await call.out.answer({ id, removed: true }, () => told(says.gone(name)))
    return 0
  })
