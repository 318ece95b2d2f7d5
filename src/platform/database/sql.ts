// SQL as values: text with its parameters, put together without ever pasting a value into the text.
import { createHash } from 'node:crypto'

export type Sql = { readonly text: string; readonly values: readonly unknown[]; readonly name?: string }

const parts = Symbol('sql')
type Fragment = { readonly [parts]: readonly (string | { value: unknown })[] }
export type SqlFragment = Fragment

/** sql`select * from t where id = ${id}` — every `${}` is a parameter, unless it is a fragment made here. */
export function sql(strings: TemplateStringsArray, ...given: unknown[]): Fragment {
  const out: (string | { value: unknown })[] = [strings[0] ?? '']
  given.forEach((each, i) => {
    if (isFragment(each)) out.push(...each[parts])
    else out.push({ value: each })
    out.push(strings[i + 1] ?? '')
  })
  return { [parts]: out }
}

/** Text that is SQL already. Only for text the product itself wrote (manifest, constants); never for input. */
export const raw = (text: string): Fragment => ({ [parts]: [text] })

/** A quoted identifier. */
export const ident = (name: string): Fragment => raw(quoted(name))
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export function join(fragments: readonly Fragment[], separator = ', '): Fragment {
  return { [parts]: fragments.flatMap((fragment, i) => (i ? [separator, ...fragment[parts]] : fragment[parts])) }
}

export const empty: Fragment = raw('')

/** The finished statement. With `prepared` it is parsed once per connection and kept under a name made from its text. */
export function statement(fragment: Fragment, options: { prepared?: boolean } = {}): Sql {
  const values: unknown[] = []
  const text = fragment[parts].map((part) => (typeof part === 'string' ? part : `$${values.push(part.value)}`)).join('')
  const name = options.prepared ? nameOf(text) : undefined
  return name ? { text, values, name } : { text, values }
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
