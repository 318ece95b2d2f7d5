import { fold } from '../../../dictionary/index.ts'
import { companyKey, matchKeysOf } from '../../matching/index.ts'
import type { Part } from './shape.ts'

/** The keys its record would be recognised by, as one text each. */
export function keysOf({ object, change, by }: Part): string[] {
  const values = canonical(change.values ?? {})
  if (by)
    return by.flatMap((kind) => keysBy(object, kind, values, change.source?.localId).map((key) => `${kind} ${key}`))
  return matchKeysOf(object, values).map(({ kind, key }) => `${kind} ${key}`)
}

/** What a record of these values would be found by under one kind of key. */
export function keysBy(
  object: string,
  kind: string,
  values: Readonly<Record<string, unknown>>,
  localId: string | undefined,
): string[] {
  if (kind === 'external_id') return localId === undefined ? [] : [localId]
  if (kind === 'domain') return domainsIn(values)
  const value = values[kind]
  const text =
    typeof value === 'string'
      ? value
      : isNumbered(value)
        ? value.number
        : typeof value === 'number'
          ? String(value)
          : ''
  if (text === '') return []
  return [kind === 'name' && object === 'account' ? companyKey(text) : kind === 'name' ? fold(text) : text.trim()]
}

/** A telephone number, which comes with what tells its country. */
export const isNumbered = (value: unknown): value is { number: string } =>
  typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'string'

function domainsIn(values: Readonly<Record<string, unknown>>): string[] {
  const { domains, website } = values
  const given = Array.isArray(domains) ? domains : [domains, website]
  return given.flatMap((each) =>
    typeof each === 'string' && each !== ''
      ? each
          .split(/[;,\s]+/)
          .filter(Boolean)
          .map((domain) =>
            domain
              .replace(/^[a-z]+:\/\/(www\.)?/i, '')
              .replace(/[/?#].*$/, '')
              .toLowerCase(),
          )
      : [],
  )
}

/** As the door would keep them, as far as keys need it. */
export const canonical = (values: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...values,
  ...(typeof values['email'] === 'string' ? { email: values['email'].trim().toLowerCase() } : {}),
})
