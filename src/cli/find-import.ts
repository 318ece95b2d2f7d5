// Which import a person means, and as whom it is worked on: whoever runs this machine does with one what its owner may.
import type { ImportView } from '../intake/index.ts'
import { type Call, UsageError } from './command.ts'
import { inWorkspace, type Place } from './installation.ts'
import { says } from './words/imports.ts'

export const withImport = (call: Call, work: (place: Place, order: ImportView) => Promise<number>): Promise<number> =>
  inWorkspace(call, async (place) => {
    const given = call.words[1]?.replace(/^import:/, '')
    if (!given) throw new UsageError(says.whichImport)
    const order = await place.holdfast.imports.get(place.actor, given)
    if (order.isOwn || call.has('as')) return work(place, order)
    const { kind, id } = order.owner
    if (kind !== 'user') return work(place, order)
    const actor = { kind, workspace: place.workspace.id, id, via: 'cli', because: order.name } as const
    return work({ ...place, actor }, await place.holdfast.imports.get(actor, given))
  })
