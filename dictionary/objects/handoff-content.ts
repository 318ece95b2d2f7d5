import { field } from '../define.ts'
import { type Words, words } from '../words.ts'

const text = (label: Words, describe: Words, required: 'expected' | false, also: readonly string[] = []) =>
  field.long_text({ label, describe, required, sensitivity: 'general', source: 'hand', freshFor: null, also })

/** Why they bought and what they were told. Lists are one line each; a line may end with its day, and a criterion with its target. */
export const handoffContent = {
  use_case: text(
    words('Use case', 'Caso de uso', 'Caso de uso', 'Kes penggunaan'),
    words(
      'What the customer will do with us, and why they bought: one use case a line.',
      'Qué hará el cliente con nosotros y por qué compró: un caso de uso por línea.',
      'O que o cliente fará conosco e por que comprou: um caso de uso por linha.',
      'Apa yang akan dibuat pelanggan dengan kita, dan sebab mereka membeli: satu kes penggunaan sebaris.',
    ),
    'expected',
    ['Why bought', 'Por qué compró', 'Por que comprou', 'Sebab membeli'],
  ),
  success_criteria: text(
    words('Success criteria', 'Criterios de éxito', 'Critérios de sucesso', 'Kriteria kejayaan'),
    words(
      'How the customer will judge success, one a line: "Days per invoice: 9 -> 2, 2027-06-30".',
      'Cómo juzgará el cliente el éxito, uno por línea: «Días por factura: 9 -> 2, 2027-06-30».',
      'Como o cliente vai julgar o sucesso, um por linha: “Dias por fatura: 9 -> 2, 2027-06-30”.',
      'Bagaimana pelanggan akan menilai kejayaan, satu sebaris: “Hari setiap invois: 9 -> 2, 2027-06-30”.',
    ),
    'expected',
    ['Success metrics', 'Goals', 'Métricas de éxito', 'Metas', 'Matlamat'],
  ),
  promises: text(
    words('Promises made', 'Promesas hechas', 'Promessas feitas', 'Janji yang dibuat'),
    words(
      'What the customer was promised before the sale, one a line, with its day at the end; "none" where nothing was.',
      'Lo que se prometió al cliente antes de la venta, una promesa por línea, con su día al final; «none» si no hubo ninguna.',
      'O que foi prometido ao cliente antes da venda, uma promessa por linha, com o dia no fim; “none” onde nada foi.',
      'Apa yang dijanjikan kepada pelanggan sebelum jualan, satu sebaris, dengan harinya di hujung; “none” jika tiada.',
    ),
    'expected',
    ['Promises', 'Commitments', 'Compromisos', 'Compromissos', 'Komitmen'],
  ),
  risks: text(
    words('Risks', 'Riesgos', 'Riscos', 'Risiko'),
    words(
      'What could go wrong, as sales sees it.',
      'Qué podría salir mal, a ojos de ventas.',
      'O que pode dar errado, na visão de vendas.',
      'Apa yang boleh menjadi masalah, pada pandangan jualan.',
    ),
    false,
    ['Concerns', 'Inquietudes', 'Preocupações', 'Kebimbangan'],
  ),
  integrations: text(
    words('Integrations', 'Integraciones', 'Integrações', 'Integrasi'),
    words(
      'What it has to work with at the customer: systems, volumes, how users are kept.',
      'Con qué debe funcionar en el cliente: sistemas, volúmenes, cómo se gestionan los usuarios.',
      'Com o que precisa funcionar no cliente: sistemas, volumes, como os usuários são mantidos.',
      'Dengan apa ia mesti berfungsi di tempat pelanggan: sistem, jumlah, cara pengguna diurus.',
    ),
    false,
    ['Technical environment', 'Entorno técnico', 'Ambiente técnico', 'Persekitaran teknikal'],
  ),
  kickoff_on: field.date({
    label: words('Kickoff on', 'Arranque el', 'Kickoff em', 'Permulaan pada'),
    describe: words(
      'The day on which the kickoff is agreed or wished for.',
      'El día en que el arranque está acordado o se desea.',
      'O dia em que o kickoff está combinado ou é desejado.',
      'Hari permulaan yang dipersetujui atau dikehendaki.',
    ),
    required: false,
    sensitivity: 'general',
    source: 'hand',
    freshFor: null,
    also: ['Kickoff date', 'Kick-off', 'Fecha de arranque', 'Data do kickoff', 'Tarikh permulaan'],
  }),
  notes: text(
    words('Notes', 'Notas', 'Notas', 'Catatan'),
    words(
      'Whatever else the CSM should know before the first call.',
      'Todo lo demás que el CSM debe saber antes de la primera llamada.',
      'Tudo o mais que o CSM deve saber antes da primeira ligação.',
      'Apa-apa lagi yang patut diketahui CSM sebelum panggilan pertama.',
    ),
    false,
    ['Comments', 'Comentarios', 'Comentários', 'Ulasan'],
  ),
}
