import { defineVocabulary, term } from '../define.ts'

export const handoff_state = defineVocabulary({
  name: 'handoff_state',
  describe: 'Where a handoff from sales to customer success stands.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('draft', 'Draft', 'Borrador', 'Rascunho', 'Draf', 'Open', 'Being written', 'Abierto', 'Aberto'),
    term('submitted', 'Submitted', 'Enviado', 'Enviado', 'Dihantar', 'Waiting', 'In review', 'En revisión', 'Em revisão'),
    term('returned', 'Returned', 'Devuelto', 'Devolvido', 'Dikembalikan', 'Sent back', 'Rejected', 'Rechazado', 'Rejeitado'),
    term('accepted', 'Accepted', 'Aceptado', 'Aceito', 'Diterima', 'Approved', 'Aprobado', 'Aprovado'),
  ],
})
