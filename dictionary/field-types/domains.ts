import { words } from '../words.ts'
import { domainSchema, registrableDomain } from './domain.ts'
import { listOf } from './kind.ts'

export const domains = listOf({
  label: words('Domains', 'Dominios', 'Domínios', 'Domain-domain'),
  one: registrableDomain,
  schema: () => domainSchema,
  sample: (random) => [`company${Math.floor(random() * 1e5)}.com`],
})
