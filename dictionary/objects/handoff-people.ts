import { field } from '../define.ts'
import { type Words, words } from '../words.ts'

const name = (label: Words, describe: Words, required: 'expected' | false) =>
  field.text({ label, describe, required, sensitivity: 'general', source: 'hand', freshFor: null })

const email = (label: Words, describe: Words, required: 'expected' | false) =>
  field.email({ label, describe, required, sensitivity: 'personal', source: 'hand', freshFor: null })

/** Whom the CSM will work with at the customer. An e-mail address that we know leads to its contact; others become new ones. */
export const handoffPeople = {
  primary_name: name(
    words('Primary contact', 'Contacto principal', 'Contato principal', 'Orang hubungan utama'),
    words(
      'The person we work with day to day.',
      'La persona con la que trabajamos día a día.',
      'A pessoa com quem trabalhamos no dia a dia.',
      'Orang yang bekerja dengan kita hari demi hari.',
    ),
    'expected',
  ),
  primary_email: email(
    words(
      'E-mail of the primary contact',
      'Correo del contacto principal',
      'E-mail do contato principal',
      'E-mel orang hubungan utama',
    ),
    words(
      'Where we write to the primary contact.',
      'Adonde escribimos al contacto principal.',
      'Para onde escrevemos ao contato principal.',
      'Alamat kita menulis kepada orang hubungan utama.',
    ),
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
    describe: words(
      'The part the primary contact plays at the customer.',
      'El papel que el contacto principal tiene en el cliente.',
      'O papel que o contato principal tem no cliente.',
      'Bahagian yang dimainkan orang hubungan utama di tempat pelanggan.',
    ),
    required: 'expected',
    sensitivity: 'general',
    source: 'hand',
    freshFor: null,
  }),
  sponsor_name: name(
    words('Executive sponsor', 'Patrocinador ejecutivo', 'Patrocinador executivo', 'Penaja eksekutif'),
    words(
      'The person of rank at the customer who wanted this.',
      'La persona con rango en el cliente que quiso esto.',
      'A pessoa de posição no cliente que quis isto.',
      'Orang berpangkat di tempat pelanggan yang mahukan ini.',
    ),
    false,
  ),
  sponsor_email: email(
    words('E-mail of the sponsor', 'Correo del patrocinador', 'E-mail do patrocinador', 'E-mel penaja'),
    words(
      'Where we write to the sponsor.',
      'Adonde escribimos al patrocinador.',
      'Para onde escrevemos ao patrocinador.',
      'Alamat kita menulis kepada penaja.',
    ),
    false,
  ),
  billing_name: name(
    words('Billing contact', 'Contacto de facturación', 'Contato de faturamento', 'Orang hubungan pengebilan'),
    words(
      'Whom invoices are sent to.',
      'A quién se envían las facturas.',
      'Para quem as faturas são enviadas.',
      'Kepada siapa invois dihantar.',
    ),
    false,
  ),
  billing_email: email(
    words(
      'E-mail of the billing contact',
      'Correo del contacto de facturación',
      'E-mail do contato de faturamento',
      'E-mel orang hubungan pengebilan',
    ),
    words(
      'Where invoices are sent.',
      'Adonde se envían las facturas.',
      'Para onde as faturas são enviadas.',
      'Ke mana invois dihantar.',
    ),
    false,
  ),
  technical_name: name(
    words('Technical contact', 'Contacto técnico', 'Contato técnico', 'Orang hubungan teknikal'),
    words(
      'Who sets it up at the customer.',
      'Quién lo configura en el cliente.',
      'Quem configura no cliente.',
      'Siapa yang menyediakannya di tempat pelanggan.',
    ),
    false,
  ),
  technical_email: email(
    words(
      'E-mail of the technical contact',
      'Correo del contacto técnico',
      'E-mail do contato técnico',
      'E-mel orang hubungan teknikal',
    ),
    words(
      'Where we write to the technical contact.',
      'Adonde escribimos al contacto técnico.',
      'Para onde escrevemos ao contato técnico.',
      'Alamat kita menulis kepada orang hubungan teknikal.',
    ),
    false,
  ),
}
