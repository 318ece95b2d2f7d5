// What a header may mean: looked up among the words the dictionary knows for each field, in four languages and in other systems'
// names, then by likeness.
import { fold, type Manifest, type ManifestField } from '../../../dictionary/index.ts'

/** A header as it is compared: folded, and with joined words apart. */
export type Header = { bare: string; apart: string }
export const readHeader = (header: string): Header => ({
  bare: bareHeader(header),
  apart: bareHeader(unjoined(header)),
})

/** How well a header names a field, from 0 to 1. */
export type HeaderHit = { field: ManifestField; score: number }

const byManifest = new WeakMap<Manifest, Map<string, ReadonlyMap<string, readonly ManifestField[]>>>()

/** The fields of one object that a header may mean, the best first; only those it names exactly with `isExact`. */
export function fieldsNamed(manifest: Manifest, object: string, header: Header, isExact = false): HeaderHit[] {
  const names = namesOf(manifest, object)
  const { bare, apart } = header
  const exact = names.get(bare) ?? names.get(apart)
  if (exact) return exact.map((field, i) => ({ field, score: i === 0 ? 1 : 0.9 }))
  const tokens = bare.split(' ').filter(Boolean)
  if (isExact || bare.length < 4 || tokens.length > 12) return []
  const best = new Map<ManifestField, number>()
  for (const [name, fields] of names) {
    const score = likeness(bare, tokens, name)
    for (const field of fields) if (score > (best.get(field) ?? 0)) best.set(field, score)
  }
  return [...best]
    .filter(([, score]) => score >= leastLikeness)
    .map(([field, score]) => ({ field, score }))
    .sort((a, b) => b.score - a.score)
}

const leastLikeness = 0.6

/** Words of the header that are a name, or a slip of the pen. */
function likeness(bare: string, tokens: readonly string[], name: string): number {
  if (name.replaceAll(' ', '') === bare.replaceAll(' ', '')) return 0.95
  const words = name.split(' ')
  if (name.length >= 4 && words.every((word) => tokens.includes(word)))
    return 0.5 + (0.35 * words.length) / tokens.length
  return name.length >= 6 && Math.abs(name.length - bare.length) <= 1 && isOneSlip(bare, name) ? 0.8 : 0
}

/** Whether one letter added, left out or changed makes one of the other. */
function isOneSlip(a: string, b: string): boolean {
  let from = 0
  while (from < a.length && a[from] === b[from]) from += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  return endA - from <= 1 && endB - from <= 1
}

/** Folded name → the fields that bear it: what other systems call it counts before our own labels. */
function namesOf(manifest: Manifest, object: string): ReadonlyMap<string, readonly ManifestField[]> {
  const kept = byManifest.get(manifest) ?? new Map<string, ReadonlyMap<string, readonly ManifestField[]>>()
  byManifest.set(manifest, kept)
  const known = kept.get(object)
  if (known) return known
  const names = new Map<string, ManifestField[]>()
  const add = (word: string, field: ManifestField) => {
    const held = names.get(bareHeader(word)) ?? []
    if (!held.includes(field)) names.set(bareHeader(word), [...held, field])
  }
  const fields = [...(manifest.objects.get(object)?.fields.values() ?? [])].filter((field) => !field.serverOwned)
  for (const field of [...fields].reverse()) for (const word of field.also) add(word, field)
  for (const field of fields) for (const word of [field.name, ...Object.values(field.label)]) add(word, field)
  kept.set(object, names)
  return names
}

/** A header without its unit: "ARR (USD)" is "ARR". */
export const bareHeader = (header: string): string => fold(header.slice(0, 200).replace(/\([^()]*\)\s*$/, ''))

/** "accountName" as "account Name". */
const unjoined = (header: string): string => header.slice(0, 200).replace(/([a-z\d])([A-Z])/g, '$1 $2')

const currencyWords: Readonly<Record<string, string>> = {
  rm: 'MYR',
  r$: 'BRL',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  eur: 'EUR',
}

/** The currency that a header names: "ARR (RM)". */
export function currencyIn(header: string): string | null {
  const unit = /\(([^()]{1,10})\)\s*$/.exec(header)?.[1]?.trim() ?? ''
  const word = unit.toLowerCase()
  return Object.hasOwn(currencyWords, word) ? (currencyWords[word] ?? null) : /^[A-Z]{3}$/.test(unit) ? unit : null
}

const agreeing = /^(aceita|acepta|accepts?|opt in|terima|menerima|setuju|permite|recebe|recibe)\b/

/** Whether the header asks the opposite of the field. */
export const isOpposite = (field: ManifestField, header: string): boolean =>
  field.name.endsWith('opt_out') && agreeing.test(bareHeader(header))
