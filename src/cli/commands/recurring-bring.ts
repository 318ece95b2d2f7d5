// Files of a recurring import, brought at once: they become the import that they would have become in its folder.
import { type FileView, filesAt, type ImportView, isKnown, type RecurringView } from '../../intake/index.ts'
import { inTheirWords, told } from '../../platform/index.ts'
import { type Call, Refused, UsageError } from '../command.ts'
import { findRecurring } from '../find-recurring.ts'
import { leftOf, stepDone } from '../import-orders.ts'
import { inWorkspace, type Place } from '../installation.ts'
import { mapAll, mappingIn } from '../mappings.ts'
import { aboutFile, columnsInWords, leftInWords } from '../order-words.ts'
import { countsInWords } from '../outcomes.ts'
import { stateInWords } from '../words/codes.ts'
import { says as imported } from '../words/imports.ts'
import { says } from '../words/recurring.ts'
import { giveUp, send } from './imports-open.ts'

export function bring(call: Call): Promise<number> {
  const [, name, ...paths] = call.words
  if (!name || paths.length === 0) throw new UsageError(says.whichAndWhat)
  return inWorkspace(call, async (place) => {
    const recurring = await findRecurring(place, name)
    const bringing = call.has('as') ? place : asOwner(place, recurring)
    const sent = await send(bringing, await filesAt(paths), { recurring: recurring.id })
    const order = await mapped(call, bringing, { order: sent, recurring })
    return call.has('preview') ? preview(call, bringing, order) : run(call, bringing, { order, recurring })
  })
}

/** Whoever runs this machine may put files into a folder of it, which are its owner's import. */
const asOwner = (place: Place, { owner, name }: RecurringView): Place => ({
  ...place,
  actor: { kind: 'user', workspace: place.workspace.id, id: owner.id, via: 'cli', because: name },
})

type Bringing = { order: ImportView; recurring: RecurringView }

/** With the meaning that is said of its columns, which is kept for the next time unless this is only a look. */
async function mapped(call: Call, place: Place, { order, recurring: { name } }: Bringing): Promise<ImportView> {
  const path = call.option('mapping')
  if (path === undefined) return order
  try {
    const template = call.has('preview') ? undefined : name
    return await mapAll(place, order, { mapping: await mappingIn(call, path), template })
  } catch (error) {
    return giveUp(place, order.id, error)
  }
}

async function preview(call: Call, place: Place, { id, files }: ImportView): Promise<number> {
  const { imports } = place.holdfast
  try {
    await imports.ask(place.actor, id, 'preview')
    const { preview: found } = await stepDone(call, place, id)
    const left = await leftOf(place, id, 'preview')
    if (!found) throw new Refused('cancelled', told(imported.previewEnded))
    const { counts } = found
    await imports.remove(place.actor, id)
    await call.out.answer({ files: files.map(aboutFile), counts, ...left }, () =>
      [
        columnsInWords(call, files),
        countsInWords(counts),
        ...leftInWords(left, null),
        told(imported.nothingWritten),
      ].join('\n'),
    )
    return 0
  } catch (error) {
    return giveUp(place, id, error)
  }
}

async function run(call: Call, place: Place, { order, recurring }: Bringing): Promise<number> {
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
      ...leftInWords(left, id),
      ...(state === 'done' ? [] : [told(imported.endedEarly(stateInWords(state)))]),
      told(imported.takeBack(id)),
    ].join('\n'),
  )
  return state === 'done' ? 0 : 1
}

function requireKnown(call: Call, files: readonly FileView[]): void {
  const guessed = files.filter((file) => file.state === 'ready' && !isKnown(file))
  if (guessed.length === 0) return
  throw new Refused(
    'columns_guessed',
    inTheirWords([told(says.onlyGuessed), columnsInWords(call, guessed), told(says.takeItSo)].join('\n')),
    { files: guessed.map(aboutFile) },
  )
}
