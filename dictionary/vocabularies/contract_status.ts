import { defineVocabulary, term } from '../define.ts'

export const contract_status = defineVocabulary({
  name: 'contract_status',
  describe: 'How far a contract has come, from the first draft to its end.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('draft', 'Draft', 'Borrador', 'Rascunho', 'Draf',
      'In negotiation', 'In approval process', 'En negociación', 'Em negociação', 'Dalam rundingan'),
    term('signed', 'Signed, not started', 'Firmado, sin empezar',
      'Assinado, não iniciado', 'Ditandatangani, belum bermula',
      'Signed', 'Pending start', 'Firmado', 'Assinado', 'Ditandatangani'),
    term('active', 'In force', 'Vigente', 'Vigente', 'Berkuat kuasa',
      'Active', 'Activated', 'Activo', 'Ativo', 'Aktif', 'En vigor', 'Em vigor'),
    term('superseded', 'Superseded', 'Sustituido', 'Substituído', 'Digantikan',
      'Replaced', 'Amended', 'Renewed', 'Reemplazado', 'Renovado', 'Diperbaharui'),
    term('expired', 'Expired', 'Vencido', 'Expirado', 'Tamat tempoh',
      'Ended', 'Lapsed', 'Caducado', 'Expirada', 'Vencida'),
    term('terminated', 'Terminated early', 'Rescindido', 'Rescindido', 'Ditamatkan awal',
      'Terminated', 'Cancelled', 'Canceled', 'Cancelado', 'Anulado', 'Ditamatkan', 'Dibatalkan'),
  ],
})
