import { defineVocabulary, term } from '../define.ts'

export const contact_status = defineVocabulary({
  name: 'contact_status',
  describe: 'Whether a person still works where we think they do.',
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('current', 'Current', 'Vigente', 'Atual', 'Semasa',
      'Active', 'Still there', 'Valid', 'Activo', 'Sigue en la empresa', 'Ativo', 'Continua na empresa',
      'Masih bekerja', 'Aktif'),
    term('left', 'Left', 'Ya no está', 'Saiu', 'Telah keluar',
      'Left company', 'No longer there', 'Inactive', 'Gone', 'Dejó la empresa', 'Se fue', 'Saiu da empresa',
      'Sudah berhenti', 'Tidak aktif'),
    term('unknown', 'Unknown', 'Desconocido', 'Desconhecido', 'Tidak diketahui',
      'Not verified', 'Unverified', 'Sin verificar', 'Não verificado', 'Belum disahkan'),
  ],
})
