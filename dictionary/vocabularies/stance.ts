import { defineVocabulary, term } from '../define.ts'

export const stance = defineVocabulary({
  name: 'stance',
  describe: 'How a person stands towards us and our product when we are not in the room.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('champion', 'Champion', 'Promotor', 'Promotor', 'Penyokong kuat', 'Advocate', 'Fan', 'Defensor', 'Entusiasta'),
    term('supporter', 'Supporter', 'Partidario', 'Apoiador', 'Penyokong',
      'Positive', 'Friendly', 'A favor', 'Positivo', 'Favorável', 'Menyokong'),
    term('neutral', 'Neutral', 'Neutral', 'Neutro', 'Berkecuali',
      'Indifferent', 'Indiferente', 'Imparcial', 'Tidak memihak'),
    term('detractor', 'Detractor', 'Detractor', 'Detrator', 'Penentang',
      'Negative', 'Blocker', 'Critic', 'En contra', 'Negativo', 'Contra', 'Menentang'),
  ],
})
