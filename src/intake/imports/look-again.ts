// References by name to what came later in the same import: when all is in, the rows that waited for something are looked at once more.
// Only rows that were taken are sent again, and all it changes of them is where they lead.
import type { Actor } from '../../access/index.ts'
import type { PlannedFile } from './plan.ts'
import { prepareParts } from './prepare.ts'
import type { Importing } from './run.ts'
import type { Context, Part } from './shape.ts'
import { actOf } from './store.ts'

const partsAtOnce = 1_000

export async function lookAgain(
  importing: Importing,
  actor: Actor,
  { id, file, context, attempt }: { id: string; file: PlannedFile; context: Context; attempt: string },
): Promise<void> {
  let pending: Part[] = []
  let flush = 0
  const send = async () => {
    for (const [object, parts] of Map.groupBy(pending, (part) => part.object)) {
      const known = await importing.records.resolve(
        actor,
        object,
        parts.flatMap(({ change }) => change.source ?? []),
      )
      const taken = parts.filter(({ change: { source } }) => source && known.has(`${source.system} ${source.localId}`))
      const prepared = await prepareParts(importing.records, actor, object, taken)
      const found = prepared.filter(({ isWaiting }) => !isWaiting)
      if (found.length === 0) continue
      await importing.records.change(
        actor,
        object,
        found.map(({ change }) => change),
        {
          idempotencyKey: `import:${id}:${file.file}:${attempt}again:${flush}:${object}`,
          isKeyEnough: true,
          noting: (act) => [actOf(actor.workspace, id, act)],
        },
      )
    }
    flush += 1
    pending = []
  }
  for await (const reading of file.shape.read(file.opened, context)) {
    if ('parts' in reading && !('event' in reading)) pending.push(...reading.parts.filter((part) => part.look))
    if (pending.length >= partsAtOnce) await send()
  }
  if (pending.length > 0) await send()
}
