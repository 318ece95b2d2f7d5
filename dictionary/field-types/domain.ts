import { parse as parseDomain } from 'tldts'
import { words } from '../words.ts'
import { type Parsed, searchable, textual } from './kind.ts'

// Not `format: hostname`, which knows ASCII alone: münchen.de is a domain.
export const domainSchema = { pattern: '^[^\\s/@]+\\.[^\\s/@]+$', maxLength: 253 }

/** A company's registrable domain, in lower case: `www.shop.acme.co.uk` is kept as `acme.co.uk`. */
export const domain = textual({
  label: words('Domain', 'Dominio', 'Domínio', 'Domain'),
  parse: (input) => registrableDomain(input),
  schema: domainSchema,
  operators: searchable,
  sample: (random) => `company${Math.floor(random() * 1e5)}.com`,
})

export function registrableDomain(input: unknown): Parsed<string> {
  if (typeof input !== 'string' || input.length > 2000)
    return {
      fault: 'wrong_type',
      hint: words(
        'a domain such as company.com',
        'un dominio como empresa.com',
        'um domínio como empresa.com',
        'domain seperti syarikat.com',
      ),
    }
  const found = parseDomain(input.trim().toLowerCase(), { allowPrivateDomains: true })
  return found.domain?.isWellFormed() && !found.isIp
    ? { value: found.domain }
    : { fault: 'invalid_domain', hint: 'company.com' }
}
