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

const moment = (label: Words, describe: Words) => field.datetime({ label, describe, ...facts })
const colleague = (as: string, label: Words, describe: Words) =>
  field.reference({ to: 'user', as, label, describe, ...facts })

export const handoffSteps = {
  state: field.computed({
    of: 'choice',
    vocabulary: 'handoff_state',
    reads: ['customer', 'submitted_at', 'returned_at', 'accepted_at'],
    from: stateOf,
    label: words('State', 'Estado', 'Estado', 'Keadaan'),
    describe: words(
      'Whether it is being written, waits for customer success, was returned or was accepted.',
      'Si se está escribiendo, espera a éxito del cliente, se devolvió o se aceptó.',
      'Se está sendo escrita, espera pelo sucesso do cliente, foi devolvida ou foi aceita.',
      'Sama ada ia sedang ditulis, menunggu kejayaan pelanggan, dipulangkan atau diterima.',
    ),
    required: false,
    sensitivity: 'general',
    source: 'holdfast',
    freshFor: null,
  }),
  first_submitted_at: moment(
    words('First submitted at', 'Enviado por primera vez el', 'Enviado pela primeira vez em', 'Pertama dihantar pada'),
    words(
      'When sales first called it complete; the time to accept counts from here.',
      'Cuándo ventas lo dio por completo por primera vez; desde aquí se cuenta el tiempo hasta la aceptación.',
      'Quando vendas a deu por completa pela primeira vez; o tempo até a aceitação conta a partir daqui.',
      'Bila jualan pertama kali menganggapnya lengkap; masa hingga penerimaan dikira dari sini.',
    ),
  ),
  submitted_at: moment(
    words('Submitted at', 'Enviado el', 'Enviado em', 'Dihantar pada'),
    words(
      'When it was last submitted.',
      'Cuándo se entregó por última vez.',
      'Quando foi enviada pela última vez.',
      'Bila ia kali terakhir dihantar.',
    ),
  ),
  submitted_by: colleague(
    'submitted_handoffs',
    words('Submitted by', 'Enviado por', 'Enviado por', 'Dihantar oleh'),
    words(
      'Who submitted it last.',
      'Quién lo entregó por última vez.',
      'Quem a enviou pela última vez.',
      'Siapa yang menghantarnya kali terakhir.',
    ),
  ),
  returned_at: moment(
    words('Returned at', 'Devuelto el', 'Devolvido em', 'Dikembalikan pada'),
    words(
      'When customer success sent it back; empty again once it is submitted anew.',
      'Cuándo lo devolvió éxito del cliente; vuelve a quedar vacío en cuanto se entrega de nuevo.',
      'Quando o sucesso do cliente a devolveu; fica vazio de novo assim que é reenviada.',
      'Bila kejayaan pelanggan memulangkannya; kosong semula sebaik sahaja dihantar lagi.',
    ),
  ),
  returned_by: colleague(
    'returned_handoffs',
    words('Returned by', 'Devuelto por', 'Devolvido por', 'Dikembalikan oleh'),
    words(
      'Who sent it back last.',
      'Quién lo devolvió por última vez.',
      'Quem a devolveu pela última vez.',
      'Siapa yang memulangkannya kali terakhir.',
    ),
  ),
  return_reasons: field.long_text({
    label: words('Reasons for return', 'Motivos de devolución', 'Motivos da devolução', 'Sebab dikembalikan'),
    describe: words(
      'What customer success needs before it can accept, in the words of who returned it last.',
      'Qué necesita éxito del cliente para poder aceptar, con las palabras de quien lo devolvió por última vez.',
      'Do que o sucesso do cliente precisa para aceitar, nas palavras de quem a devolveu pela última vez.',
      'Apa yang diperlukan kejayaan pelanggan sebelum boleh menerima, dalam kata orang yang memulangkannya kali terakhir.',
    ),
    ...facts,
  }),
  times_returned: field.integer({
    label: words('Times returned', 'Veces devuelto', 'Vezes devolvido', 'Kali dikembalikan'),
    describe: words(
      'How often it was sent back.',
      'Cuántas veces se devolvió.',
      'Quantas vezes foi devolvida.',
      'Berapa kali ia dipulangkan.',
    ),
    min: 0,
    ...facts,
  }),
  accepted_at: moment(
    words('Accepted at', 'Aceptado el', 'Aceito em', 'Diterima pada'),
    words(
      'When customer success took the customer over, and the records of the account were made.',
      'Cuándo éxito del cliente se hizo cargo del cliente y se crearon los registros de la cuenta.',
      'Quando o sucesso do cliente assumiu o cliente e os registros da conta foram criados.',
      'Bila kejayaan pelanggan mengambil alih pelanggan, dan rekod akaun dibuat.',
    ),
  ),
  accepted_by: colleague(
    'accepted_handoffs',
    words('Accepted by', 'Aceptado por', 'Aceito por', 'Diterima oleh'),
    words(
      'Who took the customer over.',
      'Quién se hizo cargo del cliente.',
      'Quem assumiu o cliente.',
      'Siapa yang mengambil alih pelanggan.',
    ),
  ),
  contact: field.reference({
    to: 'contact',
    as: 'handoffs',
    label: words('Contact', 'Contacto', 'Contato', 'Orang hubungan'),
    describe: words(
      'Whom the primary contact has become, or was already, when it was accepted.',
      'En quién se ha convertido el contacto principal, o quién era ya, al aceptarse.',
      'Em quem o contato principal se tornou, ou quem já era, na aceitação.',
      'Orang hubungan utama itu menjadi siapa, atau sudah siapa, semasa diterima.',
    ),
    ...facts,
  }),
  contract: field.reference({
    to: 'contract',
    as: 'handoffs',
    label: words('Contract', 'Contrato', 'Contrato', 'Kontrak'),
    describe: words(
      'The contract that the acceptance made or found.',
      'El contrato que la aceptación creó o encontró.',
      'O contrato que a aceitação criou ou encontrou.',
      'Kontrak yang dibuat atau ditemui oleh penerimaan.',
    ),
    ...facts,
  }),
  hours_to_accept: field.computed({
    of: 'decimal',
    reads: ['first_submitted_at', 'accepted_at'],
    from: hoursToAccept,
    label: words('Hours to accept', 'Horas hasta aceptar', 'Horas até aceitar', 'Jam untuk terima'),
    describe: words(
      'Hours from the first submission to the acceptance, returns included.',
      'Horas desde la primera entrega hasta la aceptación, devoluciones incluidas.',
      'Horas do primeiro envio até a aceitação, devoluções incluídas.',
      'Jam dari penghantaran pertama hingga penerimaan, termasuk pemulangan.',
    ),
    required: false,
    sensitivity: 'general',
    source: 'holdfast',
    freshFor: null,
  }),
  usefulness: field.integer({
    label: words('Usefulness', 'Utilidad', 'Utilidade', 'Kegunaan'),
    describe: words(
      'How useful the handoff was, as the CSM judges it 90 days later: from 1 (useless) to 5 (all we needed).',
      'Cuán útil fue el traspaso, a juicio del CSM 90 días después: de 1 (inútil) a 5 (todo lo que necesitábamos).',
      'Quão útil foi a passagem, na avaliação do CSM 90 dias depois: de 1 (inútil) a 5 (tudo de que precisávamos).',
      'Sejauh mana serah tugas berguna, pada penilaian CSM 90 hari kemudian: dari 1 (tidak berguna) hingga 5 (semua yang diperlukan).',
    ),
    min: 1,
    max: 5,
    ...facts,
  }),
  usefulness_note: field.long_text({
    label: words('What was missing', 'Qué faltó', 'O que faltou', 'Apa yang tiada'),
    describe: words(
      'What the CSM had to find out again, or was glad to find.',
      'Lo que el CSM tuvo que averiguar de nuevo, o se alegró de encontrar.',
      'O que o CSM teve de descobrir de novo, ou ficou contente de encontrar.',
      'Apa yang terpaksa dicari semula oleh CSM, atau yang gembira ditemuinya.',
    ),
    ...facts,
  }),
  rated_at: moment(
    words('Rated at', 'Valorado el', 'Avaliado em', 'Dinilai pada'),
    words(
      'When the CSM judged its usefulness.',
      'Cuándo juzgó el CSM su utilidad.',
      'Quando o CSM avaliou a utilidade.',
      'Bila CSM menilai kegunaannya.',
    ),
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
