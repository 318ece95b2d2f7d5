import type * as en from './en.ts'

export const frame: typeof en.frame = {
  skip: 'Terus ke kandungan',
  language: 'Bahasa',
  theme: 'Paparan',
  light: 'Cerah',
  dark: 'Gelap',
  auto: 'Ikut peranti',
  signOut: 'Log keluar',
  tour: 'Ikuti lawatan',
  person: 'Anda: {{name}}',
  search: 'Cari atau pergi ke…',
  menu: 'Menu',
  places: 'Tempat',
  close: 'Tutup',
  told: 'Pemberitahuan',
  toldNew_one: '{{count}} pemberitahuan baharu',
  toldNew_other: '{{count}} pemberitahuan baharu',
  add: 'Baharu…',
  keys: 'Papan kekunci',
  offline: 'Anda di luar talian. Apa yang anda taip kekal di sini; simpanan berfungsi semula apabila ada sambungan.',
  silent: 'Pelayan tidak menjawab. Ia ditanya semula setiap beberapa saat.',
}

export const signIn: typeof en.signIn = {
  title: 'Log masuk',
  email: 'E-mel',
  password: 'Kata laluan',
  submit: 'Log masuk',
  noEmail: 'Tulis alamat e-mel anda, contohnya ana@syarikat.com.',
  noPassword: 'Tulis kata laluan anda.',
  ended: 'Sesi anda telah tamat. Log masuk semula dan anda kembali ke tempat tadi.',
  demo: 'Ini demo: semua pelanggan di dalamnya rekaan. Log masuk sebagai',
  show: 'Tunjuk atau sembunyi kata laluan',
}

export const trouble: typeof en.trouble = {
  failed: 'Ini tidak dapat dimuatkan',
  unreachable: 'Pelayan tidak menjawab. Periksa sambungan anda dan cuba lagi.',
  again: 'Cuba lagi',
  lost: 'Tiada halaman di sini',
  lostText: 'Alamat mungkin tersalah taip, atau halaman telah dipindahkan.',
  toAccounts: 'Ke senarai akaun',
  loading: 'Sedang dimuatkan',
  closed: 'Halaman ini bukan sebahagian daripada peranan anda',
  closedText: 'Minta pentadbir jika kerja anda memerlukannya.',
  broken: 'Halaman ini rosak',
  brokenText: 'Kesilapan kami. Tiada apa yang disimpan hilang.',
}

export const systems: typeof en.systems = {
  crm: 'CRM',
  billing: 'Pengebilan',
  support: 'Meja sokongan',
  product: 'Produk itu sendiri',
  survey: 'Tinjauan',
  spreadsheet: 'Hamparan',
  hand: 'Ditulis tangan',
  holdfast: 'Holdfast',
}

export const roles: typeof en.roles = {
  csm: 'CSM',
  junior_csm: 'CSM muda',
  cs_leader: 'Ketua CS',
  support: 'Sokongan',
  sales: 'Jualan',
  finance: 'Kewangan',
  product: 'Produk',
  executive: 'Eksekutif',
  cs_operations: 'Operasi CS',
  admin: 'Pentadbir',
}

export const values: typeof en.values = {
  quarter: 'Suku {{quarter}} {{year}}',
  yes: 'Ya',
  no: 'Tidak',
  unknown: 'Tidak diketahui',
}

export const rail: typeof en.rail = {
  home: 'Utama',
  accounts: 'Akaun',
  contacts: 'Orang hubungan',
  pipeline: 'Saluran & pembaharuan',
  tasks: 'Tugasan',
  handoffs: 'Serah tugas',
  segments: 'Segmen',
  reports: 'Laporan',
  data: 'Data',
  quality: 'Kualiti',
  duplicates: 'Pendua',
  imports: 'Import',
  connectors: 'Penyambung',
  dictionary: 'Kamus',
  surveys: 'Tinjauan',
  privacy: 'Privasi',
  settings: 'Tetapan',
  lists: 'Selebihnya',
}

export const edit: typeof en.edit = {
  edit: 'Sunting {{field}}',
  save: 'Simpan',
  cancel: 'Batal',
  create: 'Cipta',
  new: 'Baharu: {{object}}',
  newFor: 'Baharu: {{object}} untuk {{name}}',
  created: '{{name}} telah dicipta.',
  saved: '{{field}} kini {{value}}.',
  emptied: '{{field}} kini kosong.',
  held: 'Apa yang anda nyatakan tentang {{field}} disimpan, tetapi sistem lain mempunyai kata putus.',
  stale: 'Seseorang telah mengubah rekod ini. Nilai semasa ditunjukkan; simpan sekali lagi untuk menulis nilai anda.',
  unsaved: 'Tidak disimpan. Apa yang anda taip masih di sini; cuba lagi.',
  currency: 'Mata wang {{field}}',
  dayHint: 'hh/bb/tttt',
  calendar: 'Kalendar',
  monthBefore: 'Bulan sebelum',
  monthAfter: 'Bulan berikut',
  find: 'Taip untuk mencari',
  nothing: 'Tiada yang sepadan',
  clear: 'Kosongkan',
  doubles: 'Ini mungkin sudah ada:',
  anyway: 'Cipta juga',
  required: 'wajib',
}

export const toast: typeof en.toast = {
  region: 'Notis',
  undo: 'Buat asal',
  undone: 'Telah dibuat asal.',
  dismiss: 'Tutup',
}

export const palette: typeof en.palette = {
  title: 'Carian dan arahan',
  hint: 'Nama, e-mel atau arahan',
  recent: 'Terkini',
  go: 'Pergi ke',
  do: 'Buat',
  nothing: 'Tiada yang sepadan dengan “{{words}}”.',
  count_one: '{{count}} hasil',
  count_other: '{{count}} hasil',
}

export const keys: typeof en.keys = {
  title: 'Kekunci',
  everywhere: 'Di mana-mana',
  here: 'Di halaman ini',
  palette: 'Carian dan arahan',
  help: 'Tunjukkan kekunci ini',
  add: 'Sesuatu yang baharu',
  next: 'Seterusnya',
  previous: 'Sebelumnya',
  open: 'Buka',
  edit: 'Sunting',
  note: 'Nota',
  select: 'Pilih',
  search: 'Cari dalam senarai ini',
}

export const chart: typeof en.chart = {
  table: 'Papar sebagai jadual',
}
