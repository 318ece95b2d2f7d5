// Which recurring import a person means: by its name or its id, among those that they may see.
import { fold } from '../../dictionary/index.ts'
import { nearest } from '../../dictionary/words.ts'
import type { RecurringView } from '../intake/index.ts'
import { Refused, UsageError } from './command.ts'
import type { Place } from './installation.ts'

export async function findRecurring({ holdfast, actor }: Place, given: string | undefined): Promise<RecurringView> {
  if (!given) throw new UsageError('Say which, by its name or its id. They are listed by: holdfast recurring')
  const all = await holdfast.recurring.list(actor)
  const exact = all.filter(({ id, name }) => id === given || name === given)
  const found = exact.length > 0 ? exact : all.filter(({ name }) => fold(name) === fold(given))
  if (found.length > 1)
    throw new Refused(
      'several_records',
      [`"${given}" may be several recurring imports; name one by its id:`, ...found.map(line)].join('\n'),
      { candidates: found.map(({ id, name }) => ({ id, name })) },
    )
  const [one] = found
  if (one) return one
  const near = nearest(
    given,
    all.map(({ name }) => name),
  )
  const mend = near ? `Did you mean "${near}"?` : 'They are listed by: holdfast recurring'
  throw new Refused('record_unavailable', `There is no recurring import "${given}" that you may see. ${mend}`)
}

const line = ({ id, name, owner }: RecurringView): string => `  ${id}  ${name}, of ${owner.name ?? owner.id}`
