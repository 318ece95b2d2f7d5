import { defineVocabulary, term } from '../define.ts'

export const nps_category = defineVocabulary({
  name: 'nps_category',
  describe: 'The three groups of the Net Promoter Score: promoters 9–10, passives 7–8, detractors 0–6.',
  terms: [
    term('promoter', 'Promoter', 'Promotor', 'Promotor', 'Penyokong', 'promoters', 'promotores'),
    term('passive', 'Passive', 'Pasivo', 'Neutro', 'Pasif', 'passives', 'pasivos', 'neutros', 'neutral'),
    term('detractor', 'Detractor', 'Detractor', 'Detrator', 'Pengkritik', 'detractors', 'detractores', 'detratores'),
  ],
})
