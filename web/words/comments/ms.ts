import type * as en from './en.ts'

export const comments: typeof en.comments = {
  title: 'Ulasan',
  none: 'Belum ada sesiapa berkata apa-apa. Panggil rakan sekerja dengan @.',
  write: 'Tulis ulasan',
  hint: 'Ulasan; @ memanggil rakan sekerja',
  whom: 'Siapa untuk dipanggil',
  say: 'Ulas',
  more: 'Lagi ulasan',
  edited: 'disunting',
  deleted: 'Ulasan ini telah dibuang.',
  change: 'Ubah',
  remove: 'Buang',
  follow: 'Ikuti',
  unfollow: 'Berhenti mengikuti',
  unreached: '{{names}} tidak boleh melihat rekod ini, jadi tidak dimaklumkan.',
}
