// Salesforce's default stages fold into six: what a forecast tells apart. Two of them are the end.
import { defineVocabulary, term } from '../define.ts'

export const opportunity_stage = defineVocabulary({
  name: 'opportunity_stage',
  describe: 'How far a deal has come, and, once closed, how it ended.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('prospecting', 'Prospecting', 'Prospección', 'Prospecção', 'Pencarian prospek',
      'Identified', 'Discovery', 'Lead', 'Identificada', 'Descubrimiento', 'Identificado', 'Descoberta'),
    term('qualification', 'Qualification', 'Calificación', 'Qualificação', 'Kelayakan',
      'Qualified', 'Needs analysis', 'Value proposition', 'Id. decision makers', 'Perception analysis', 'Cualificación',
      'Calificada', 'Qualificada', 'Layak'),
    term('proposal', 'Proposal', 'Propuesta', 'Proposta', 'Cadangan',
      'Proposal/Price Quote', 'Quote', 'Quoted', 'Proposal sent', 'Cotización', 'Presupuesto', 'Orçamento',
      'Sebut harga'),
    term('negotiation', 'Negotiation', 'Negociación', 'Negociação', 'Rundingan',
      'Negotiation/Review', 'Contract sent', 'Verbal', 'Commit', 'En revisión', 'Contrato enviado', 'Em revisão'),
    term('closed_won', 'Closed won', 'Cerrada ganada', 'Fechada e ganha', 'Ditutup, menang',
      'Won', 'Ganada', 'Cerrado ganado', 'Ganha', 'Fechado ganho', 'Fechado e ganho', 'Menang'),
    term('closed_lost', 'Closed lost', 'Cerrada perdida', 'Fechada e perdida', 'Ditutup, kalah',
      'Lost', 'Perdida', 'Cerrado perdido', 'Fechado perdido', 'Fechado e perdido', 'Kalah', 'Abandoned'),
  ],
})
