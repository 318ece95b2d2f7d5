import type * as en from './en.ts'

export const begin: typeof en.begin = {
  title: 'Belum ada apa-apa di sini',
  text: 'Di sinilah tempat semua yang syarikat anda tahu tentang pelanggannya: siapa mereka, apa yang dibeli, bagaimana keadaan mereka. Mulakan dengan apa yang ada, atau lihat-lihat dahulu.',
  bring: 'Bawa hamparan anda',
  bringText:
    'Lepaskan senarai pelanggan atau orang hubungan seadanya. Lajur dikenal pasti, kesilapan ditunjukkan sebelum apa-apa ditulis, dan seluruh import boleh dibatalkan.',
  bringNow: 'Bawa hamparan',
  demo: 'Muatkan demo',
  demoText:
    'Seratus pelanggan rekaan dengan orang hubungan, kontrak, tiket, perbualan dan penggunaan produk selama setahun. Ia boleh dikeluarkan pada bila-bila masa.',
  demoNow: 'Muatkan syarikat demo',
  demoAgain: 'Teruskan memuatkan',
  demoFailed: 'Pemuatan terhenti. Apa yang sudah sampai disimpan, dan pemuatan diteruskan dari situ.',
  waiting: 'Syarikat demo akan dimuatkan sebentar lagi…',
  coming: 'Memuatkan syarikat demo: {{records}} rekod, {{events}} peristiwa produk',
  leaving: 'Syarikat demo sedang dikeluarkan…',
  leave: 'Anda boleh meninggalkan halaman ini; kerja diteruskan sendiri.',
  here: 'Anda sedang melihat syarikat demo: semua pelanggannya adalah rekaan.',
  remove: 'Keluarkan demo',
  removeText:
    'Semua pelanggan, orang hubungan dan angkanya dikeluarkan. Apa yang anda atau rakan sekerja tulis dalam rekodnya sejak itu kekal.',
  keep: 'Simpan',
}

export const tour: typeof en.tour = {
  title: 'Lawatan',
  offer: 'Baru di sini? {{count}} langkah pendek menunjukkan di mana letaknya semua. Hanya lima minit.',
  goOnText: 'Anda berhenti pada langkah {{step}} daripada {{count}}.',
  start: 'Ikuti lawatan',
  goOn: 'Teruskan',
  decline: 'Tidak, terima kasih',
  count: 'Langkah {{step}} daripada {{count}}',
  back: 'Kembali',
  next: 'Seterusnya',
  finish: 'Selesai',
  putOff: 'Teruskan kemudian',
  day: 'Hari anda bermula di sini',
  dayText:
    'Apa yang perlu disiapkan, pelanggan mana yang berisiko dan sebabnya, apa yang akan diperbaharui dan data mana yang perlu dibaiki. Setiap baris membuka perkara yang dimaksudkan.',
  search: 'Dua ketukan untuk ke mana-mana',
  searchText: 'Tekan Ctrl K atau ⌘K dan taip permulaan nama pelanggan atau orang, atau perkara yang anda mahu lakukan.',
  list: 'Senarai ialah jadual yang hidup',
  listText:
    'Cari, tapis dengan ayat dan kumpulkan. Tekan nilai untuk menyuntingnya di tempatnya; setiap suntingan boleh dibuat asal. Simpan apa yang anda lihat sebagai paparan dan kongsikannya.',
  record: 'Semua tentang seorang pelanggan',
  recordText:
    'Fakta, garis masa dan orang pada satu halaman, dan setiap perkara di bahagiannya sendiri. Tanda kecil di sebelah nilai memberitahu asalnya dan apa kata sistem lain.',
  write: 'Catat sementara masih segar',
  writeText:
    'Catat panggilan bersama janji dan tugasannya, atau tambah orang, dari mana-mana halaman: di sini, atau dengan kekunci n dan c. Apa yang anda taip tidak hilang, walaupun sambungan terputus.',
  told: 'Apa yang berkaitan dengan anda',
  toldText:
    'Seseorang menyebut anda, menyerahkan pelanggan kepada anda, atau rekod yang anda ikuti berubah: semuanya di sini.',
  keys: 'Tanpa tetikus',
  keysText:
    'Tekan ? untuk semua kekunci: j dan k bergerak, Enter membuka, e menyunting. Paparan dan lawatan ini ada dalam menu anda sendiri, di sini.',
}
