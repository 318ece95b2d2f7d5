// What the forms of "duplicates" read alike: which records are meant, why, and lists of names with values.
import type { ManifestObject } from '../../../dictionary/index.ts'
import { type Call, UsageError } from '../command.ts'
import { findRecord, objectNamed } from '../find-record.ts'
import type { Place } from '../installation.ts'
import { says } from '../words/duplicates.ts'

export type Meant = { object: ManifestObject; ids: readonly string[]; idOf(given: string): Promise<string> }

/** The object after the verb, and the records after it. */
export async function recordsMeant(call: Call, { holdfast, actor }: Place): Promise<Meant> {
  const [verb, name = '', ...given] = call.words
  if (given.length < 2) throw new UsageError(says.nameTwo(verb ?? ''))
  const access = await holdfast.records.book.of(actor)
  const object = objectNamed(access, name)
  const idOf = (each: string) => findRecord({ holdfast, actor, access, object }, each)
  const ids: string[] = []
  for (const each of given) ids.push(await idOf(each))
  return { object, ids, idOf }
}

/** The reason, which is asked for wherever a decision is kept. */
export function reasonOf(call: Call): string {
  const because = call.option('because')?.trim()
  if (because) return because
  throw new UsageError(says.sayWhy(call.words[0] ?? ''))
}

/** `a=1,b=2` as entries; throws where it is written otherwise. */
export function entriesOf(call: Call, option: string): [string, string][] {
  return (call.option(option) ?? '')
    .split(',')
    .filter((each) => each !== '')
    .map((each) => {
      const [, name, value] = /^([^=]+)=(.+)$/.exec(each) ?? []
      if (name === undefined || value === undefined) throw new UsageError(says.noEntry(option, each))
      return [name, value]
    })
}
