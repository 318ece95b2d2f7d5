import type * as en from './en.ts'

export const contact: typeof en.contact = {
  missing: 'Orang ini tiada di sini, atau anda tidak boleh melihatnya',
  missingText:
    'Kedua-duanya kelihatan sama, dengan sengaja. Tanya orang yang menjaga hubungan jika anda memerlukannya.',
  accounts: 'Akaun dan peranan',
  noAccounts: 'Belum ada pada mana-mana akaun.',
  person: 'Orang',
  authority: 'Kuasa',
  reach: 'Cara menghubungi',
  consent: 'Persetujuan',
  freshness: 'Betapa terkini',
  more: 'Lagi',
  verified: 'Disahkan {{date}}',
  neverVerified: 'Tidak pernah disahkan',
  stale: 'Lapuk: disahkan {{date}}, lebih setahun lalu',
  expired: 'Perlu disahkan: kali terakhir {{date}}, lebih 18 bulan lalu',
  bounced: 'Mel kembali pada {{date}}',
  left: 'Tidak lagi di syarikat ini',
  verifyNow: 'Masih betul: disahkan hari ini',
  verifiedNow: '{{name}} disahkan hari ini',
  doNotContact: 'Jangan hubungi',
  noMail: 'Tiada e-mel',
  noPhone: 'Tiada panggilan',
  connections: 'Hubungan',
  noConnections: 'Belum ada garisan dengan sesiapa.',
  leads: 'Mengetuai',
}
