// Whose an address is, by the names that its letters may be made of. A company gives each of its people one, by one rule.
import { type Columns, codesOf, factsOf, textsIn } from '../columns.ts'
import { mayBeBuiltOf } from '../normalise/mailbox-name.ts'
import { textOf } from './strings.ts'

/**
 * For two addresses at one company: whether they are two people's, each made of its own owner's name and neither of the other's.
 * Where one name makes both, whoever bears it may have both.
 */
export function areOfTwoOwners(columns: Columns): (a: number, b: number) => boolean {
  const [email, given, family] = [codesOf(columns, 'email'), codesOf(columns, 'given'), codesOf(columns, 'family')]
  const handle = factsOf(columns, 'email_handle')
  const [handles, names] = [textsIn(columns, 'handle'), textsIn(columns, 'name')]
  const wordsOf = (code: number | undefined): string[] => (code ? textOf(names, code).split(' ') : [])
  const isBuiltOf = (mailbox: number, owner: number): boolean =>
    mayBeBuiltOf(
      textOf(handles, handle[email[mailbox] as number] as number), // rows of these columns
      wordsOf(given[owner]),
      wordsOf(family[owner]),
    )
  return (a, b) => isBuiltOf(a, a) && isBuiltOf(b, b) && !isBuiltOf(a, b) && !isBuiltOf(b, a)
}
