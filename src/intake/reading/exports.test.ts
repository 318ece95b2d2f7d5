// The readers on a set of real-looking exports with its truth, kept beside the repository. Where it is absent these
// tests are skipped, and say so.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFile, readDate, readMoney } from './index.ts'
import { all, expectKind, openTable, rowsOf } from './test-files.ts'

const folder = join(import.meta.dirname, '../../../../shared/data/exports')
const isPresent = existsSync(folder)
const name = isPresent ? 'the shared exports' : 'the shared exports (skipped: ../shared/data/exports is not here)'

const dates: Record<string, { dates: string[]; money: string }> = {
  'hoja_clientes.csv': { dates: ['Fecha de inicio', 'Fecha de renovación'], money: 'ARR (USD)' },
  'planilha_contatos.csv': { dates: ['Verificado em'], money: '' },
  'senarai_pelanggan.csv': { dates: ['Tarikh Mula', 'Tarikh Pembaharuan'], money: 'ARR (RM)' },
  'us_renewals.csv': { dates: ['Start', 'Renews'], money: 'ARR' },
}

async function truth() {
  const rows = await rowsOf(await openTable(join(folder, 'truth/rejects.csv')))
  return rows.map(({ cells: [file = '', row, reason = '', kind] }) => ({ file, row: Number(row), reason, kind }))
}

describe.skipIf(!isPresent)(name, () => {
  test('what is no data, and what is ragged, is exactly what the truth says, in every table', async () => {
    const flags = (await truth()).filter(({ kind, reason }) => kind === 'skip' || reason === 'ragged_row')
    const others = [
      'crm_accounts.csv',
      'crm_contacts.csv',
      'crm_opportunities.csv',
      'nps_responses.csv',
      'meeting_notes.csv',
    ]
    for (const file of [...Object.keys(dates), ...others, 'industry_synonyms.csv']) {
      const rows = await rowsOf(await openTable(join(folder, file)))
      const found = rows.flatMap(({ row, skip, ragged }) =>
        skip || ragged ? [{ row, reason: skip ?? 'ragged_row' }] : [],
      )
      const expected = flags.filter((flag) => flag.file === file).map(({ row, reason }) => ({ row, reason }))
      expect({ file, found }).toEqual({ file, found: expected })
    }
  })

  test('the dates and amounts that can’t be read, or are negative, are exactly those of the truth', async () => {
    const rejects = await truth()
    for (const [file, columns] of Object.entries(dates)) {
      const { shape, ...table } = await openTable(join(folder, file))
      const columnOf = (header: string) => shape.columns.findIndex((column) => column.header === header)
      const invalid: number[] = []
      const negative: number[] = []
      for await (const { row, cells, skip, ragged } of table.rows()) {
        if (skip || ragged) continue
        const days = columns.dates
          .map(columnOf)
          .map((index) => ({ text: cells[index] ?? '', order: shape.dateOrder[index] }))
        if (days.some(({ text, order }) => text.trim() && 'fault' in readDate(text, order ?? null))) invalid.push(row)
        const at = columnOf(columns.money)
        if (!cells[at]?.trim()) continue
        const money = readMoney(cells[at], shape.decimalMark[at] ?? null)
        if ('fault' in money || money.amount.startsWith('-')) negative.push(row)
      }
      const rowsFor = (reason: string) =>
        rejects.filter((r) => r.file === file && r.reason === reason).map(({ row }) => row)
      expect({ file, invalid, negative }).toEqual({
        file,
        invalid: rowsFor('invalid_date'),
        negative: rowsFor('negative_arr'),
      })
    }
  })

  test('the lists and the events are all there', async () => {
    const lists = { 'billing_customers.json': ['data', 1757], 'support_tickets.json': ['tickets', 12_000] }
    for (const [file, [key, count]] of Object.entries(lists)) {
      const list = expectKind(await openFile(join(folder, file)), 'list')
      expect([list.key, (await all(list.items())).length]).toEqual([key, count])
    }
    const events = expectKind(await openFile(join(folder, 'product_events.jsonl')), 'lines')
    const lines = await all(events.items())
    expect([lines.length, lines.some((line) => 'fault' in line)]).toEqual([44_232, false])
  })
})
