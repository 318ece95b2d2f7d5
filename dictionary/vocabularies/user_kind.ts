import { defineVocabulary, term } from '../define.ts'

export const user_kind = defineVocabulary({
  name: 'user_kind',
  describe: "How much of a person's work passes through the product.",
  // biome-ignore format: a term is a row: its value, four labels, then the other words for it
  terms: [
    term('primary_user', 'Primary user', 'Usuario principal', 'Usuário principal', 'Pengguna utama',
      'Daily user', 'Power user', 'Heavy user', 'Usuario diario', 'Usuário diário', 'Pengguna harian'),
    term('occasional_user', 'Occasional user', 'Usuario ocasional', 'Usuário ocasional', 'Pengguna sekali-sekala',
      'Light user', 'Casual user', 'Usuario esporádico', 'Usuário esporádico', 'Pengguna ringan'),
    term('not_a_user', 'Does not use it', 'No lo usa', 'Não usa', 'Tidak menggunakannya',
      'Non-user', 'No login', 'Sin acceso', 'Sem acesso', 'Bukan pengguna'),
  ],
})
