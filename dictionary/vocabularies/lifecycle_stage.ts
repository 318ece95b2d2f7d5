import { defineVocabulary, term } from '../define.ts'

export const lifecycle_stage = defineVocabulary({
  name: 'lifecycle_stage',
  describe: 'Where an account stands on its way with us, from the signature to the last day.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('handoff', 'Handoff', 'Traspaso', 'Passagem de bastão', 'Serah tugas',
      'Sales handoff', 'Handover', 'Closed won, not started', 'Transferencia', 'Repasse', 'Penyerahan'),
    term('onboarding', 'Onboarding', 'Incorporación', 'Integração', 'Orientasi',
      'Implementation', 'Kickoff', 'Setup', 'Implementación', 'Puesta en marcha', 'Implantação', 'Implementação',
      'Pelaksanaan'),
    term('adoption', 'Adoption', 'Adopción', 'Adoção', 'Penggunaan awal',
      'Adopting', 'Ramp-up', 'Live', 'En adopción', 'Em adoção', 'Penerimaan'),
    term('value', 'Value realised', 'Valor alcanzado', 'Valor realizado', 'Nilai tercapai',
      'Mature', 'Steady state', 'Value realized', 'BAU', 'Madurez', 'Maduro', 'Matang'),
    term('growth', 'Growth', 'Crecimiento', 'Crescimento', 'Pertumbuhan',
      'Expansion', 'Expanding', 'Expansión', 'Expansão', 'Pengembangan'),
    term('renewal', 'Renewal', 'Renovación', 'Renovação', 'Pembaharuan',
      'Renewing', 'In renewal', 'En renovación', 'Em renovação'),
    term('offboarding', 'Offboarding', 'Desvinculación', 'Desligamento', 'Penamatan',
      'Leaving', 'Cancelling', 'Notice given', 'En baja', 'Em cancelamento'),
    term('churned', 'Churned', 'Baja', 'Cancelado', 'Telah berhenti', 'Lost', 'Gone', 'Perdido', 'Berhenti'),
  ],
})
