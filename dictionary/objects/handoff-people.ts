import { field } from '../define.ts'
import { type Words, words } from '../words.ts'

const name = (label: Words, describe: string, required: 'expected' | false) =>
  field.text({ label, describe, required, sensitivity: 'general', source: 'hand', freshFor: null })

const email = (label: Words, describe: string, required: 'expected' | false) =>
  field.email({ label, describe, required, sensitivity: 'personal', source: 'hand', freshFor: null })

/** Whom the CSM will work with at the customer. An e-mail address that we know leads to its contact; others become new ones. */
export const handoffPeople = {
  primary_name: name(
    words('Primary contact', 'Contacto principal', 'Contato principal', 'Orang hubungan utama'),
    'The person we work with day to day.',
    'expected',
  ),
  primary_email: email(
    words(
      'E-mail of the primary contact',
      'Correo del contacto principal',
      'E-mail do contato principal',
      'E-mel orang hubungan utama',
    ),
    'Where we write to the primary contact.',
    'expected',
  ),
  primary_role: field.choice({
    vocabulary: 'contact_role',
    label: words(
      'Role of the primary contact',
      'Rol del contacto principal',
      'Papel do contato principal',
      'Peranan orang hubungan utama',
    ),
    describe: 'The part the primary contact plays at the customer.',
    required: 'expected',
    sensitivity: 'general',
    source: 'hand',
    freshFor: null,
  }),
  sponsor_name: name(
    words('Executive sponsor', 'Patrocinador ejecutivo', 'Patrocinador executivo', 'Penaja eksekutif'),
    'The person of rank at the customer who wanted this.',
    false,
  ),
  sponsor_email: email(
    words('E-mail of the sponsor', 'Correo del patrocinador', 'E-mail do patrocinador', 'E-mel penaja'),
    'Where we write to the sponsor.',
    false,
  ),
  billing_name: name(
    words('Billing contact', 'Contacto de facturación', 'Contato de faturamento', 'Orang hubungan pengebilan'),
    'Whom invoices are sent to.',
    false,
  ),
  billing_email: email(
    words(
      'E-mail of the billing contact',
      'Correo del contacto de facturación',
      'E-mail do contato de faturamento',
      'E-mel orang hubungan pengebilan',
    ),
    'Where invoices are sent.',
    false,
  ),
  technical_name: name(
    words('Technical contact', 'Contacto técnico', 'Contato técnico', 'Orang hubungan teknikal'),
    'Who sets it up at the customer.',
    false,
  ),
  technical_email: email(
    words(
      'E-mail of the technical contact',
      'Correo del contacto técnico',
      'E-mail do contato técnico',
      'E-mel orang hubungan teknikal',
    ),
    'Where we write to the technical contact.',
    false,
  ),
}
