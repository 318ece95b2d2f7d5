import { fold } from '../../../dictionary/index.ts'
import type { Table } from '../reading/index.ts'
import type { Mapping } from './mapping.ts'

const byCurrency: Readonly<Record<string, string>> = { MYR: 'MY', BRL: 'BR', MXN: 'MX', GBP: 'GB', USD: 'US' }

/** The country whose telephone numbers a sheet writes without a prefix: where its currency or its addresses are at home. */
export function homeOf(table: Table, { columns }: Mapping): string | undefined {
  const currency = columns.find((column) => column.currency)?.currency
  if (currency && currency !== 'USD') return byCurrency[currency]
  const words = table.shape.columns.map((column) => fold(column.header)).join(' ')
  if (/\b(nome|telefone|cargo)\b/.test(words)) return 'BR'
  if (/\b(nama|jawatan)\b/.test(words)) return 'MY'
  return table.shape.dateOrder.includes('mdy') ? 'US' : undefined
}
