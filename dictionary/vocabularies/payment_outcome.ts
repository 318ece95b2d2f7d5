import { defineVocabulary, term } from '../define.ts'

export const payment_outcome = defineVocabulary({
  name: 'payment_outcome',
  describe: 'Whether an attempt to pay brought the money in, and whether it stayed.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('succeeded', 'Succeeded', 'Realizado', 'Realizado', 'Berjaya',
      'Success', 'Paid', 'Completed', 'Exitoso', 'Pagado', 'Concluído', 'Pago', 'Selesai'),
    term('pending', 'Pending', 'Pendiente', 'Pendente', 'Belum selesai',
      'Processing', 'In progress', 'En proceso', 'Em processamento', 'Sedang diproses'),
    term('failed', 'Failed', 'Fallido', 'Falhou', 'Gagal', 'Declined', 'Failure', 'Rechazado', 'Recusado', 'Ditolak'),
    term('refunded', 'Refunded', 'Reembolsado', 'Reembolsado', 'Dipulangkan',
      'Refund', 'Partially refunded', 'Devuelto', 'Estornado', 'Bayaran balik'),
    term('disputed', 'Disputed', 'En disputa', 'Contestado', 'Dipertikaikan',
      'Chargeback', 'Contracargo', 'Chargeback recebido', 'Tolak caj'),
  ],
})
