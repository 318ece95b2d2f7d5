import type { Columns } from './columns.ts'
import { textOf } from './compare/strings.ts'

const textsOfField: Readonly<Record<string, string>> = { given: 'name', family: 'name', mobile: 'phone' }

/** A field of a row as people read it, for explanations. */
export function fieldText(columns: Columns, field: string, row: number): string {
  if (field === 'employer')
    return ['employer', 'company', 'domain'].map((each) => codeText(columns, each, row)).find(Boolean) ?? ''
  if (field === 'phone')
    return [codeText(columns, 'phone', row), codeText(columns, 'mobile', row)].filter(Boolean).join(', ')
  if (field === 'term') return [codeText(columns, 'start', row), codeText(columns, 'renewal', row)].join(' – ')
  const lists = field === 'name' ? columns.lists['names'] : field === 'domain' ? columns.lists['domains'] : undefined
  const texts = columns.texts[field]
  if (lists && texts && columns.kind === 'account')
    return [...lists.items.subarray(lists.starts[row], lists.starts[row + 1])]
      .map((code) => textOf(texts, code))
      .join(', ')
  return codeText(columns, field, row)
}

function codeText(columns: Columns, field: string, row: number): string {
  const code = columns.numbers[field]?.[row] ?? 0
  const texts = columns.texts[textsOfField[field] ?? field]
  return code === 0 ? '' : texts ? textOf(texts, code) : String(code)
}
