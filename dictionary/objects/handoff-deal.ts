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
    describe: words(
      'What the customer has agreed to pay for a year, after discounts, without tax and one-off items.',
      'Lo que el cliente ha acordado pagar por un año, tras los descuentos, sin impuestos ni partidas únicas.',
      'O que o cliente concordou em pagar por um ano, depois dos descontos, sem impostos nem itens avulsos.',
      'Apa yang dipersetujui pelanggan untuk dibayar setahun, selepas diskaun, tanpa cukai dan item sekali sahaja.',
    ),
    required: 'expected',
    sensitivity: 'commercial',
    source: 'hand',
    freshFor: null,
    also: ['ACV', 'Annual recurring revenue', 'Valor anual', 'Nilai tahunan'],
  }),
  starts_on: field.date({
    label: words('Starts on', 'Empieza el', 'Começa em', 'Bermula pada'),
    describe: words(
      'The first day on which the contract is in force.',
      'El primer día en que el contrato está en vigor.',
      'O primeiro dia em que o contrato está em vigor.',
      'Hari pertama kontrak berkuat kuasa.',
    ),
    required: false,
    sensitivity: 'commercial',
    source: 'hand',
    freshFor: null,
    also: ['Start date', 'Fecha de inicio', 'Data de início', 'Tarikh mula'],
  }),
  renewal_date: field.date({
    label: words('Renewal date', 'Fecha de renovación', 'Data de renovação', 'Tarikh pembaharuan'),
    describe: words(
      'The day by which the contract must be renewed or given notice of.',
      'El día hasta el que hay que renovar o denunciar el contrato.',
      'O dia até o qual o contrato precisa ser renovado ou denunciado.',
      'Hari sebelum mana kontrak mesti diperbaharui atau diberi notis.',
    ),
    required: 'expected',
    sensitivity: 'commercial',
    source: 'hand',
    freshFor: null,
    also: ['Renewal', 'Renewal_Date__c', 'Renovación', 'Renovação'],
  }),
  terms: field.long_text({
    label: words('Special terms', 'Condiciones especiales', 'Condições especiais', 'Terma khas'),
    describe: words(
      'What was agreed outside the standard: discounts, notice, service levels, penalties.',
      'Lo que se acordó fuera del estándar: descuentos, preaviso, niveles de servicio, penalizaciones.',
      'O que foi combinado fora do padrão: descontos, aviso prévio, níveis de serviço, multas.',
      'Apa yang dipersetujui di luar standard: diskaun, notis, tahap perkhidmatan, penalti.',
    ),
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
    describe: words(
      'The colleague in customer success who will own the account.',
      'El colega de éxito del cliente que será responsable de la cuenta.',
      'O colega do sucesso do cliente que será responsável pela conta.',
      'Rakan sekerja dalam kejayaan pelanggan yang akan memegang akaun.',
    ),
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
    describe: words(
      'The colleague in sales who knows the customer and is asked when something is unclear.',
      'El colega de ventas que conoce al cliente y al que se pregunta cuando algo no está claro.',
      'O colega de vendas que conhece o cliente e a quem se pergunta quando algo não está claro.',
      'Rakan sekerja jualan yang mengenali pelanggan dan ditanya apabila sesuatu tidak jelas.',
    ),
    required: false,
    sensitivity: 'general',
    source: 'hand',
    freshFor: null,
    also: ['AE', 'Account executive', 'Sales rep', 'Vendedor', 'Jurujual'],
  }),
}
