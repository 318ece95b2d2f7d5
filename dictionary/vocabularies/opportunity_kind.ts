import { defineVocabulary, term } from '../define.ts'

export const opportunity_kind = defineVocabulary({
  name: 'opportunity_kind',
  describe:
    'What a deal would change: a first purchase, more of the same, something else, something better, or staying.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('new_business', 'New business', 'Negocio nuevo', 'Novo negócio', 'Perniagaan baharu',
      'New', 'New logo', 'New customer', 'Cliente nuevo', 'Novo cliente', 'Pelanggan baharu'),
    term('expansion', 'Expansion', 'Expansión', 'Expansão', 'Pengembangan',
      'More seats', 'Existing business', 'Ampliación', 'Ampliação', 'Pertambahan'),
    term('cross_sell', 'Cross-sell', 'Venta cruzada', 'Venda cruzada', 'Jualan silang',
      'Cross sale', 'Crosssell', 'Add-on'),
    term('upsell', 'Upsell', 'Venta adicional', 'Venda adicional', 'Jualan naik taraf',
      'Up-sell', 'Upgrade', 'Mejora de plan', 'Upgrade de plano'),
    term('renewal', 'Renewal', 'Renovación', 'Renovação', 'Pembaharuan',
      'Renew', 'Existing customer - Renewal', 'Extension', 'Prórroga', 'Prorrogação'),
  ],
})
