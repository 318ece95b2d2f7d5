// The columns of a list, derived from the dictionary: a field, or the records at the other end of a relation (`accounts.account`).
// A field that the reader's role may not see is no column, since a question that names it is refused whole.

import type { TFunction } from 'i18next'
import type { DescribedObject, Field } from '../api/answers.ts'
import type { Book } from '../values/book.tsx'
import { readColumns, type Wished } from './search.ts'

export type Column = {
  path: string
  label: string
  width: number
  align: 'left' | 'right'
  /** How the server is asked for it; and what it sorts by, where an order means something. */
  select: string
  order: string | null
  field: Field | null
  /** Where it shows several records of another object. */
  many: { relation: string; reference: string; to: string; title: string } | null
}

/** The dictionary and the words, in the reader's language. */
export type Reader = { book: Book; t: TFunction }

/** What a list begins with where something better is known than the order of the dictionary. */
const preferred: Readonly<Record<string, readonly string[]>> = {
  account: ['name:230', 'tier:110', 'industry:165', 'owner:180', 'arr:150', 'renewal_date', 'payment_status:125'],
  contact: ['name:200', 'accounts.account:200', 'title:190', 'email:230', 'phone', 'status:110'],
  opportunity: ['name', 'account', 'kind', 'stage', 'amount', 'probability', 'closes_on', 'owner'],
  task: ['name', 'account', 'due_on', 'status', 'priority', 'owner'],
  ticket: ['subject', 'account', 'status', 'priority', 'opened_at', 'kind'],
}
const atFirst = 7

export function defaultColumns(reader: Reader, object: DescribedObject): readonly Wished[] {
  const wished = preferred[object.name] ?? [
    object.title,
    ...object.fields.filter(({ name, type }) => name !== object.title && type !== 'long_text').map(({ name }) => name),
  ]
  return wished
    .flatMap(readColumns)
    .filter((each, i, all) => all.findIndex(({ path }) => path === each.path) === i && columnAt(reader, object, each))
    .slice(0, preferred[object.name] ? undefined : atFirst)
}

export const columnsOf = (reader: Reader, object: DescribedObject, wished: readonly Wished[]): readonly Column[] =>
  wished.flatMap((each) => columnAt(reader, object, each) ?? [])

/** Every column there could be. */
export function allColumns(reader: Reader, object: DescribedObject): readonly Column[] {
  const fields = object.fields.map(({ name }) => name)
  const relations = object.relations
    .filter(({ kind }) => kind === 'many')
    .flatMap(({ name, to, field }) =>
      (reader.book.object(to)?.fields ?? [])
        .filter((each) => each.type === 'reference' && each.name !== field)
        .map((each) => `${name}.${each.name}`),
    )
  return columnsOf(
    reader,
    object,
    [...fields, ...relations, 'updated_at', 'created_at'].map((path) => ({ path })),
  )
}

export function columnAt(reader: Reader, object: DescribedObject, { path, width }: Wished): Column | null {
  const { book, t } = reader
  const own = book.field(object.name, path) ?? (isMoment(path) ? moment(path, t) : undefined)
  if (own) {
    const to = own.to ? book.object(own.to) : undefined
    const title = to && book.field(to.name, to.title) ? to.title : null
    return {
      path,
      label: own.label,
      width: width ?? widthOf(own, path === object.title),
      align: rightward.has(own.of ?? own.type) ? 'right' : 'left',
      select: title ? `${path} (${title})` : path,
      order: title ? `${path}.${title}` : own.sortable ? path : null,
      field: own,
      many: null,
    }
  }
  const [name = '', reference = ''] = path.split('.')
  const relation = object.relations.find((each) => each.name === name && each.kind === 'many')
  const link = relation && book.field(relation.to, reference)
  const to = link?.to ? book.object(link.to) : undefined
  if (!relation || !link || !to || !book.field(to.name, to.title)) return null
  return {
    path,
    label: to.labelPlural,
    width: width ?? 220,
    align: 'left',
    select: `${name} (${reference} (${to.title}) limit 3)`,
    order: null,
    field: null,
    many: { relation: name, reference, to: to.name, title: to.title },
  }
}

/** What every record has beside its declared fields. */
const isMoment = (path: string): path is 'updated_at' | 'created_at' => path === 'updated_at' || path === 'created_at'
const moment = (name: 'updated_at' | 'created_at', t: TFunction): Field => ({
  name,
  type: 'datetime',
  label: t(`lists.${name}`),
  describe: '',
  required: false,
  sortable: true,
  groupable: false,
  operators: ['gt', 'gte', 'lt', 'lte'],
  measures: [],
  mayCreate: false,
  mayUpdate: false,
  options: {},
})

const rightward: ReadonlySet<string> = new Set(['money', 'integer', 'decimal', 'percent'])

const usualWidths: Partial<Record<Field['type'], number>> = {
  long_text: 300,
  text: 180,
  email: 220,
  url: 200,
  money: 160,
  integer: 100,
  decimal: 100,
  percent: 100,
  boolean: 100,
  date: 120,
  datetime: 170,
  reference: 170,
  choices: 180,
  tags: 180,
}
const widthOf = (field: Field, isTitle: boolean): number =>
  isTitle ? 240 : (usualWidths[field.of && field.type === 'computed' ? field.of : field.type] ?? 140)
