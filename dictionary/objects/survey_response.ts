import { defineObject, field } from '../define.ts'
import { words } from '../words.ts'

export const survey_response = defineObject({
  name: 'survey_response',
  plural: 'survey_responses',
  label: words('Survey response', 'Respuesta de encuesta', 'Resposta de pesquisa', 'Jawapan tinjauan'),
  labelPlural: words('Survey responses', 'Respuestas de encuestas', 'Respostas de pesquisas', 'Jawapan tinjauan'),
  describe:
    'One invitation to a survey and, once answered, its score and words. Unanswered ones count for the response rate.',
  owner: 'customer-success',
  retention: {
    keep: '5y',
    then: 'anonymise',
    because: 'Trends need scores over years, but not for ever the names of those who gave them.',
  },
  title: 'survey',
  partOf: 'account',
  subject: 'contact',
  rules: [
    {
      code: 'answered_before_sent',
      fields: ['sent_at', 'responded_at'],
      holds: isAnsweredAfterSent,
      say: words(
        'A survey cannot be answered before it was sent. Correct one of the two moments.',
        'Una encuesta no puede responderse antes de enviarse. Corrija uno de los dos momentos.',
        'Uma pesquisa não pode ser respondida antes do envio. Corrija um dos dois momentos.',
        'Tinjauan tidak boleh dijawab sebelum dihantar. Betulkan salah satu masa itu.',
      ),
    },
    {
      code: 'score_off_scale',
      fields: ['kind', 'score'],
      holds: isScoreOnScale,
      say: words(
        'The score is not on the scale of its survey: NPS 0 to 10, CSAT 1 to 5, CES 1 to 7. Correct the score or the kind.',
        'La puntuación no está en la escala de la encuesta: NPS 0 a 10, CSAT 1 a 5, CES 1 a 7. Corrija la puntuación o el tipo.',
        'A nota não está na escala da pesquisa: NPS 0 a 10, CSAT 1 a 5, CES 1 a 7. Corrija a nota ou o tipo.',
        'Skor di luar skala tinjauan: NPS 0 hingga 10, CSAT 1 hingga 5, CES 1 hingga 7. Betulkan skor atau jenisnya.',
      ),
    },
  ],
  fields: {
    account: field.reference({
      to: 'account',
      as: 'survey_responses',
      label: words('Account', 'Cuenta', 'Conta', 'Akaun'),
      describe: 'The customer the person answered for.',
      required: 'expected',
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['company', 'account id', 'customer', 'Empresa', 'Cliente', 'Syarikat', 'Pelanggan'],
    }),
    contact: field.reference({
      to: 'contact',
      as: 'survey_responses',
      label: words('Contact', 'Contacto', 'Contato', 'Kenalan'),
      describe: 'The person who was asked; empty for an anonymous survey.',
      required: false,
      sensitivity: 'personal',
      source: 'survey',
      freshFor: null,
      also: ['respondent', 'recipient', 'email', 'Encuestado', 'Respondente', 'Responden'],
    }),
    ticket: field.reference({
      to: 'ticket',
      as: 'survey_responses',
      label: words('Ticket', 'Ticket', 'Chamado', 'Tiket'),
      describe: 'The ticket the survey asked about, for satisfaction with support.',
      required: false,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['ticket id', 'case id', 'ID del ticket', 'Protocolo', 'No. tiket'],
    }),
    interaction: field.reference({
      to: 'interaction',
      as: 'survey_responses',
      label: words('Interaction', 'Interacción', 'Interação', 'Interaksi'),
      describe: 'The training or meeting the survey asked about.',
      required: false,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['training', 'meeting', 'event', 'Capacitación', 'Treinamento', 'Latihan'],
    }),
    survey: field.text({
      label: words('Survey', 'Encuesta', 'Pesquisa', 'Tinjauan'),
      describe: 'The name of the survey or wave the answer belongs to.',
      required: 'expected',
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['survey name', 'campaign', 'questionnaire', 'Nombre de la encuesta', 'Nome da pesquisa', 'Nama tinjauan'],
    }),
    kind: field.choice({
      vocabulary: 'survey_kind',
      label: words('Kind', 'Tipo', 'Tipo', 'Jenis'),
      describe: 'What the score measures, and so which scale it is on.',
      required: true,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['survey type', 'metric', 'Tipo de encuesta', 'Tipo de pesquisa', 'Jenis tinjauan'],
    }),
    score: field.integer({
      min: 0,
      max: 10,
      label: words('Score', 'Puntuación', 'Nota', 'Skor'),
      describe: 'The number the person gave, never averaged or rescaled; empty until they answer.',
      required: false,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['rating', 'NPS score', 'CSAT score', 'value', 'Calificación', 'Pontuação', 'Markah', 'Penilaian'],
    }),
    category: field.computed({
      of: 'choice',
      vocabulary: 'nps_category',
      reads: ['kind', 'score'],
      from: npsCategory,
      label: words('NPS group', 'Grupo NPS', 'Grupo NPS', 'Kumpulan NPS'),
      describe: 'Promoter, passive or detractor, from the score of an NPS survey; empty for other surveys.',
      required: false,
      sensitivity: 'general',
      source: 'holdfast',
      freshFor: null,
    }),
    comment: field.long_text({
      label: words('Comment', 'Comentario', 'Comentário', 'Ulasan'),
      describe: 'What the person wrote, kept whole and as it was written.',
      required: false,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['verbatim', 'feedback', 'reason', 'open text', 'Motivo', 'Texto livre', 'Maklum balas'],
    }),
    themes: field.tags({
      vocabulary: 'feedback_theme',
      label: words('Themes', 'Temas', 'Temas', 'Tema'),
      describe: 'What the comment is about, so that many comments can be counted.',
      required: false,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
      also: ['topics', 'categories', 'Categorías', 'Categorias', 'Kategori'],
    }),
    language: field.language({
      label: words('Language', 'Idioma', 'Idioma', 'Bahasa'),
      describe: 'The language the person answered in.',
      required: false,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['locale', 'lang', 'survey language', 'Lengua', 'Língua'],
    }),
    sent_at: field.datetime({
      label: words('Sent', 'Enviada el', 'Enviada em', 'Dihantar pada'),
      describe: 'The moment the person was asked.',
      required: false,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['sent date', 'invited at', 'Fecha de envío', 'Data de envio', 'Tarikh dihantar'],
    }),
    responded_at: field.datetime({
      label: words('Answered', 'Respondida el', 'Respondida em', 'Dijawab pada'),
      describe: 'The moment the person answered; empty as long as they have not.',
      required: false,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: [
        'response date',
        'submitted at',
        'completed at',
        'Fecha de respuesta',
        'Data da resposta',
        'Tarikh jawapan',
      ],
    }),
  },
})

type Given = Readonly<Record<string, unknown>>

const scales: Readonly<Record<string, readonly [number, number]>> = { nps: [0, 10], csat: [1, 5], ces: [1, 7] }

function isScoreOnScale({ kind, score }: Given): boolean {
  const scale = typeof kind === 'string' ? scales[kind] : undefined
  return !scale || typeof score !== 'number' || (score >= scale[0] && score <= scale[1])
}

function isAnsweredAfterSent({ sent_at, responded_at }: Given): boolean {
  return typeof sent_at !== 'string' || typeof responded_at !== 'string' || sent_at <= responded_at
}

/** Reichheld's groups: 9–10 promoters, 7–8 passives, 0–6 detractors. */
function npsCategory({ kind, score }: Given): string | null {
  if (kind !== 'nps' || typeof score !== 'number') return null
  if (score >= 9) return 'promoter'
  return score >= 7 ? 'passive' : 'detractor'
}
