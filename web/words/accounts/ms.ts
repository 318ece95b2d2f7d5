import type * as en from './en.ts'

export const accounts: typeof en.accounts = {
  title: 'Akaun',
  none: 'Belum ada akaun di sini',
  noneText:
    'Akaun muncul di sini apabila ia milik anda atau pasukan anda. Minta ketua pasukan menjadikan anda pemiliknya.',
  begin: 'Mulakan dengan hamparan anda atau demo',
  closed: 'Peranan anda melihat jumlah, bukan akaun satu per satu',
  closedText:
    'Anda boleh mengukur pelanggan, dan kumpulan terkecil ditahan. Tiada senarai akaun yang terbuka untuk anda.',
  closedWhole: 'Peranan anda tidak melihat pelanggan',
  closedWholeText: 'Urusan anda di tempat lain. Minta peranan lain daripada pentadbir jika anda perlu data pelanggan.',
}
