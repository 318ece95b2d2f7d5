// What happened to a handoff. All of it is set by the product when somebody submits, returns, accepts or rates it, so that no form,
// file or program can make one look accepted.
import { field } from '../define.ts'
import { type Words, words } from '../words.ts'

const facts = {
  required: false,
  sensitivity: 'general',
  source: 'holdfast',
  freshFor: null,
  serverOwned: true,
} as const

const moment = (label: Words, describe: string) => field.datetime({ label, describe, ...facts })
const colleague = (as: string, label: Words, describe: string) =>
  field.reference({ to: 'user', as, label, describe, ...facts })

export const handoffSteps = {
  state: field.computed({
    of: 'choice',
    vocabulary: 'handoff_state',
    reads: ['customer', 'submitted_at', 'returned_at', 'accepted_at'],
    from: stateOf,
    label: words('State', 'Estado', 'Estado', 'Keadaan'),
    describe: 'Whether it is being written, waits for customer success, was returned or was accepted.',
    required: false,
    sensitivity: 'general',
    source: 'holdfast',
    freshFor: null,
  }),
  first_submitted_at: moment(
    words('First submitted at', 'Enviado por primera vez el', 'Enviado pela primeira vez em', 'Pertama dihantar pada'),
    'When sales first called it complete; the time to accept counts from here.',
  ),
  submitted_at: moment(
    words('Submitted at', 'Enviado el', 'Enviado em', 'Dihantar pada'),
    'When it was last submitted.',
  ),
  submitted_by: colleague(
    'submitted_handoffs',
    words('Submitted by', 'Enviado por', 'Enviado por', 'Dihantar oleh'),
    'Who submitted it last.',
  ),
  returned_at: moment(
    words('Returned at', 'Devuelto el', 'Devolvido em', 'Dikembalikan pada'),
    'When customer success sent it back; empty again once it is submitted anew.',
  ),
  returned_by: colleague(
    'returned_handoffs',
    words('Returned by', 'Devuelto por', 'Devolvido por', 'Dikembalikan oleh'),
    'Who sent it back last.',
  ),
  return_reasons: field.long_text({
    label: words('Reasons for return', 'Motivos de devolución', 'Motivos da devolução', 'Sebab dikembalikan'),
    describe: 'What customer success needs before it can accept, in the words of who returned it last.',
    ...facts,
  }),
  times_returned: field.integer({
    label: words('Times returned', 'Veces devuelto', 'Vezes devolvido', 'Kali dikembalikan'),
    describe: 'How often it was sent back.',
    min: 0,
    ...facts,
  }),
  accepted_at: moment(
    words('Accepted at', 'Aceptado el', 'Aceito em', 'Diterima pada'),
    'When customer success took the customer over, and the records of the account were made.',
  ),
  accepted_by: colleague(
    'accepted_handoffs',
    words('Accepted by', 'Aceptado por', 'Aceito por', 'Diterima oleh'),
    'Who took the customer over.',
  ),
  contact: field.reference({
    to: 'contact',
    as: 'handoffs',
    label: words('Contact', 'Contacto', 'Contato', 'Kenalan'),
    describe: 'Whom the primary contact has become, or was already, when it was accepted.',
    ...facts,
  }),
  contract: field.reference({
    to: 'contract',
    as: 'handoffs',
    label: words('Contract', 'Contrato', 'Contrato', 'Kontrak'),
    describe: 'The contract that the acceptance made or found.',
    ...facts,
  }),
  hours_to_accept: field.computed({
    of: 'decimal',
    reads: ['first_submitted_at', 'accepted_at'],
    from: hoursToAccept,
    label: words('Hours to accept', 'Horas hasta aceptar', 'Horas até aceitar', 'Jam untuk terima'),
    describe: 'Hours from the first submission to the acceptance, returns included.',
    required: false,
    sensitivity: 'general',
    source: 'holdfast',
    freshFor: null,
  }),
  usefulness: field.integer({
    label: words('Usefulness', 'Utilidad', 'Utilidade', 'Kegunaan'),
    describe: 'How useful the handoff was, as the CSM judges it 90 days later: from 1 (useless) to 5 (all we needed).',
    min: 1,
    max: 5,
    ...facts,
  }),
  usefulness_note: field.long_text({
    label: words('What was missing', 'Qué faltó', 'O que faltou', 'Apa yang tiada'),
    describe: 'What the CSM had to find out again, or was glad to find.',
    ...facts,
  }),
  rated_at: moment(
    words('Rated at', 'Valorado el', 'Avaliado em', 'Dinilai pada'),
    'When the CSM judged its usefulness.',
  ),
}

type Steps = {
  readonly customer?: string | null
  readonly submitted_at?: string | null
  readonly first_submitted_at?: string | null
  readonly returned_at?: string | null
  readonly accepted_at?: string | null
}

function stateOf({ customer, submitted_at, returned_at, accepted_at }: Steps): string | null {
  if (!customer) return null
  if (accepted_at) return 'accepted'
  if (returned_at) return 'returned'
  return submitted_at ? 'submitted' : 'draft'
}

const hourMs = 3_600_000

function hoursToAccept({ first_submitted_at, accepted_at }: Steps): number | null {
  if (!first_submitted_at || !accepted_at) return null
  return Math.round(((Date.parse(accepted_at) - Date.parse(first_submitted_at)) / hourMs) * 100) / 100
}
