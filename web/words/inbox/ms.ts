import type * as en from './en.ts'

export const inbox: typeof en.inbox = {
  readAll: 'Tandakan semua dibaca',
  none: 'Tiada yang baharu. Sebutan, tugasan dan perubahan yang anda ikuti tiba di sini.',
  more: 'Lagi',
  new: 'Baharu:',
}

export const inboxKind: typeof en.inboxKind = {
  mention: '{{who}} memanggil anda tentang {{what}}',
  comment: '{{who}} mengulas tentang {{what}}',
  changed: '{{who}} mengubah {{what}}',
  assigned: '{{what}} kini milik anda, daripada {{who}}',
  handoff: 'Serah tugas {{what}} menunggu anda',
  proposal: '{{who}} ada cadangan tentang {{what}}',
}
