// Words we use among ourselves about a customer. They are for senior people, and never for the customer's own eyes.
import { defineVocabulary, term } from '../define.ts'

export const strategic_designation = defineVocabulary({
  name: 'strategic_designation',
  describe: 'How leadership marks an account that matters more, or worries more, than its figures say.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('whale', 'Whale', 'Ballena', 'Baleia', 'Pelanggan gergasi',
      'Top account', 'Largest customer', 'Cliente mayor', 'Maior cliente'),
    term('at_risk', 'At risk', 'En riesgo', 'Em risco', 'Berisiko',
      'Risk', 'Churn risk', 'Riesgo de baja', 'Risco de cancelamento', 'Risiko'),
    term('churned', 'Churned', 'Cliente perdido', 'Cliente perdido', 'Pelanggan hilang',
      'Lost', 'Baja', 'Cancelou', 'Hilang'),
    term('reference', 'Reference customer', 'Cliente de referencia', 'Cliente de referência', 'Pelanggan rujukan',
      'Advocate', 'Referenceable', 'Referencia', 'Referência', 'Rujukan'),
    term('lighthouse', 'Lighthouse', 'Cliente faro', 'Cliente farol', 'Pelanggan perintis',
      'Flagship', 'Logo customer', 'Cliente insignia', 'Cliente vitrine'),
    term('design_partner', 'Design partner', 'Socio de diseño', 'Parceiro de design', 'Rakan reka bentuk',
      'Co-development', 'Beta partner', 'Desarrollo conjunto', 'Codesenvolvimento'),
    term('win_back', 'Win-back', 'Por recuperar', 'A reconquistar', 'Untuk ditawan semula',
      'Winback target', 'Recuperación', 'Reconquista'),
  ],
})
