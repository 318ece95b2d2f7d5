import { defineVocabulary, term } from '../define.ts'

export const channel = defineVocabulary({
  name: 'channel',
  describe: 'The ways by which a person can be reached.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('email', 'E-mail', 'Correo electrónico', 'E-mail', 'E-mel',
      'Mail', 'Email address', 'Correo', 'Correio eletrônico', 'Emel'),
    term('phone', 'Phone', 'Teléfono', 'Telefone', 'Telefon', 'Call', 'Telephone', 'Llamada', 'Ligação', 'Panggilan'),
    term('sms', 'SMS', 'SMS', 'SMS', 'SMS',
      'Text message', 'Mensaje de texto', 'Mensagem de texto', 'Torpedo', 'Pesanan teks'),
    term('slack', 'Slack', 'Slack', 'Slack', 'Slack',
      'Slack Connect', 'Shared channel', 'Canal compartido', 'Canal compartilhado'),
    term('linkedin', 'LinkedIn', 'LinkedIn', 'LinkedIn', 'LinkedIn', 'Linked In', 'InMail'),
    term('whatsapp', 'WhatsApp', 'WhatsApp', 'WhatsApp', 'WhatsApp', 'Whats App', 'WA', 'Wasap', 'Zap', 'Guasap'),
  ],
})
