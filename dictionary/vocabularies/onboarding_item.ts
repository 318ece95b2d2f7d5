// Each of these has a rule that reads it from the data (src/onboarding/items.ts); what the data can't say is ticked by hand.
import { defineVocabulary, term } from '../define.ts'

export const onboarding_item = defineVocabulary({
  name: 'onboarding_item',
  describe: 'What has to be known and done before a new customer counts as onboarded.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('primary_contact', 'Primary contact', 'Contacto principal', 'Contato principal', 'Orang hubungan utama'),
    term('kickoff_contacts', 'People for the kickoff', 'Personas para el arranque', 'Pessoas para o kickoff',
      'Orang untuk sesi permulaan'),
    term('kickoff_held', 'Kickoff held', 'Arranque celebrado', 'Kickoff realizado', 'Sesi permulaan diadakan'),
    term('stakeholder_map', 'Stakeholder map', 'Mapa de interlocutores', 'Mapa de interlocutores',
      'Peta pihak berkepentingan'),
    term('technical_environment', 'Technical environment', 'Entorno técnico', 'Ambiente técnico',
      'Persekitaran teknikal'),
    term('success_criteria', 'Success criteria', 'Criterios de éxito', 'Critérios de sucesso', 'Kriteria kejayaan'),
  ],
})
