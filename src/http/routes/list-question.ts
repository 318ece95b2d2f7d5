// A list's address as a question: ?select=name,arr&where=arr > 0 USD&filter[tier][is]=strategic&order=-arr,name&limit=20&after=…
import { operators, type Words, words } from '../../../dictionary/index.ts'
import { Failure, told } from '../../platform/index.ts'
import { parseQuestion, parseWhere } from '../../records/index.ts'

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** As the door takes it; what is wrong with names and values, the door says. `always` is selected besides what the address names. */
export function listQuestion(object: string, query: Query, always: readonly string[] = []): Record<string, unknown> {
  const asked: Record<string, unknown> = { from: object }
  const conditions: unknown[] = []
  for (const [name, given] of Object.entries(query)) {
    if (given === undefined) continue
    const values = typeof given === 'string' ? [given] : given
    const [first = ''] = values
    const filter = /^filter\[([a-z0-9_.]{1,200})\](?:\[([a-z_]{1,20})\])?$/.exec(name)
    if (filter) {
      for (const value of values) conditions.push(comparison(filter[1] ?? '', filter[2] ?? 'is', value))
      continue
    }
    const read = Object.hasOwn(parameters, name) ? parameters[name as keyof typeof parameters] : null // it is one of its keys
    if (!read) throw invalid(name, noParameter(Object.keys(parameters).join(', ')))
    if (values.length > 1)
      throw invalid(name, words('it stands twice', 'aparece dos veces', 'aparece duas vezes', 'ia muncul dua kali'))
    if (name === 'where') conditions.push(condition(first))
    else Object.assign(asked, read(object, first, always))
  }
  if (conditions.length > 0) asked['where'] = conditions.length === 1 ? conditions[0] : { all: conditions }
  return asked
}

export const parameters = {
  select: (object: string, text: string, always: readonly string[]) => ({ select: selected(object, text, always) }),
  where: () => ({}), // gathered with the filters above
  order: (_: string, text: string) => ({ order: text.split(',').map(ordered) }),
  limit: (_: string, text: string) => ({ limit: /^\d{1,9}$/.test(text) ? Number(text) : text }),
  after: (_: string, text: string) => ({ after: text }),
  search: (_: string, text: string) => ({ search: text }),
  as_of: (_: string, text: string) => ({ asOf: text }),
}

/** What was read of an address is kept: programs ask with the same few again and again, and the door knows a list it has read. */
const kept = new Map<string, readonly unknown[]>()
const mostKept = 500
const longestKept = 2_000

function selected(object: string, text: string, always: readonly string[]): unknown {
  const key = `${object} ${always} ${text}`
  const known = kept.get(key)
  if (known) return known
  const named = selectedIn(object, text)
  if (!Array.isArray(named)) return named
  const list = [...always.filter((name) => !named.includes(name)), ...named]
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? key)
  if (key.length <= longestKept) kept.set(key, list)
  return list
}

/** Frozen, so that the door may know a condition it has read. */
const keptConditions = new Map<string, Readonly<ReturnType<typeof parseWhere>>>()

function condition(text: string) {
  const known = keptConditions.get(text)
  if (known) return known
  const read = Object.freeze(parseWhere(text))
  if (keptConditions.size >= mostKept) keptConditions.delete(keptConditions.keys().next().value ?? text)
  if (text.length <= longestKept) keptConditions.set(text, read)
  return read
}

/** Plain names are by far the most common; nested lists are read by the question language. */
function selectedIn(object: string, text: string): unknown {
  if (/^[a-z0-9_.,]+$/.test(text)) return text.split(',')
  const { select, from, ...others } = parseQuestion(`${object} select ${text}`)
  if (Object.keys(others).length > 0)
    throw invalid(
      'select',
      words(
        'write fields and lists only',
        'escriba solo campos y listas',
        'escreva só campos e listas',
        'tulis medan dan senarai sahaja',
      ),
    )
  return select
}

const ordered = (text: string): { field: string; dir: 'asc' | 'desc' } =>
  text.startsWith('-') ? { field: text.slice(1), dir: 'desc' } : { field: text, dir: 'asc' }

function comparison(field: string, op: string, text: string): unknown {
  const operator = operators.find((each) => each === op)
  if (!operator) throw invalid(`filter[${field}]`, noOperator(op))
  if (operator === 'empty' || operator === 'not_empty') return { field, op: operator }
  if (text === 'me' && (operator === 'is' || operator === 'is_not')) return { field, op: operator, me: true }
  const isList = operator === 'in' || operator === 'not_in'
  return { field, op: operator, value: isList ? text.split(',').filter(Boolean).map(operandOf) : operandOf(text) }
}

/** `1250.50 USD` is money, as in the question language; everything else is read by the field's own type. */
function operandOf(text: string): unknown {
  if (!/^-?\d{1,15}(\.\d{1,6})? [A-Z]{3}$/.test(text)) return text
  const money = parseWhere(`amount is ${text}`)
  return 'field' in money ? money.value : text
}

const noParameter = (known: string): Words =>
  words(
    `there is no such parameter; use ${known} or filter[field][is]`,
    `no existe ese parámetro; use ${known} o filter[campo][is]`,
    `não existe esse parâmetro; use ${known} ou filter[campo][is]`,
    `tiada parameter itu; guna ${known} atau filter[medan][is]`,
  )

const noOperator = (op: string): Words => {
  const known = operators.join(', ')
  return words(
    `there is no operator "${op}"; use ${known}`,
    `no existe el operador "${op}"; use ${known}`,
    `não existe o operador "${op}"; use ${known}`,
    `tiada operator "${op}"; guna ${known}`,
  )
}

const invalid = (at: string, why: Words) => new Failure('invalid_question', { at, why: told(why) })
