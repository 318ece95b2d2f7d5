// Worked out from interactions, never typed: a level somebody remembers to set is a level that is a year old.
import { defineVocabulary, term } from '../define.ts'

export const engagement_level = defineVocabulary({
  name: 'engagement_level',
  describe: 'How much a person has been in touch with us lately, both ways.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('active', 'Active', 'Activo', 'Ativo', 'Aktif',
      'Engaged', 'Responsive', 'Comprometido', 'Engajado', 'Responsif'),
    term('occasional', 'Occasional', 'Ocasional', 'Ocasional', 'Sekali-sekala',
      'Sporadic', 'Esporádico', 'De vez en cuando', 'De vez em quando'),
    term('unresponsive', 'Unresponsive', 'No responde', 'Não responde', 'Tidak responsif',
      'Silent', 'Inactive', 'Dark', 'Sin respuesta', 'Sem resposta', 'Tidak membalas'),
  ],
})
