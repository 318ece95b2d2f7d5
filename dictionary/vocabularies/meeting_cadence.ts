import { defineVocabulary, term } from '../define.ts'

export const meeting_cadence = defineVocabulary({
  name: 'meeting_cadence',
  describe: 'How often a person wants to meet us, which is not always how often we want to meet them.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('weekly', 'Weekly', 'Semanal', 'Semanal', 'Mingguan',
      'Every week', 'Cada semana', 'Toda semana', 'Setiap minggu'),
    term('fortnightly', 'Every two weeks', 'Quincenal', 'Quinzenal', 'Dwimingguan',
      'Biweekly', 'Bi-weekly', 'Fortnightly', 'Cada dos semanas', 'A cada duas semanas'),
    term('monthly', 'Monthly', 'Mensual', 'Mensal', 'Bulanan', 'Every month', 'Cada mes', 'Todo mês', 'Setiap bulan'),
    term('quarterly', 'Quarterly', 'Trimestral', 'Trimestral', 'Suku tahunan',
      'Every quarter', 'QBR', 'Cada trimestre', 'Todo trimestre', 'Setiap suku tahun'),
    term('half_yearly', 'Twice a year', 'Semestral', 'Semestral', 'Setengah tahunan',
      'Half-yearly', 'Biannual', 'Semi-annual', 'Dos veces al año', 'Duas vezes por ano'),
    term('yearly', 'Yearly', 'Anual', 'Anual', 'Tahunan', 'Annual', 'Once a year', 'Una vez al año', 'Uma vez por ano'),
    term('on_request', 'Only on request', 'Solo a petición', 'Somente sob demanda', 'Atas permintaan sahaja',
      'Ad hoc', 'As needed', 'A demanda', 'Sob demanda', 'Bila perlu'),
  ],
})
