// What "recurring" says.
import { type Words, words } from '../../../dictionary/words.ts'

const days = (n: number): Words =>
  words(n === 1 ? '1 day' : `${n} days`, n === 1 ? '1 día' : `${n} días`, n === 1 ? '1 dia' : `${n} dias`, `${n} hari`)

export const says = {
  everyDay: words('day', 'día', 'dia', 'hari'),
  days,
  lateBy: (n: number) =>
    words(
      `late by ${days(n).en}`,
      `con ${days(n).es} de retraso`,
      `com ${days(n).pt} de atraso`,
      `lewat ${days(n).ms}`,
    ),
  dueToday: words('due today', 'vence hoy', 'vence hoje', 'perlu tiba hari ini'),
  onTime: words('on time', 'a tiempo', 'em dia', 'tepat masa'),

  about: {
    name: words('name', 'nombre', 'nome', 'nama'),
    id: words('id', 'id', 'id', 'id'),
    owner: words('owner', 'responsable', 'responsável', 'pemilik'),
    every: words('every', 'cada', 'a cada', 'setiap'),
    due: words('due', 'vence', 'vence', 'perlu tiba'),
    folder: words('folder', 'carpeta', 'pasta', 'folder'),
    mail: words('mail', 'correo', 'e-mail', 'e-mel'),
    currency: words('currency', 'moneda', 'moeda', 'mata wang'),
    questions: words('questions', 'preguntas', 'perguntas', 'soalan'),
    last: words('last', 'última', 'última', 'terakhir'),
  },
  noFolder: words(
    'none: files are brought',
    'ninguna: los archivos se traen',
    'nenhuma: os arquivos são trazidos',
    'tiada: fail dibawa',
  ),
  ownCurrency: words(
    'the workspace’s own',
    'la del espacio de trabajo',
    'a do espaço de trabalho',
    'milik ruang kerja',
  ),
  never: words('never', 'nunca', 'nunca', 'tidak pernah'),
  noMail: words('none', 'ninguno', 'nenhum', 'tiada'),
  whoeverKnows: words('whoever knows it', 'quien la conozca', 'quem o conheça', 'sesiapa yang mengetahuinya'),
  mailNowhere: words(
    'received nowhere: set HOLDFAST_MAIL_IN_DOMAIN',
    'no se recibe: defina HOLDFAST_MAIL_IN_DOMAIN',
    'não é recebido: defina HOLDFAST_MAIL_IN_DOMAIN',
    'tidak diterima: tetapkan HOLDFAST_MAIL_IN_DOMAIN',
  ),
  mailFrom: (address: string, who: string) =>
    words(`${address}, from ${who}`, `${address}, de ${who}`, `${address}, de ${who}`, `${address}, daripada ${who}`),
  questions: {
    ask: words('wait for an answer', 'esperan respuesta', 'esperam resposta', 'menunggu jawapan'),
    create: words(
      'become records of their own',
      'se vuelven registros propios',
      'viram registros próprios',
      'menjadi rekod sendiri',
    ),
  },

  noRecurring: words(
    'There are no recurring imports. Begin one with: holdfast recurring add NAME --every DAYS --owner EMAIL',
    'No hay importaciones periódicas. Empiece una con: holdfast recurring add NOMBRE --every DÍAS --owner CORREO',
    'Não há importações recorrentes. Comece uma com: holdfast recurring add NOME --every DIAS --owner E-MAIL',
    'Tiada import berulang. Mulakan satu dengan: holdfast recurring add NAMA --every HARI --owner E-MEL',
  ),
  namePace: words(
    'It needs a name and a pace: holdfast recurring add NAME --every DAYS.',
    'Necesita un nombre y un ritmo: holdfast recurring add NOMBRE --every DÍAS.',
    'Precisa de um nome e um ritmo: holdfast recurring add NOME --every DIAS.',
    'Ia memerlukan nama dan kekerapan: holdfast recurring add NAMA --every HARI.',
  ),
  whose: words(
    'Say whose it is to be: --owner EMAIL.',
    'Diga de quién será: --owner CORREO.',
    'Diga de quem será: --owner E-MAIL.',
    'Nyatakan milik siapa: --owner E-MEL.',
  ),
  whatToChange: (options: string) =>
    words(
      `Say what is to change: ${options}.`,
      `Diga qué cambiar: ${options}.`,
      `Diga o que mudar: ${options}.`,
      `Nyatakan apa yang hendak diubah: ${options}.`,
    ),
  expectedNoMore: (name: string) =>
    words(
      `"${name}" is expected no more. What came in of it stays.`,
      `"${name}" ya no se espera. Lo que entró se queda.`,
      `"${name}" não é mais esperada. O que entrou fica.`,
      `"${name}" tidak lagi dijangka. Apa yang telah masuk kekal.`,
    ),
  noAddressNoSenders: words(
    'Without an address nobody sends: leave --senders out.',
    'Sin dirección nadie envía: omita --senders.',
    'Sem endereço ninguém envia: deixe --senders de fora.',
    'Tanpa alamat tiada sesiapa menghantar: tinggalkan --senders.',
  ),
  tooMuch: (extra: string) =>
    words(
      `"holdfast recurring" can't use "${extra}" here. Put words that belong together in quotes.`,
      `"holdfast recurring" no puede usar "${extra}" aquí. Ponga entre comillas las palabras que van juntas.`,
      `"holdfast recurring" não pode usar "${extra}" aqui. Ponha entre aspas as palavras que vão juntas.`,
      `"holdfast recurring" tidak boleh menggunakan "${extra}" di sini. Letakkan perkataan yang sekelompok dalam tanda petik.`,
    ),
  whichAndWhat: words(
    'Say which, and what to bring: holdfast recurring bring NAME PATH….',
    'Diga cuál y qué traer: holdfast recurring bring NOMBRE RUTA….',
    'Diga qual e o que trazer: holdfast recurring bring NOME CAMINHO….',
    'Nyatakan yang mana, dan apa yang dibawa: holdfast recurring bring NAMA LALUAN….',
  ),
  onlyGuessed: words(
    'What these columns mean is only guessed:',
    'Lo que significan estas columnas solo se supone:',
    'O que estas colunas significam é só suposto:',
    'Maksud lajur ini hanya diteka:',
  ),
  takeItSo: words(
    'Look at it with --preview, and take it so with --yes; or say what they mean once, on the screen or with --mapping FILE.json, and it is kept.',
    'Mírelo con --preview y acéptelo así con --yes; o diga una vez qué significan, en pantalla o con --mapping ARCHIVO.json, y se guarda.',
    'Veja com --preview e aceite assim com --yes; ou diga uma vez o que significam, na tela ou com --mapping ARQUIVO.json, e fica guardado.',
    'Lihat dengan --preview, dan terima seadanya dengan --yes; atau nyatakan maksudnya sekali, pada skrin atau dengan --mapping FAIL.json, dan ia disimpan.',
  ),
  which: words(
    'Say which, by its name or its id. They are listed by: holdfast recurring',
    'Diga cuál, por su nombre o su id. Las lista: holdfast recurring',
    'Diga qual, pelo nome ou pelo id. São listadas por: holdfast recurring',
    'Nyatakan yang mana, dengan nama atau idnya. Disenaraikan oleh: holdfast recurring',
  ),
  several: (given: string) =>
    words(
      `"${given}" may be several recurring imports; name one by its id:`,
      `"${given}" puede ser varias importaciones periódicas; nombre una por su id:`,
      `"${given}" pode ser várias importações recorrentes; indique uma pelo id:`,
      `"${given}" mungkin beberapa import berulang; namakan satu dengan idnya:`,
    ),
  listedBy: words(
    'They are listed by: holdfast recurring',
    'Las lista: holdfast recurring',
    'São listadas por: holdfast recurring',
    'Disenaraikan oleh: holdfast recurring',
  ),
  none: (given: string, mend: Words) =>
    words(
      `There is no recurring import "${given}" that you may see. ${mend.en}`,
      `No hay ninguna importación periódica "${given}" que usted pueda ver. ${mend.es}`,
      `Não há importação recorrente "${given}" que você possa ver. ${mend.pt}`,
      `Tiada import berulang "${given}" yang boleh anda lihat. ${mend.ms}`,
    ),
  ofOwner: (name: string, owner: string) =>
    words(`${name}, of ${owner}`, `${name}, de ${owner}`, `${name}, de ${owner}`, `${name}, milik ${owner}`),
} as const satisfies Record<string, Words | Readonly<Record<string, Words>> | ((...given: never[]) => Words)>
