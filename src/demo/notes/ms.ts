import type { Phrasebook } from './phrasebook.ts'

// biome-ignore format: one line a phrase
export const ms: Phrasebook = {
  subjects: {
    call: ['Panggilan susulan', 'Panggilan dengan {person}', 'Semakan tiket terbuka', 'Soalan tentang {feature}'],
    meeting: ['Mesyuarat bulanan', 'Sesi kerja {feature}', 'Perbincangan pembaharuan', 'Mesyuarat dengan {person} dan pasukan'],
    training: ['{feature} untuk pengguna baharu', 'Latihan pentadbir', 'Bengkel: bina aliran kerja sendiri'],
    business_review: ['Semakan perniagaan suku tahunan', 'Semakan separuh tahun bersama pengurusan'],
    note: ['Perubahan organisasi di {company}', 'Sebelum pembaharuan', 'Latar belakang {person}'],
    announcement: ['Apa yang baharu dalam {feature}', 'Penyelenggaraan hari Ahad'],
  },
  openings: ['Bercakap dengan {person} selama setengah jam.', '{person} hadir bersama dua rakan sekerja.', 'Seluruh pasukan proses hadir, diketuai {person}.', 'Hanya {person} yang hadir; yang lain memohon maaf.'],
  seen: {
    well: ['Sudah {number} proses berjalan, semuanya dibina sendiri.', 'Penggunaan mingguan paling tinggi sejak mula digunakan.', 'Suku tahun ditutup tanpa satu pun hamparan.', 'Unit perolehan mula menggunakan {feature} atas usaha sendiri.'],
    flat: ['Penggunaan mendatar; separuh lesen digunakan secara tetap.', 'Pasukan rintis aktif, cawangan kedua belum benar-benar bermula.', '{feature} sudah disediakan tetapi tiada siapa kembali.', 'Mereka masuk, lulus, kemudian keluar.'],
    worried: ['Log masuk turun satu pertiga sejak penyusunan semula.', 'Dua jabatan kembali meluluskan melalui e-mel.', 'Import malam gagal {number} kali bulan ini dan orang sudah hilang kepercayaan.', 'Hanya {person} yang masih membuka {feature}.'],
  },
  said: {
    well: ['{person} berkata kami satu-satunya pembekal yang tidak perlu dikejar.', 'Mereka mahu membawa masuk gudang dan meminta harga.', '“Saya tidak mahu kembali ke cara lama,” kata {person}.'],
    flat: ['{person} berpuas hati tetapi kurang masa suku tahun ini.', 'Mereka meminta contoh daripada industri sendiri.', 'Perbincangan bajet bermula dua bulan lagi.'],
    worried: ['{person} berterus terang: jika kegagalan berterusan, mereka tidak akan mempertahankan kami dalam bajet.', 'Pesaing telah menunjukkan demo; {person} tidak mahu memberitahu siapa.', 'Beliau merasakan tiket dijawab tetapi tidak diselesaikan.', 'Ketua kewangan baharu bertanya apa yang mereka dapat untuk wang itu.'],
  },
  next: {
    well: ['Seterusnya: kajian kes, jika bahagian undang-undang setuju.', 'Berjumpa lagi dalam empat minggu; saya bawa cadangan perluasan.'],
    flat: ['Saya hantar tiga contoh dan kita pilih satu.', 'Setuju menyiapkan satu proses sebelum menambah yang lain.'],
    worried: ['Saya bawa kepada sokongan dan produk hari ini, dan telefon semula hari Khamis.', 'Pelan pemulihan kepada {person} sebelum hujung minggu.'],
  },
  decided: {
    well: ['Perluas ke jabatan seterusnya mulai awal bulan.', '{feature} menjadi standard bagi semua permohonan baharu.'],
    flat: ['Siapkan satu proses sebelum memulakan yang lain.', 'Latih ketua cawangan dahulu.'],
    worried: ['Panggilan mingguan sehingga kegagalan berhenti.', 'Tiada jabatan baharu sehingga import berfungsi.'],
  },
  promised: ['Menghantar senarai import yang gagal berserta puncanya.', 'Persekitaran ujian sebelum Rabu.', 'Jawapan produk tentang kelulusan pukal.', 'Ringkasan satu halaman untuk kewangan.'],
  concerns: ['Kebolehpercayaan import malam.', 'Harga berbanding alat lebih murah syarikat induk.', 'Semuanya bergantung pada seorang pentadbir.', 'Laporan tidak boleh dikongsi di luar pasukan.'],
  mail: {
    fromUs: [['Nota panggilan kita', 'Salam {person},\n\nterima kasih atas masa tuan/puan. Bersama ini ringkasan dan langkah seterusnya. Jika ada yang silap, balas sahaja e-mel ini.\n\nSekian'], ['Angka {feature} bulan lepas', 'Salam {person},\n\nberikut angka bulan lepas. {number} orang menggunakan {feature}; saya tandakan dua tempat yang boleh jimat satu langkah. Boleh kita lihat minggu depan?\n\nTerima kasih']],
    fromThem: {
      well: [['Re: Angka bulan lepas', 'Salam,\n\nbagus sekali, terus saya masukkan dalam kertas lembaga. Boleh hantar yang sama untuk pasukan Ipoh?\n\nTerima kasih, {person}'], ['Tambah lesen', 'Salam,\n\n{number} orang akan mula pada Januari dan kami mahu mereka didaftarkan pada hari pertama. Apa yang diperlukan?\n\n{person}']],
      flat: [['Re: Nota panggilan kita', 'Diterima, terima kasih. Kita sambung selepas audit.\n\n{person}'], ['Tukar tarikh', 'Boleh pindah ke minggu depan? Penutupan bulan agak sibuk.\n\n{person}']],
      worried: [['Ini kali ketiga', 'Salam,\n\nimport gagal lagi malam tadi dan saya habiskan pagi membetulkannya sendiri. Saya perlu tahu apa tindakan pihak tuan, bukan sekadar “sedang disemak”.\n\n{person}'], ['Syarat kontrak', 'Salam,\n\nmohon hantar syarat semasa dan tempoh notis. Pengurusan sedang menyemak semua langganan.\n\n{person}']],
    },
  },
  tickets: [
    { kind: 'bug', subject: 'Import malam terhenti separuh jalan', description: 'Sejak kemas kini terakhir import terhenti selepas kira-kira {number}00 baris. Tiada ralat; bakinya hilang.', resolution: 'Baris kosong dibaca sebagai akhir fail. Telah dibaiki dan diimport semula.' },
    { kind: 'bug', subject: 'E-mel kelulusan diterima dua kali', description: 'Setiap pelulus menerima dua e-mel dan yang kedua menunjukkan ralat.', resolution: 'Peraturan lama masih aktif. Telah dibuang.' },
    { kind: 'incident', subject: '{feature} tidak dapat dibuka', description: 'Skrin putih sejak pukul sembilan, pada semua pelayar.', resolution: 'Masalah kapasiti di pihak kami; pulih pada 10:40.' },
    { kind: 'question', subject: 'Bagaimana melantik timbalan semasa cuti?', description: '{person} bercuti tiga minggu dan saya perlu meluluskan bagi pihaknya.', resolution: 'Ditunjukkan cara menetapkan timbalan dengan tarikh mula dan tamat.' },
    { kind: 'feature_request', subject: 'Luluskan banyak permohonan sekali gus', description: 'Setiap Jumaat ada {number} permohonan. Satu demi satu terlalu lama.', resolution: 'Dimajukan kepada produk.' },
    { kind: 'problem', subject: 'Papan pemuka perlahan sejak Isnin', description: 'Membuka papan pemuka mengambil masa seminit. Dahulu dua saat.', resolution: 'Indeks hilang selepas penyelenggaraan. Sudah pulih.' },
    { kind: 'task', subject: 'Aktifkan log masuk tunggal', description: 'IT menukar penyedia identiti. Apakah nilai yang diperlukan?', resolution: 'Disambung dan diuji bersama {person}.' },
  ],
  ratings: { good: ['Pantas dan jelas.', 'Selesai melalui telefon, terima kasih!'], bad: ['Ditutup tanpa bertanya sama ada ia berfungsi. Belum.', 'Empat hari untuk ya atau tidak.'] },
  scores: {
    promoter: ['Menjimatkan satu hari seminggu untuk pasukan saya.', 'Mudah dibina dan orangnya baik.', 'Kami cuba tiga alat; yang ini kekal.'],
    passive: ['Berfungsi. Laporan boleh lebih baik.', 'Produk bagus, tetapi separuh tidak kami guna.', 'Baik, sedikit mahal.'],
    detractor: [
      ['Saya antara yang mencadangkan Tideline dua tahun lalu, jadi ini tidak mudah ditulis. Tahun pertama ia menepati janji.', 'Pada mulanya semua lancar dan pasukan bersemangat. Beberapa bulan kebelakangan ini semuanya berubah.'],
      ['Import malam gagal berulang kali. Setiap kali kami buka tiket, setiap kali ia ditutup dengan penjelasan berbeza, dan setiap kali seseorang di sini datang awal membetulkan data dengan tangan. Rakan-rakan saya kembali kepada hamparan dan saya tidak boleh menyalahkan mereka.', 'Kelulusan hilang, laporan mengambil masa beberapa minit untuk dibuka, dan sokongan meminta kami mengosongkan cache. Ada {number} perkara terbuka dan tiada siapa di pihak tuan melihatnya bersama.'],
      ['Yang paling mengecewakan bukan kerosakan tetapi kesunyian. Tiada siapa memberitahu apa yang sedang dibuat dan bila siap. Jika begini, saya tidak boleh mengesyorkan pembaharuan.', 'Kami membayar banyak. Saya ingin berkata ia berbaloi, tetapi hari ini tidak. Hubungi saya hanya jika ada pelan.'],
    ],
  },
  objectives: [
    { name: 'Kurangkan masa kelulusan invois', baseline: '9 hari setiap invois', target: '2 hari setiap invois', good: '2.5 hari setiap invois', poor: '8 hari setiap invois', outcome: 'Dua hari setiap invois; diskaun bayaran awal menampung satu pertiga langganan.' },
    { name: 'Pengambilan pekerja tanpa kertas', baseline: '14 borang kertas', target: '0 borang kertas', good: '1 borang kertas', poor: '12 borang kertas', outcome: 'Borang kertas terakhir dihapuskan pada Mac.' },
    { name: 'Penutupan bulan dalam lima hari', baseline: '12 hari', target: '5 hari', good: '5 hari', poor: '11 hari', outcome: 'Tiga bulan berturut-turut ditutup dalam lima hari.' },
  ],
  tasks: {
    well: ['Minta {person} menjadi rujukan', 'Hantar harga untuk jabatan seterusnya', 'Tulis kajian kes'],
    flat: ['Hantar tiga contoh industri', 'Cari orang hubungan kedua selain {person}', 'Atur latihan ketua cawangan'],
    worried: ['Hantar pelan pemulihan kepada {person}', 'Dapatkan senarai import gagal daripada sokongan', 'Setujui tarikh bagi tiga pepijat terbuka'],
  },
  risks: ['Kegagalan import belum selesai berminggu-minggu; penaja meragui nilainya. Pelan pemulihan berjalan.', 'Penyokong dalaman kami sudah berhenti dan belum ada pengganti.', 'Separuh lesen tidak digunakan; mereka akan minta kurang.'],
  internal: { well: ['Lebih suka ditelefon daripada e-mel. Bangga dengan hasil mereka.'], flat: ['Hanya membalas e-mel pendek. Jangan pada Jumaat.'], worried: ['Berhati-hati: masih marah tentang gangguan. Jangan cadangkan perkara baharu.'] },
}
