import { words } from '../../../dictionary/words.ts'
import type { Actor } from '../../access/index.ts'
import { Failure, isId, type Pool, told } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import { actsOf } from './store.ts'

/** Takes a whole import back, its last change set first. What was said since stays. Answers how many records went back. */
export async function undoImport(
  { pool, records }: { pool: Pool; records: Records },
  actor: Actor,
  id: string,
  progress?: () => Promise<void>,
): Promise<{ acts: number; records: number; untouched: number }> {
  const acts = isId(id) ? await actsOf(pool, actor.workspace, id) : null
  if (!acts)
    throw new Failure('not_undoable', {
      act: id,
      why: told(
        words('there is no such import', 'no existe esa importación', 'não existe essa importação', 'tiada import itu'),
      ),
    })
  const total = { acts: 0, records: 0, untouched: 0 }
  for (const act of acts) {
    const undone = await records.undo(actor, act, { because: `import ${id} taken back` })
    total.acts += 1
    total.records += undone.records
    total.untouched += undone.untouched
    await progress?.()
  }
  return total
}
