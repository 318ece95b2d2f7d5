import type * as en from './en.ts'

export const inbox: typeof en.inbox = {
  readAll: 'Tandakan semua dibaca',
  none: 'Tiada yang baharu. Sebutan, tugasan dan perubahan yang anda ikuti tiba di sini.',
  more: 'Lagi',
  new: 'Baharu:',
  unseen: 'rekod yang tidak lagi boleh anda lihat',
}

export const inboxKind: typeof en.inboxKind = {
  mention: '{{who}} memanggil anda tentang {{what}}',
  comment: '{{who}} mengulas tentang {{what}}',
  changed: '{{who}} mengubah {{what}}',
  assigned: '{{what}} kini milik anda, daripada {{who}}',
  released: '{{who}} memberikan milik anda kepada orang lain: {{what}}',
  handoff: 'Serah tugas {{what}} menunggu anda',
  handoff_returned: '{{who}} memulangkan serah tugas {{what}}',
  handoff_accepted: '{{who}} menerima serah tugas {{what}}',
  proposal: '{{who}} ada cadangan tentang {{what}}',
  import_due: 'Sudah tiba masa untuk {{what}}: bawa failnya yang terbaharu',
  import_waiting: 'Fail {{what}} telah tiba dan menunggu maksud lajurnya',
  import_unread: 'Satu e-mel untuk {{what}} tidak membawa jadual yang boleh dibaca',
  import_in_part: 'Tidak semua {{what}} masuk: ada baris yang ditolak atau menunggu jawapan',
  import_failed: '{{what}} telah tiba tetapi tidak dapat dibawa masuk',
}
