import { defineVocabulary, term } from '../define.ts'

export const region = defineVocabulary({
  name: 'region',
  describe: 'The sales and service territory an account is counted in; a workspace adds finer ones of its own.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('north_america', 'North America', 'América del Norte', 'América do Norte', 'Amerika Utara',
      'NAM', 'NORAM', 'NOAM', 'US & Canada', 'Norteamérica', 'EE. UU. y Canadá'),
    term('latin_america', 'Latin America', 'América Latina', 'América Latina', 'Amerika Latin',
      'LATAM', 'LAC', 'Latinoamérica', 'Iberoamérica', 'South America', 'Sudamérica', 'América do Sul'),
    term('emea', 'Europe, Middle East and Africa', 'Europa, Oriente Medio y África',
      'Europa, Oriente Médio e África', 'Eropah, Timur Tengah dan Afrika',
      'EMEA', 'Europe', 'Europa', 'Eropah', 'EU', 'DACH', 'UKI', 'MENA'),
    term('asia_pacific', 'Asia Pacific', 'Asia-Pacífico', 'Ásia-Pacífico', 'Asia Pasifik',
      'APAC', 'Asia', 'Ásia', 'ASEAN', 'ANZ', 'JAPAC', 'Southeast Asia', 'Asia Tenggara'),
  ],
})
