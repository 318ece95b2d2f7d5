import { defineVocabulary, term } from '../define.ts'

export const renewal_influence = defineVocabulary({
  name: 'renewal_influence',
  describe: "How far a person's word carries when the renewal is decided.",
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('decisive', 'Decisive', 'Decisiva', 'Decisiva', 'Penentu',
      'Decides', 'Final say', 'Veto', 'Decide', 'Última palabra', 'Palavra final', 'Kata putus'),
    term('high', 'High', 'Alta', 'Alta', 'Tinggi', 'Strong', 'Alto', 'Fuerte', 'Forte'),
    term('some', 'Some', 'Alguna', 'Alguma', 'Sedikit sebanyak', 'Medium', 'Moderate', 'Media', 'Média', 'Sederhana'),
    term('none', 'None', 'Ninguna', 'Nenhuma', 'Tiada',
      'No influence', 'Sin influencia', 'Sem influência', 'Tiada pengaruh'),
  ],
})
