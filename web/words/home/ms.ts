import type * as en from './en.ts'

export const home: typeof en.home = {
  title: 'Selamat sejahtera, {{name}}',
  due: 'Perlu hari ini dan lewat',
  allTasks: 'Semua tugasan',
  noneDue: 'Tiada yang perlu hari ini.',
  today: 'hari ini',
  atRisk: 'Berisiko, dan sebabnya',
  noRisk: 'Tiada akaun menunjukkan tanda risiko.',
  renewals: 'Pembaharuan mengikut minggu',
  noRenewals: 'Tiada pembaharuan dalam tiga belas minggu akan datang.',
  week: 'Minggu {{day}}',
  noNotes: 'Panggilan tanpa nota',
  allNoted: 'Setiap panggilan ada notanya.',
  toMend: 'Data untuk dibaiki',
  nothingToMend: 'Semua yang sepatutnya ada sudah ada.',
  portfolios: 'Portfolio',
  csm: 'CSM',
  nobody: 'Tiada sesiapa',
  arr: 'ARR',
  renewingArr: 'ARR diperbaharui dalam 90 hari',
  customers_one: '{{shown}} pelanggan',
  customers_other: '{{shown}} pelanggan',
  heldBack: 'Kumpulan yang terlalu kecil tidak ditunjukkan.',
  nothingKnown: 'Belum ada yang diketahui.',
  count: 'Berapa',
}

export const homeRisk: typeof en.homeRisk = {
  renewal_soon: 'pembaharuan tidak lama lagi',
  overdue_invoice: 'invois lewat',
  past_due: 'bayaran lewat',
  detractor: 'NPS negatif',
  escalated_ticket: 'tiket dinaikkan',
  silence: 'senyap',
}

export const homeMend: typeof en.homeMend = {
  no_owner: 'Akaun tanpa pemilik',
  no_renewal_date: 'Akaun tanpa tarikh pembaharuan',
  no_arr: 'Akaun tanpa ARR',
  no_primary_contact: 'Akaun tanpa orang hubungan utama',
  stale_contact: 'Orang hubungan tidak disahkan setahun',
}

export const homeFigure: typeof en.homeFigure = {
  accounts: 'Akaun',
  renewing: 'Diperbaharui dalam 90 hari',
  pastDue: 'Bayaran lewat',
  escalatedTickets: 'Tiket dinaikkan',
  overdueTasks: 'Tugasan lewat',
}

export const homePart: typeof en.homePart = {
  arr: 'ARR',
  byTier: 'Mengikut peringkat',
  byStage: 'Mengikut peringkat hayat',
  byIndustry: 'Mengikut industri',
  renewals: 'Pembaharuan mengikut suku tahun',
  nps: 'NPS 90 hari lepas',
}
