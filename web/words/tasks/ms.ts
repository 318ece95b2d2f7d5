import type * as en from './en.ts'

export const tasks: typeof en.tasks = {
  title: 'Tugasan',
  whose: 'Tugasan siapa',
  mine: 'Saya',
  all: 'Semua orang',
  which: 'Tugasan mana',
  open: 'Perlu dibuat',
  done: 'Selesai',
  none: 'Tiada yang perlu dibuat',
  noneDone: 'Belum ada yang selesai',
  noneText: 'Janji dalam panggilan dan mesyuarat menjadi tugasan di sini, setiap satu dengan hari dan pelanggannya.',
  count_one: '{{count}} tugasan',
  count_other: '{{count}} tugasan',
  tick: 'Tandakan selesai',
  tickOne: '{{name}}: selesai',
  ticked: '“{{name}}” sudah selesai.',
  reopened: '“{{name}}” dibuka semula.',
  more: 'Lagi tugasan',
}

export const taskWhen: typeof en.taskWhen = {
  late: 'Lewat',
  today: 'Hari ini',
  week: 'Tujuh hari akan datang',
  later: 'Kemudian',
  someday: 'Tanpa tarikh',
  ended: 'Selesai dan digugurkan',
}
