// Which recurring import a person means: by its name or its id, among those that they may see.
import { fold } from '../../dictionary/index.ts'
import { nearest } from '../../dictionary/words.ts'
import type { RecurringView } from '../intake/index.ts'
import { inTheirWords, told } from '../platform/index.ts'
import { Refused, UsageError } from './command.ts'
import type { Place } from './installation.ts'
import { didYouMean } from './words/frame.ts'
import { says } from './words/recurring.ts'

export async function findRecurring({ holdfast, actor }: Place, given: string | undefined): Promise<RecurringView> {
  if (!given) throw new UsageError(says.which)
  const all = await holdfast.recurring.list(actor)
  const exact = all.filter(({ id, name }) => id === given || name === given)
  const found = exact.length > 0 ? exact : all.filter(({ name }) => fold(name) === fold(given))
  if (found.length > 1)
    throw new Refused('several_records', inTheirWords([told(says.several(given)), ...found.map(line)].join('\n')), {
      candidates: found.map(({ id, name }) => ({ id, name })),
    })
  const [one] = found
  if (one) return one
  const near = nearest(
    given,
    all.map(({ name }) => name),
  )
  throw new Refused('record_unavailable', told(says.none(given, near === null ? says.listedBy : didYouMean(near))))
}

const line = ({ id, name, owner }: RecurringView): string =>
  `  ${id}  ${told(says.ofOwner(name, owner.name ?? owner.id))}`
