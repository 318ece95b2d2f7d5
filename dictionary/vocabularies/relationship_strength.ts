import { defineVocabulary, term } from '../define.ts'

export const relationship_strength = defineVocabulary({
  name: 'relationship_strength',
  describe: 'How well we know a person: whether they would pick up when we call with bad news.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('strong', 'Strong', 'Fuerte', 'Forte', 'Kukuh', 'Close', 'Trusted', 'Estrecha', 'Próxima', 'Rapat'),
    term('good', 'Good', 'Buena', 'Boa', 'Baik', 'Solid', 'Sólida', 'Bem', 'Bagus'),
    term('weak', 'Weak', 'Débil', 'Fraca', 'Lemah', 'Thin', 'Distant', 'Distante', 'Renggang'),
    term('none', 'None yet', 'Ninguna todavía', 'Nenhuma ainda', 'Belum ada',
      'None', 'Never met', 'Ninguna', 'Nenhuma', 'Tiada'),
  ],
})
