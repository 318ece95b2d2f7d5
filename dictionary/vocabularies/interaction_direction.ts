import { defineVocabulary, term } from '../define.ts'

export const interaction_direction = defineVocabulary({
  name: 'interaction_direction',
  describe: 'Who reached out. Engagement counts what the customer did, not what we sent.',
  terms: [
    term(
      'inbound',
      'From the customer',
      'Del cliente',
      'Do cliente',
      'Daripada pelanggan',
      'incoming',
      'received',
      'entrante',
      'recibido',
      'recebido',
      'diterima',
    ),
    term(
      'outbound',
      'From us',
      'De nuestra parte',
      'De nossa parte',
      'Daripada kami',
      'outgoing',
      'sent',
      'saliente',
      'enviado',
      'de saída',
      'dihantar',
    ),
  ],
})
