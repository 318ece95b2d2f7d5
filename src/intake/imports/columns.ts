// What the columns of a hand-kept sheet mean: their headers looked up among the words the dictionary knows for each field, in
// four languages and in other systems' names. A header that fits both company and person goes to the person where the company
// has that field already, for a sheet of customers names the company first.
import { fold, type Manifest, type ManifestField } from '../../../dictionary/index.ts'
import type { TableShape } from '../reading/index.ts'

export type SheetColumn = {
  index: number
  header: string
  field: ManifestField
  /** The header asks the opposite ("accepts e-mails" for an opt-out). */
  isOpposite: boolean
  /** A currency the header names: "ARR (RM)". */
  currency: string | null
}

const objects = ['account', 'contact'] as const

export function sheetColumns(manifest: Manifest, shape: TableShape): SheetColumn[] {
  const known = new Map(objects.map((object) => [object, namesOf(manifest, object)]))
  const taken = new Set<string>()
  const hasCompany = shape.columns.some(
    ({ header }) =>
      known.get('account')?.get(bare(header))?.name === 'name' && !known.get('contact')?.get(bare(header)),
  )
  const out: SheetColumn[] = []
  // Columns that fit one object only are settled before those that could mean either.
  const sides = shape.columns.map(({ index, header }) => ({
    index,
    header,
    account: known.get('account')?.get(bare(header)),
    contact: known.get('contact')?.get(bare(header)),
  }))
  for (const side of [...sides].sort(
    (a, b) => Number(Boolean(a.account && a.contact)) - Number(Boolean(b.account && b.contact)),
  )) {
    const wanted =
      side.account && side.contact
        ? hasCompany
          ? [side.contact, side.account]
          : [side.account, side.contact]
        : [side.account ?? side.contact]
    const field = wanted.find((each) => each && !taken.has(each.id))
    if (!field) continue
    taken.add(field.id)
    out.push({
      index: side.index,
      header: side.header,
      field,
      isOpposite: isOpposite(field, side.header),
      currency: currencyIn(side.header),
    })
  }
  return out.sort((a, b) => a.index - b.index)
}

function namesOf(manifest: Manifest, object: string): Map<string, ManifestField> {
  const names = new Map<string, ManifestField>()
  const fields = [...(manifest.objects.get(object)?.fields.values() ?? [])].filter((field) => !field.serverOwned)
  for (const field of fields) for (const word of field.also) names.set(bare(word), field)
  for (const field of fields)
    for (const word of [field.name, ...Object.values(field.label)])
      if (!names.has(bare(word))) names.set(bare(word), field)
  return names
}

/** A header without its unit: "ARR (USD)" is "ARR". */
const bare = (header: string): string => fold(header.replace(/\([^)]*\)\s*$/, ''))

const currencyWords: Readonly<Record<string, string>> = {
  rm: 'MYR',
  r$: 'BRL',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  eur: 'EUR',
}

function currencyIn(header: string): string | null {
  const unit = /\(([^)]*)\)\s*$/.exec(header)?.[1]?.trim() ?? ''
  return currencyWords[unit.toLowerCase()] ?? (/^[A-Z]{3}$/.test(unit) ? unit : null)
}

const agreeing = /^(aceita|acepta|accepts?|opt in|terima|menerima|setuju|permite|recebe|recibe)\b/

const isOpposite = (field: ManifestField, header: string): boolean =>
  field.name.endsWith('opt_out') && agreeing.test(bare(header))
