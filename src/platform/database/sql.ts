// SQL as values: text with its parameters, put together without ever pasting a value into the text.
import { createHash } from 'node:crypto'

export type Sql = {
  readonly text: string
  readonly values: readonly unknown[]
  readonly name?: string
  /**
   * Rows come as lists of texts, or as the bytes they are (`ByteRow`), as the database sends them: no values are made of them, and
   * no objects.
   */
  readonly rowsIn?: 'texts' | 'bytes'
}

const parts = Symbol('sql')
const bound = Symbol('parameter')
/** A tree: putting fragments together copies nothing, and the text is written once, by `statement`. */
type Fragment = { readonly [parts]: readonly (string | Fragment | Parameter)[] }
type Parameter = { readonly [bound]: unknown }
export type SqlFragment = Fragment

/** sql`select * from t where id = ${id}` — every `${}` is a parameter, unless it is a fragment made here. */
export function sql(strings: readonly string[], ...given: unknown[]): Fragment {
  const out: (string | Fragment | Parameter)[] = [strings[0] ?? '']
  for (let i = 0; i < given.length; i++) {
    const each = given[i]
    out.push(isFragment(each) ? each : { [bound]: each }, strings[i + 1] ?? '')
  }
  return { [parts]: out }
}

/** Text that is SQL already. Only for text the product itself wrote (manifest, constants); never for input. */
export const raw = (text: string): Fragment => ({ [parts]: [text] })

/** Names are those of tables and columns: few, and written again with every statement. */
const idents = new Map<string, Fragment>()
const mostIdents = 5_000

/** A quoted identifier. */
export function ident(name: string): Fragment {
  const known = idents.get(name)
  if (known) return known
  const made = raw(quoted(name))
  if (idents.size < mostIdents) idents.set(name, made)
  return made
}
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export function join(fragments: readonly Fragment[], separator = ', '): Fragment {
  const out: (string | Fragment)[] = []
  for (const fragment of fragments) {
    if (out.length > 0) out.push(separator)
    out.push(fragment)
  }
  return { [parts]: out }
}

export const empty: Fragment = raw('')

/** Several writes as one statement. Each sees the tables as they were before all of them; none may touch a row that another does. */
export function inOneStatement(writes: readonly Fragment[]): Fragment {
  const last = writes.at(-1) ?? empty
  const before = writes.slice(0, -1).map((each, i) => sql`${raw(`w${i}`)} as (${each})`)
  return before.length > 0 ? sql`with ${join(before)} ${last}` : last
}

/** A parameter that is worked out of what is given each time the statement is bound; see `template`. */
export type Given = readonly unknown[]
export const late = (of: (given: Given) => unknown): Fragment => ({ [parts]: [{ [bound]: new Late(of) }] })

class Late {
  readonly of: (given: Given) => unknown
  constructor(of: (given: Given) => unknown) {
    this.of = of
  }
}

/** The finished statement. With `prepared` it is parsed once per connection and kept under a name made from its text. */
export function statement(fragment: Fragment, options: { prepared?: boolean } = {}): Sql {
  const values: unknown[] = []
  const text = write(fragment, values)
  const name = options.prepared ? nameOf(text) : undefined
  return name ? { text, values, name } : { text, values }
}

/** A statement that is written once and bound many times: its text is the same whatever is given. */
export type Template = (given: Given) => Sql

export function template(fragment: Fragment, rows: Pick<Sql, 'rowsIn'> = {}): Template {
  const { values, ...written } = { ...statement(fragment, { prepared: true }), ...rows }
  return (given) => ({
    ...written,
    values: values.map((value) => (value instanceof Late ? value.of(given) : value)),
  })
}

/** The same statement, answered in rows of texts. */
export const inTexts = (sql: Sql): Sql => ({ ...sql, rowsIn: 'texts' })

function write(fragment: Fragment, values: unknown[]): string {
  let text = ''
  for (const part of fragment[parts]) {
    if (typeof part === 'string') text += part
    else text += parts in part ? write(part, values) : `$${values.push(part[bound])}`
  }
  return text
}

const names = new Map<string, string>()
const mostNames = 1000

/**
 * A batch is planned for what it holds: a plan kept from when the table was small would read it whole. Single changes are many
 * and alike, and are prepared.
 */
export const preparedFor = (rows: number): { prepared: boolean } => ({ prepared: rows <= 20 })

/** Past a thousand different texts nothing more is prepared: each prepared text costs memory on every connection. */
export function nameOf(text: string): string | undefined {
  let name = names.get(text)
  if (!name && names.size < mostNames) {
    name = `h${createHash('sha1').update(text).digest('base64url').slice(0, 16)}`
    names.set(text, name)
  }
  return name
}

const isFragment = (each: unknown): each is Fragment => typeof each === 'object' && each !== null && parts in each
