import { defineVocabulary, term } from '../define.ts'

export const account_type = defineVocabulary({
  name: 'account_type',
  describe: 'What a company is to us: not yet, still, no longer, or beside us.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('prospect', 'Prospect', 'Cliente potencial', 'Cliente potencial', 'Bakal pelanggan',
      'Lead', 'Potential customer', 'Prospecto', 'Em prospecção', 'Prospek'),
    term('customer', 'Customer', 'Cliente', 'Cliente', 'Pelanggan',
      'Client', 'Existing customer', 'Current customer', 'Customer - Direct', 'Customer - Channel', 'Cliente activo',
      'Cliente ativo', 'Pelanggan semasa'),
    term('former_customer', 'Former customer', 'Antiguo cliente', 'Ex-cliente', 'Bekas pelanggan',
      'Churned', 'Past customer', 'Lost customer', 'Ex-customer', 'Excliente', 'Cliente perdido', 'Antigo cliente'),
    term('partner', 'Partner', 'Socio', 'Parceiro', 'Rakan kongsi',
      'Reseller', 'Channel partner', 'Technology partner', 'Distributor', 'Partner comercial', 'Distribuidor',
      'Revendedor', 'Revenda', 'Rakan niaga', 'Pengedar'),
  ],
})
