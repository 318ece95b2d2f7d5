import { defineVocabulary, term } from '../define.ts'

export const payment_status = defineVocabulary({
  name: 'payment_status',
  describe: 'Whether a customer is paying: the worst of its subscriptions that still count.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('active', 'Paying', 'Al corriente', 'Em dia', 'Bayaran terkini',
      'Paid up', 'Current', 'In good standing', 'Al día', 'Activo', 'Ativo', 'Adimplente', 'Aktif'),
    term('past_due', 'Past due', 'Vencido', 'Em atraso', 'Tertunggak',
      'Overdue', 'Late', 'Delinquent', 'In arrears', 'Atrasado', 'Moroso', 'Con retraso', 'Inadimplente',
      'Lewat bayar'),
    term('trialing', 'In trial', 'En prueba', 'Em teste', 'Percubaan',
      'Trial', 'Free trial', 'Prueba gratuita', 'Teste grátis', 'Período de teste', 'Percubaan percuma'),
    term('unpaid', 'Unpaid', 'Impagado', 'Não pago', 'Belum dibayar',
      'Payment failed', 'Written off', 'Impago', 'Sin pagar', 'Tidak dibayar'),
    term('paused', 'Paused', 'En pausa', 'Pausado', 'Dijeda',
      'On pause', 'Suspended', 'Pausada', 'Suspendido', 'Suspenso', 'Digantung'),
    term('canceled', 'Cancelled', 'Cancelado', 'Cancelado', 'Dibatalkan',
      'Canceled', 'Terminated', 'Ended', 'Cancelada', 'Dado de baja', 'Encerrado', 'Ditamatkan'),
  ],
})
