// Values as they are typed at a command line: money with its currency, a colleague by their address, other records as they are named
// everywhere here. All else is read by the door.
import { fieldType, type ManifestField, minorUnits } from '../../dictionary/index.ts'
import type { Access } from '../access/index.ts'
import { findRecord, objectNamed } from './find-record.ts'
import { memberNamed, type Place } from './installation.ts'

type Typing = Place & { access: Access }

export async function typedValue(place: Typing, field: ManifestField | undefined, text: string): Promise<unknown> {
  if (!field || text === '') return text === '' ? null : text
  if (field.to === 'user' && text.includes('@')) return memberNamed(place.holdfast, place.workspace, text)
  if (field.to) return findRecord({ ...place, object: objectNamed(place.access, field.to) }, text)
  return isMoney(field) ? (moneyIn(text) ?? text) : text
}

/** By what it is kept in, so that no type is named here. */
const isMoney = (field: ManifestField): boolean =>
  fieldType(field)
    .columns.map(({ type }) => type)
    .join(' ') === 'bigint text'

/** `48000 EUR`, `48,000.50 EUR` or `EUR 48000`. */
function moneyIn(text: string): { amount: number; currency: string } | null {
  const currency = /\b[A-Za-z]{3}\b/.exec(text)?.[0].toUpperCase()
  const figure = text.replace(/[A-Za-z]{3}/, '').trim()
  if (!currency || !/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(figure)) return null
  const amount = minorUnits(figure.replaceAll(',', ''), currency)
  return amount === null ? null : { amount, currency }
}
