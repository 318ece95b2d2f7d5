import { words } from '../words.ts'
import { registrableDomain } from './domain.ts'
import { listOf } from './kind.ts'

export const domains = listOf({
  label: words('Domains', 'Dominios', 'Domínios', 'Domain-domain'),
  one: registrableDomain,
  schema: () => ({ format: 'hostname', maxLength: 253 }),
  sample: (random) => [`company${Math.floor(random() * 1e5)}.com`],
})
