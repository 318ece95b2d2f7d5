import { defineVocabulary, term } from '../define.ts'

export const invoice_status = defineVocabulary({
  name: 'invoice_status',
  describe: 'What has become of an invoice. Late is not a status: it follows from the due date.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('draft', 'Draft', 'Borrador', 'Rascunho', 'Draf',
      'Not sent', 'Pending', 'Sin enviar', 'Não enviada', 'Belum dihantar'),
    term('open', 'Open', 'Abierta', 'Em aberto', 'Terbuka',
      'Sent', 'Issued', 'Payment due', 'Not paid', 'Posted', 'Overdue', 'Emitida', 'Pendiente', 'Por cobrar',
      'Pendente', 'A receber', 'Dikeluarkan'),
    term('paid', 'Paid', 'Pagada', 'Paga', 'Dibayar',
      'Settled', 'Pagado', 'Cobrada', 'Pago', 'Quitada', 'Telah dibayar'),
    term('void', 'Void', 'Anulada', 'Anulada', 'Terbatal',
      'Voided', 'Cancelled', 'Canceled', 'Anulado', 'Cancelada', 'Dibatalkan'),
    term('uncollectible', 'Written off', 'Incobrable', 'Incobrável', 'Hapus kira',
      'Uncollectible', 'Bad debt', 'Deuda incobrable', 'Perda', 'Hutang lapuk'),
  ],
})
