import { field } from '../define.ts'
import { type Words, words } from '../words.ts'

const text = (label: Words, describe: string, required: 'expected' | false, also: readonly string[] = []) =>
  field.long_text({ label, describe, required, sensitivity: 'general', source: 'hand', freshFor: null, also })

/** Why they bought and what they were told. Lists are one line each; a line may end with its day, and a criterion with its target. */
export const handoffContent = {
  use_case: text(
    words('Use case', 'Caso de uso', 'Caso de uso', 'Kes penggunaan'),
    'What the customer will do with us, and why they bought: one use case a line.',
    'expected',
    ['Why bought', 'Por qué compró', 'Por que comprou', 'Sebab membeli'],
  ),
  success_criteria: text(
    words('Success criteria', 'Criterios de éxito', 'Critérios de sucesso', 'Kriteria kejayaan'),
    'How the customer will judge success, one a line: "Days per invoice: 9 -> 2, 2027-06-30".',
    'expected',
    ['Success metrics', 'Goals', 'Métricas de éxito', 'Metas', 'Matlamat'],
  ),
  promises: text(
    words('Promises made', 'Promesas hechas', 'Promessas feitas', 'Janji yang dibuat'),
    'What the customer was promised before the sale, one a line, with its day at the end; "none" where nothing was.',
    'expected',
    ['Promises', 'Commitments', 'Compromisos', 'Compromissos', 'Komitmen'],
  ),
  risks: text(words('Risks', 'Riesgos', 'Riscos', 'Risiko'), 'What could go wrong, as sales sees it.', false, [
    'Concerns',
    'Inquietudes',
    'Preocupações',
    'Kebimbangan',
  ]),
  integrations: text(
    words('Integrations', 'Integraciones', 'Integrações', 'Integrasi'),
    'What it has to work with at the customer: systems, volumes, how users are kept.',
    false,
    ['Technical environment', 'Entorno técnico', 'Ambiente técnico', 'Persekitaran teknikal'],
  ),
  kickoff_on: field.date({
    label: words('Kickoff on', 'Arranque el', 'Kickoff em', 'Permulaan pada'),
    describe: 'The day on which the kickoff is agreed or wished for.',
    required: false,
    sensitivity: 'general',
    source: 'hand',
    freshFor: null,
    also: ['Kickoff date', 'Kick-off', 'Fecha de arranque', 'Data do kickoff', 'Tarikh permulaan'],
  }),
  notes: text(
    words('Notes', 'Notas', 'Notas', 'Catatan'),
    'Whatever else the CSM should know before the first call.',
    false,
    ['Comments', 'Comentarios', 'Comentários', 'Ulasan'],
  ),
}
