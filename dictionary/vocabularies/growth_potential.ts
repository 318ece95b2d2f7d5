import { defineVocabulary, term } from '../define.ts'

export const growth_potential = defineVocabulary({
  name: 'growth_potential',
  describe: 'How much more an account could buy from us within a year, judged by its CSM.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('high', 'High', 'Alto', 'Alto', 'Tinggi', 'Strong', 'Alta', 'Mucho', 'Muito', 'H'),
    term('medium', 'Medium', 'Medio', 'Médio', 'Sederhana', 'Moderate', 'Media', 'Moderado', 'Média', 'M'),
    term('low', 'Low', 'Bajo', 'Baixo', 'Rendah', 'Little', 'Baja', 'Poco', 'Baixa', 'Pouco', 'L'),
    term('none', 'None', 'Ninguno', 'Nenhum', 'Tiada', 'Saturated', 'Fully deployed', 'Ninguna', 'Nenhuma', 'Saturado'),
  ],
})
