import { field } from '../define.ts'
import { words } from '../words.ts'

/** What was sold, and who answers for it on our side. */
export const handoffDeal = {
  arr: field.money({
    label: words(
      'ARR',
      'ARR (ingresos anuales recurrentes)',
      'ARR (receita recorrente anual)',
      'ARR (hasil berulang tahunan)',
    ),
    describe: 'What the customer has agreed to pay for a year, after discounts, without tax and one-off items.',
    required: 'expected',
    sensitivity: 'commercial',
    source: 'hand',
    freshFor: null,
    also: ['ACV', 'Annual recurring revenue', 'Valor anual', 'Nilai tahunan'],
  }),
  starts_on: field.date({
    label: words('Starts on', 'Empieza el', 'Começa em', 'Bermula pada'),
    describe: 'The first day on which the contract is in force.',
    required: false,
    sensitivity: 'commercial',
    source: 'hand',
    freshFor: null,
    also: ['Start date', 'Fecha de inicio', 'Data de início', 'Tarikh mula'],
  }),
  renewal_date: field.date({
    label: words('Renewal date', 'Fecha de renovación', 'Data de renovação', 'Tarikh pembaharuan'),
    describe: 'The day by which the contract must be renewed or given notice of.',
    required: 'expected',
    sensitivity: 'commercial',
    source: 'hand',
    freshFor: null,
    also: ['Renewal', 'Renewal_Date__c', 'Renovación', 'Renovação'],
  }),
  terms: field.long_text({
    label: words('Special terms', 'Condiciones especiales', 'Condições especiais', 'Terma khas'),
    describe: 'What was agreed outside the standard: discounts, notice, service levels, penalties.',
    required: false,
    sensitivity: 'commercial_terms',
    source: 'hand',
    freshFor: null,
    also: ['Terms', 'Discounts', 'Condiciones', 'Condições', 'Terma'],
  }),
  csm: field.reference({
    to: 'user',
    as: 'handoffs',
    label: words('CSM', 'CSM', 'CSM', 'CSM'),
    describe: 'The colleague in customer success who will own the account.',
    required: 'expected',
    sensitivity: 'general',
    source: 'hand',
    freshFor: null,
    also: ['Customer success manager', 'New owner', 'Owner', 'Responsable', 'Responsável', 'Pemilik'],
  }),
  sales_owner: field.reference({
    to: 'user',
    as: 'handed_off',
    label: words('Sold by', 'Vendido por', 'Vendido por', 'Dijual oleh'),
    describe: 'The colleague in sales who knows the customer and is asked when something is unclear.',
    required: false,
    sensitivity: 'general',
    source: 'hand',
    freshFor: null,
    also: ['AE', 'Account executive', 'Sales rep', 'Vendedor', 'Jurujual'],
  }),
}
