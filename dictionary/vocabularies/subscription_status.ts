// The values are Stripe's own: they decide what counts as ARR, and a translation in between would be one place more to err.
import { defineVocabulary, term } from '../define.ts'

export const subscription_status = defineVocabulary({
  name: 'subscription_status',
  describe: 'What billing says of a subscription. Only active and past due count towards ARR.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('active', 'Active', 'Activa', 'Ativa', 'Aktif', 'Live', 'In term', 'Activo', 'Ativo', 'Non renewing'),
    term('past_due', 'Past due', 'Con pago vencido', 'Em atraso', 'Tertunggak',
      'Overdue', 'Dunning', 'Vencida', 'Atrasada', 'Lewat bayar'),
    term('trialing', 'In trial', 'En prueba', 'Em teste', 'Percubaan',
      'Trial', 'In_trial', 'Prueba', 'Teste', 'Dalam percubaan'),
    term('canceled', 'Cancelled', 'Cancelada', 'Cancelada', 'Dibatalkan',
      'Canceled', 'Ended', 'Expired', 'Cancelado', 'Encerrada', 'Ditamatkan'),
    term('incomplete', 'First payment open', 'Primer pago pendiente',
      'Primeiro pagamento pendente', 'Bayaran pertama belum selesai',
      'Incomplete', 'Incompleta', 'Pending', 'Belum lengkap'),
    term('incomplete_expired', 'Never started', 'Nunca empezó', 'Nunca começou', 'Tidak pernah bermula',
      'First payment failed', 'Primer pago fallido', 'Primeiro pagamento falhou'),
    term('unpaid', 'Unpaid', 'Impagada', 'Não paga', 'Belum dibayar',
      'Payment failed', 'Impago', 'Não pago', 'Tidak dibayar'),
    term('paused', 'Paused', 'En pausa', 'Pausada', 'Dijeda',
      'On hold', 'Suspended', 'Suspendida', 'Suspensa', 'Digantung'),
  ],
})
