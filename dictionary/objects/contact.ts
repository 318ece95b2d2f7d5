import { defineObject } from '../define.ts'
import { words } from '../words.ts'
import { authority } from './contact-authority.ts'
import { freshness, person } from './contact-person.ts'
import { consent, reach } from './contact-reach.ts'

/** A person at a customer: one record however many accounts they serve (see account_contact) and addresses they use. */
export const contact = defineObject({
  name: 'contact',
  plural: 'contacts',
  label: words('Contact', 'Contacto', 'Contato', 'Orang hubungan'),
  labelPlural: words('Contacts', 'Contactos', 'Contatos', 'Orang hubungan'),
  describe: words(
    'A person we deal with at one customer or several, who keeps one record when they move from one to another.',
    'Una persona con la que tratamos en un cliente o en varios, que conserva un solo registro cuando pasa de uno a otro.',
    'Uma pessoa com quem lidamos em um cliente ou em vários, que mantém um só registro quando passa de um para outro.',
    'Seseorang yang berurusan dengan kita di satu atau beberapa pelanggan, yang mengekalkan satu rekod apabila berpindah.',
  ),
  owner: 'customer-success',
  retention: {
    keep: '3y',
    then: 'anonymise',
    because:
      'Once a person has gone, we need to know who agreed to what only while it can be contested; after that only the part they played remains.',
  },
  title: 'name',
  subject: 'self',
  fields: { ...person, ...authority, ...reach, ...consent, ...freshness },
})
