import { defineVocabulary, term } from '../define.ts'

export const survey_kind = defineVocabulary({
  name: 'survey_kind',
  describe: 'What a score measures, and so its scale: NPS 0 to 10, CSAT 1 to 5, CES 1 to 7.',
  terms: [
    term(
      'nps',
      'Net Promoter Score',
      'Net Promoter Score',
      'Net Promoter Score',
      'Net Promoter Score',
      'likelihood to recommend',
      'recommendation',
      'recomendación',
      'recomendação',
      'skor promoter bersih',
    ),
    term(
      'csat',
      'Customer satisfaction',
      'Satisfacción del cliente',
      'Satisfação do cliente',
      'Kepuasan pelanggan',
      'satisfaction score',
      'customer satisfaction score',
      'satisfacción',
      'satisfação',
      'kepuasan',
    ),
    term(
      'ces',
      'Customer effort',
      'Esfuerzo del cliente',
      'Esforço do cliente',
      'Usaha pelanggan',
      'customer effort score',
      'effort score',
      'esfuerzo',
      'esforço',
    ),
  ],
})
