import { defineObject, field } from '../define.ts'
import { words } from '../words.ts'

export const survey_response = defineObject({
  name: 'survey_response',
  plural: 'survey_responses',
  label: words('Survey response', 'Respuesta de encuesta', 'Resposta de pesquisa', 'Jawapan tinjauan'),
  labelPlural: words('Survey responses', 'Respuestas de encuestas', 'Respostas de pesquisas', 'Jawapan tinjauan'),
  describe: words(
    'One invitation to a survey and, once answered, its score and words. Unanswered ones count for the response rate.',
    'Una invitación a una encuesta y, una vez contestada, su puntuación y sus palabras. Las no contestadas cuentan para la tasa de respuesta.',
    'Um convite para uma pesquisa e, uma vez respondido, sua nota e suas palavras. Os não respondidos contam para a taxa de resposta.',
    'Satu jemputan tinjauan dan, apabila dijawab, skor dan kata-katanya. Yang tidak dijawab dikira dalam kadar jawapan.',
  ),
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
      describe: words(
        'The customer the person answered for.',
        'El cliente por el que respondió la persona.',
        'O cliente pelo qual a pessoa respondeu.',
        'Pelanggan yang diwakili jawapan orang itu.',
      ),
      required: 'expected',
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['company', 'account id', 'customer', 'Empresa', 'Cliente', 'Syarikat', 'Pelanggan'],
    }),
    contact: field.reference({
      to: 'contact',
      as: 'survey_responses',
      label: words('Contact', 'Contacto', 'Contato', 'Orang hubungan'),
      describe: words(
        'The person who was asked; empty for an anonymous survey.',
        'La persona a la que se preguntó; vacío en una encuesta anónima.',
        'A pessoa a quem se perguntou; vazio em uma pesquisa anônima.',
        'Orang yang ditanya; kosong bagi tinjauan tanpa nama.',
      ),
      required: false,
      sensitivity: 'personal',
      source: 'survey',
      freshFor: null,
      also: ['respondent', 'recipient', 'email', 'Encuestado', 'Respondente', 'Responden', 'Kenalan'],
    }),
    ticket: field.reference({
      to: 'ticket',
      as: 'survey_responses',
      label: words('Ticket', 'Ticket', 'Chamado', 'Tiket'),
      describe: words(
        'The ticket the survey asked about, for satisfaction with support.',
        'El ticket por el que preguntó la encuesta, para la satisfacción con soporte.',
        'O chamado sobre o qual a pesquisa perguntou, para a satisfação com o suporte.',
        'Tiket yang ditanya tinjauan, bagi kepuasan terhadap sokongan.',
      ),
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
      describe: words(
        'The training or meeting the survey asked about.',
        'La formación o reunión por la que preguntó la encuesta.',
        'O treinamento ou a reunião sobre que a pesquisa perguntou.',
        'Latihan atau mesyuarat yang ditanya tinjauan.',
      ),
      required: false,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['training', 'meeting', 'event', 'Capacitación', 'Treinamento', 'Latihan'],
    }),
    survey: field.text({
      label: words('Survey', 'Encuesta', 'Pesquisa', 'Tinjauan'),
      describe: words(
        'The name of the survey or wave the answer belongs to.',
        'El nombre de la encuesta o de la oleada a la que pertenece la respuesta.',
        'O nome da pesquisa ou da onda a que a resposta pertence.',
        'Nama tinjauan atau gelombang tempat jawapan itu.',
      ),
      required: 'expected',
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['survey name', 'campaign', 'questionnaire', 'Nombre de la encuesta', 'Nome da pesquisa', 'Nama tinjauan'],
    }),
    kind: field.choice({
      vocabulary: 'survey_kind',
      label: words('Kind', 'Tipo', 'Tipo', 'Jenis'),
      describe: words(
        'What the score measures, and so which scale it is on.',
        'Qué mide la puntuación y, por tanto, en qué escala está.',
        'O que a nota mede e, portanto, em que escala está.',
        'Apa yang diukur skor, maka pada skala mana ia.',
      ),
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
      describe: words(
        'The number the person gave, never averaged or rescaled; empty until they answer.',
        'El número que dio la persona, nunca promediado ni reescalado; vacío hasta que responda.',
        'O número que a pessoa deu, nunca tirado em média nem reescalado; vazio até que responda.',
        'Nombor yang diberi orang itu, tidak pernah dipuratakan atau diskala semula; kosong sehingga dijawab.',
      ),
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
      describe: words(
        'Promoter, passive or detractor, from the score of an NPS survey; empty for other surveys.',
        'Promotor, pasivo o detractor, según la puntuación de una encuesta NPS; vacío en las demás.',
        'Promotor, neutro ou detrator, pela nota de uma pesquisa NPS; vazio nas outras.',
        'Penyokong, neutral atau penentang, daripada skor tinjauan NPS; kosong bagi tinjauan lain.',
      ),
      required: false,
      sensitivity: 'general',
      source: 'holdfast',
      freshFor: null,
    }),
    comment: field.long_text({
      label: words('Comment', 'Comentario', 'Comentário', 'Ulasan'),
      describe: words(
        'What the person wrote, kept whole and as it was written.',
        'Lo que escribió la persona, conservado entero y tal como lo escribió.',
        'O que a pessoa escreveu, guardado por inteiro e como foi escrito.',
        'Apa yang ditulis orang itu, disimpan sepenuhnya dan seperti ditulis.',
      ),
      required: false,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['verbatim', 'feedback', 'reason', 'open text', 'Motivo', 'Texto livre', 'Maklum balas'],
    }),
    themes: field.tags({
      vocabulary: 'feedback_theme',
      label: words('Themes', 'Temas', 'Temas', 'Tema'),
      describe: words(
        'What the comment is about, so that many comments can be counted.',
        'De qué trata el comentario, para poder contar muchos comentarios.',
        'Do que trata o comentário, para que muitos comentários possam ser contados.',
        'Perkara komen itu, supaya banyak komen boleh dikira.',
      ),
      required: false,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
      also: ['topics', 'categories', 'Categorías', 'Categorias', 'Kategori'],
    }),
    language: field.language({
      label: words('Language', 'Idioma', 'Idioma', 'Bahasa'),
      describe: words(
        'The language the person answered in.',
        'El idioma en el que respondió la persona.',
        'O idioma em que a pessoa respondeu.',
        'Bahasa yang digunakan orang itu untuk menjawab.',
      ),
      required: false,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['locale', 'lang', 'survey language', 'Lengua', 'Língua'],
    }),
    sent_at: field.datetime({
      label: words('Sent', 'Enviada el', 'Enviada em', 'Dihantar pada'),
      describe: words(
        'The moment the person was asked.',
        'El momento en que se preguntó a la persona.',
        'O momento em que se perguntou à pessoa.',
        'Saat orang itu ditanya.',
      ),
      required: false,
      sensitivity: 'general',
      source: 'survey',
      freshFor: null,
      also: ['sent date', 'invited at', 'Fecha de envío', 'Data de envio', 'Tarikh dihantar'],
    }),
    responded_at: field.datetime({
      label: words('Answered', 'Respondida el', 'Respondida em', 'Dijawab pada'),
      describe: words(
        'The moment the person answered; empty as long as they have not.',
        'El momento en que la persona respondió; vacío mientras no lo haya hecho.',
        'O momento em que a pessoa respondeu; vazio enquanto não respondeu.',
        'Saat orang itu menjawab; kosong selagi belum.',
      ),
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
