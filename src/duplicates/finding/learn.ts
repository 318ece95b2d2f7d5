// Learning the weights of evidence from the records that are there: gathered as for finding, and compared by the shipped weights.
import type { Actor } from '../../access/index.ts'
import { groundOf, type Kind, learnFrom, openEncoder, sharesOf } from '../../matching/index.ts'
import type { Deciding } from '../index.ts'
import { keepLesson, type Taught, type Weights, weightsTaught } from '../weights.ts'
import { gather } from './gather.ts'

export async function learn(
  deciding: Deciding,
  actor: Actor,
  { object, isPreview = false }: { object: Kind; isPreview?: boolean },
): Promise<Weights> {
  const encoder = openEncoder(object)
  const { recordOf } = await gather(deciding.records, actor, object, encoder.add)
  const learned = learnFrom(groundOf(encoder.columns()))
  const taught: Taught = {
    records: recordOf.length,
    shares: learned.isLearned ? sharesOf(learned.model) : null,
    refusedBecause: learned.isLearned ? null : learned.because,
  }
  return isPreview ? weightsTaught(deciding, actor, object, taught) : keepLesson(deciding, actor, object, taught)
}
