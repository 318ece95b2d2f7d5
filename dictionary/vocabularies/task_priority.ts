import { defineVocabulary, term } from '../define.ts'

export const task_priority = defineVocabulary({
  name: 'task_priority',
  describe: 'Which piece of work comes first in a day.',
  terms: [
    term('low', 'Low', 'Baja', 'Baixa', 'Rendah', 'can wait', 'p3', 'puede esperar', 'pode esperar', 'bajo', 'baixo'),
    term('normal', 'Normal', 'Normal', 'Normal', 'Biasa', 'medium', 'p2', 'media', 'média', 'médio', 'sederhana'),
    term(
      'high',
      'High',
      'Alta',
      'Alta',
      'Tinggi',
      'urgent',
      'important',
      'p1',
      'urgente',
      'importante',
      'alto',
      'penting',
      'segera',
    ),
  ],
})
