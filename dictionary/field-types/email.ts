import { words } from '../words.ts'
import { type Parsed, searchable, textual } from './kind.ts'

/** An address as it is written in headers, trimmed and in lower case. */
export const email = textual({
  label: words('E-mail', 'Correo electrónico', 'E-mail', 'E-mel'),
  parse: (input) => parseEmail(input),
  // Not `format: email`, which knows ASCII alone: josé@españa.es is an address.
  schema: { pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', maxLength: 254 },
  operators: searchable,
  groupable: false,
  sample: (random) => `person${Math.floor(random() * 1e6)}@example.com`,
})

const local = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const domainLabel = /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u

function parseEmail(input: unknown): Parsed<string> {
  if (typeof input !== 'string')
    return {
      fault: 'wrong_type',
      hint: words('an e-mail address', 'una dirección de correo', 'um endereço de e-mail', 'alamat e-mel'),
    }
  const address = input
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()
    .normalize('NFC')
  const at = address.lastIndexOf('@')
  const [name, host] = [address.slice(0, Math.max(at, 0)), address.slice(at + 1)]
  const labels = host.split('.')
  if (at < 0 || labels.length < 2) return { fault: 'email_without_domain', hint: 'name@company.com' }
  const isSound =
    address.length <= 254 &&
    name.length <= 64 &&
    local.test(name) &&
    labels.every((label) => domainLabel.test(label)) &&
    /\p{L}/u.test(labels.at(-1) ?? '')
  return isSound ? { value: address } : { fault: 'invalid_email', hint: 'name@company.com' }
}
