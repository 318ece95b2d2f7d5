// From a question to a statement. A question of a shape that this actor asked before is not compiled again, only given its values:
// the rights, the dictionary and so the statement are the same for as long as these rights are.
import type { Access, Verb } from '../../access/index.ts'
import { type Clock, Failure, type Sql, type SqlFragment, type Template, template, told } from '../../platform/index.ts'
import type { Compiling } from './frame.ts'
import type { Question, Where } from './question.ts'
import { reasons } from './reasons.ts'
import { shapeOf } from './shape.ts'
import { compileWhere } from './where.ts'

/** `rowsIn`: how the rows of all its statements come, where not as values. */
type Compiled = { fragments: readonly SqlFragment[]; rowsIn?: 'bytes' }

/** What was compiled for a set of rights, by shape. It goes when the rights do. */
const kept = new WeakMap<Access['roles'], Map<string, Kept>>()
const mostKept = 100
type Kept = { made: Compiled; binds: readonly Template[] }

/** What `compile` makes of the question, and its statements bound to the question's values. */
export function compiled<C extends Compiled>(
  access: Access,
  verb: Verb,
  question: Question,
  compile: (compiling: Compiling) => C,
  clock: Clock,
): { made: C; bound: readonly Sql[] } {
  const shape = shapeOf(question)
  if (!shape) {
    const made = compile(startCompiling(access, verb, question, clock))
    return { made, bound: made.fragments.map((fragment) => template(fragment, rowsOf(made))([])) }
  }
  const shapes = kept.get(access.roles) ?? new Map<string, Kept>()
  kept.set(access.roles, shapes)
  const key = `${verb} ${shape.key}`
  let found = shapes.get(key)
  if (!found) {
    const holes = new Map<Where, number>(shape.comparisons.map((comparison, i) => [comparison, i]))
    const made = compile({ ...startCompiling(access, verb, question, clock), holes })
    found = { made, binds: made.fragments.map((fragment) => template(fragment, rowsOf(made))) }
    if (shapes.size >= mostKept) shapes.delete(shapes.keys().next().value ?? key)
    shapes.set(key, found)
  }
  const given = shape.comparisons.map(({ value }) => value)
  return { made: found.made as C, bound: found.binds.map((bind) => bind(given)) } // kept under the verb it was compiled for
}

const rowsOf = ({ rowsIn }: Compiled): Pick<Sql, 'rowsIn'> => (rowsIn ? { rowsIn } : {})

const costliest = 400

export function startCompiling(access: Access, verb: Verb, question: Pick<Question, 'asOf'>, clock: Clock): Compiling {
  let aliases = 0
  let spent = 0
  return {
    access,
    verb,
    asOf: momentOf(question.asOf, clock),
    classes: new Set(),
    where: compileWhere,
    nextAlias: () => `t${aliases++}`,
    spend() {
      spent += 1
      if (spent > costliest)
        throw new Failure('invalid_question', { at: 'question', why: told(reasons.tooManyParts(costliest)) })
    },
  }
}

/** The end of a day that is named, or the moment; the future is now. */
function momentOf(asOf: string | undefined, clock: Clock): Date | null {
  if (asOf === undefined) return null
  const at = new Date(asOf.length === 10 ? `${asOf}T23:59:59.999Z` : asOf)
  return at >= clock() ? null : at
}
