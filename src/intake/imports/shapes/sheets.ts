// Sheets kept by hand: a list of customers (a company, its money and dates, and the person to talk to), or a list of people.
import { fieldType, fold, manifest, minorUnits } from '../../../../dictionary/index.ts'
import { type Fault, fault } from '../../../platform/index.ts'
import type { SourceKey } from '../../../records/index.ts'
import { type Opened, readBoolean, readDate, readMoney, readNumber, type Table } from '../../reading/index.ts'
import { type SheetColumn, sheetColumns } from '../columns.ts'
import type { Context, Part, Reading, Shape } from '../shape.ts'
import { colleagueKey, colleaguePart } from './colleague.ts'
import { country } from './places.ts'

const columnsOf = (opened: Opened): SheetColumn[] =>
  opened.kind === 'table' ? sheetColumns(manifest, opened.shape) : []
const has = (columns: readonly SheetColumn[], object: string, name: string): boolean =>
  columns.some(({ field }) => field.object === object && field.name === name)

export const customerSheet: Shape = {
  name: 'customer sheet',
  system: 'spreadsheet',
  rank: 13,
  isByHand: true,
  recognise(opened) {
    const columns = columnsOf(opened)
    return (
      has(columns, 'account', 'name') && (has(columns, 'account', 'arr') || has(columns, 'account', 'renewal_date'))
    )
  },
  read: (opened, context) => readSheet(opened, context, true),
}

export const contactSheet: Shape = {
  name: 'contact sheet',
  system: 'spreadsheet',
  rank: 23,
  isByHand: true,
  recognise(opened) {
    const columns = columnsOf(opened)
    return has(columns, 'contact', 'name') && has(columns, 'contact', 'email')
  },
  read: (opened, context) => readSheet(opened, context, false),
}

async function* readSheet(opened: Opened, context: Context, isOfCustomers: boolean): AsyncGenerator<Reading> {
  if (opened.kind !== 'table') return
  const columns = columnsOf(opened)
  const seen = new Map<string, number>()
  const home = homeOf(opened, columns)
  for await (const { row, cells, skip, ragged } of opened.rows()) {
    if (skip) yield { row, skip }
    else if (ragged)
      yield {
        row,
        faults: [
          fault('ragged_row', null, {
            label: '',
            hint: `${cells.filter((cell) => cell.trim() !== '').length} filled cells, ${opened.shape.columns.length} columns`,
          }),
        ],
      }
    else yield readRow(opened, columns, cells, { row, seen, home, context, isOfCustomers })
  }
}

type Row = {
  row: number
  seen: Map<string, number>
  home: string | undefined
  context: Context
  isOfCustomers: boolean
}

function readRow(table: Table, columns: readonly SheetColumn[], cells: readonly string[], o: Row): Reading {
  const { row, context } = o
  const faults: Fault[] = []
  const values: Record<'account' | 'contact', Record<string, unknown>> = { account: {}, contact: {} }
  const texts = Object.fromEntries(columns.map(({ index, field }) => [field.id, (cells[index] ?? '').trim()]))
  const told = country(texts['account.country'] ?? '') ?? country('', texts['contact.email'])
  const place = { country: told ?? o.home, isGuess: told === undefined }
  const parts: Part[] = []
  for (const column of columns) {
    const { field, index } = column
    const text = texts[field.id] ?? ''
    if (text === '') {
      // Nobody else fills what a hand-kept sheet leaves blank, so a column that is there and needed has to be filled.
      if (field.required !== false) faults.push(fault('missing_required', field.name, { label: column.header }))
      continue
    }
    const read = readCell(table, column, index, text, place, context)
    if ('fault' in read) faults.push(read.fault)
    else if (field.to === 'user') {
      values.account[field.name] = colleagueKey(text)
      parts.push(colleaguePart(text))
    } else if (read.value !== undefined)
      values[field.object === 'contact' ? 'contact' : 'account'][field.name] = read.value
  }
  return { row, parts: [...sheetParts(values, o), ...parts], faults }
}

type Read = { value: unknown } | { fault: Fault }

function readCell(
  table: Table,
  { field, header, currency, isOpposite }: SheetColumn,
  index: number,
  text: string,
  place: { country: string | undefined; isGuess: boolean },
  context: Context,
): Read {
  const reader = readers[fieldKind(field)]
  if (reader)
    return reader({
      text,
      order: table.shape.dateOrder[index] ?? null,
      mark: table.shape.decimalMark[index] ?? null,
      field: field.name,
      header,
      currency: currency ?? context.currency,
      isOpposite,
    })
  return { value: field.type === 'phone' ? { number: text, ...place } : text }
}

type Cell = {
  text: string
  order: Parameters<typeof readDate>[1]
  mark: Parameters<typeof readNumber>[1]
  field: string
  header: string
  currency: string
  isOpposite: boolean
}

/** How the kinds of column that a sheet writes in its own way are read; all others go to the field's own type as they are. */
const readers: Readonly<Record<string, (cell: Cell) => Read>> = {
  date({ text, order, field, header }) {
    const read = readDate(text, order)
    return 'fault' in read
      ? { fault: fault('invalid_date', field, { label: header, given: text }) }
      : { value: read.iso }
  },
  'bigint text'({ text, mark, field, header, currency }) {
    const read = readMoney(text, mark)
    if ('fault' in read)
      return { fault: fault('wrong_type', field, { label: header, given: text, hint: 'an amount of money' }) }
    const unit = read.currency ?? currency
    const amount = minorUnits(read.amount, unit)
    return amount === null
      ? { fault: fault('wrong_type', field, { label: header, given: text, hint: 'an amount of money' }) }
      : { value: { amount, currency: unit } }
  },
  boolean({ text, isOpposite, field, header }) {
    const read = readBoolean(text)
    if ('fault' in read) return { fault: fault('wrong_type', field, { label: header, given: text, hint: 'yes or no' }) }
    const value = isOpposite ? !read.value : read.value
    // A box that does not refuse says nothing about consent.
    return { value: field.endsWith('opt_out') && !value ? undefined : value }
  },
  bigint: ({ text, mark, field, header }) => numberOf(text, mark, field, header),
  numeric: ({ text, mark, field, header }) => numberOf(text, mark, field, header),
}

function numberOf(text: string, mark: Cell['mark'], field: string, header: string): Read {
  const read = readNumber(text, mark)
  return 'fault' in read
    ? { fault: fault('wrong_type', field, { label: header, given: text, hint: 'a number' }) }
    : { value: read.value }
}

/** A field by what it is kept in, so that no type is named here. */
const fieldKind = (field: SheetColumn['field']): string =>
  fieldType(field)
    .columns.map((column) => column.type)
    .join(' ')

function sheetParts(
  values: Record<'account' | 'contact', Record<string, unknown>>,
  { row, seen, context, isOfCustomers }: Row,
): Part[] {
  const { file } = context
  const company = String(values.account['name'] ?? '')
  const email = String(values.contact['email'] ?? '').toLowerCase()
  const account = isOfCustomers
    ? ownKey(seen, file, `account ${fold(company)}`)
    : { system: 'spreadsheet' as const, localId: `${file}#account ${company}` }
  const contact = ownKey(seen, file, `contact ${fold(company)} ${email || fold(String(values.contact['name'] ?? ''))}`)
  const hasPerson = Object.keys(values.contact).length > 0
  const said = {
    saidAt: null,
    verifiedOn: (values.contact['last_verified_on'] as string | undefined) ?? null,
    file,
    row,
  } // read as a date
  const whole = { verb: 'upsert' as const, source: account, isWhole: true, match: true, saidAt: null }
  // In a list of people the company is only named: the row is a person's.
  const accountPart: Part = {
    object: 'account',
    change: isOfCustomers ? { ...whole, file, row, values: values.account } : { ...whole, values: { name: company } },
  }
  const contactPart: Part = {
    object: 'contact',
    at: account,
    change: { verb: 'upsert', source: contact, isWhole: true, match: true, ...said, values: values.contact },
  }
  const link: Part = {
    object: 'account_contact',
    change: {
      verb: 'upsert',
      source: { system: 'spreadsheet', localId: `${contact.localId}@` },
      isWhole: true,
      ...said,
      values: {
        account: { ...account, of: 'account' },
        contact: { ...contact, of: 'contact' },
        is_current: true,
        ...(isOfCustomers ? { is_primary: true } : {}),
      },
    },
  }
  if (isOfCustomers) return hasPerson ? [accountPart, contactPart, link] : [accountPart]
  return [contactPart, ...(company ? [accountPart, link] : [])]
}

/** What a row is known by when the file comes again: its words, not its line, for lines move. The second of the same words is "#2". */
function ownKey(seen: Map<string, number>, file: string, words: string): SourceKey {
  const times = (seen.get(words) ?? 0) + 1
  seen.set(words, times)
  return { system: 'spreadsheet', localId: `${file}#${words}${times > 1 ? `#${times}` : ''}` }
}

/** The country whose telephone numbers a sheet writes without a prefix: where its currency or its addresses are at home. */
function homeOf(table: Table, columns: readonly SheetColumn[]): string | undefined {
  const byCurrency: Readonly<Record<string, string>> = { MYR: 'MY', BRL: 'BR', MXN: 'MX', GBP: 'GB', USD: 'US' }
  const currency = columns.find((column) => column.currency)?.currency
  if (currency && currency !== 'USD') return byCurrency[currency]
  const words = table.shape.columns.map((column) => fold(column.header)).join(' ')
  if (/\b(nome|telefone|cargo)\b/.test(words)) return 'BR'
  if (/\b(nama|jawatan)\b/.test(words)) return 'MY'
  return table.shape.dateOrder.includes('mdy') ? 'US' : undefined
}
