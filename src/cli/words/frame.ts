// What the command line says around every command: how it is called, what it did not understand, and what it takes everywhere.
import { sayIn, type Words, words } from '../../../dictionary/words.ts'

export const says = {
  product: words(
    'Holdfast, the system of record for what a company knows about its customers.',
    'Holdfast, el sistema de referencia de lo que una empresa sabe de sus clientes.',
    'Holdfast, o sistema de registro do que uma empresa sabe sobre seus clientes.',
    'Holdfast, sistem rekod bagi apa yang syarikat tahu tentang pelanggannya.',
  ),
  synopsis: words(
    'holdfast COMMAND [OPTIONS]',
    'holdfast COMANDO [OPCIONES]',
    'holdfast COMANDO [OPÇÕES]',
    'holdfast PERINTAH [PILIHAN]',
  ),
  moreHelp: words(
    'Each says more with: holdfast help COMMAND',
    'Cada uno explica más con: holdfast help COMANDO',
    'Cada um explica mais com: holdfast help COMANDO',
    'Setiap satu menerangkan lagi dengan: holdfast help PERINTAH',
  ),
  folder: words(
    'Everything of an installation lies in the folder HOLDFAST_DATA (.holdfast where it is not set).',
    'Todo lo de una instalación está en la carpeta HOLDFAST_DATA (.holdfast si no se indica).',
    'Tudo de uma instalação fica na pasta HOLDFAST_DATA (.holdfast se não for definida).',
    'Segala-galanya bagi satu pemasangan terletak dalam folder HOLDFAST_DATA (.holdfast jika tidak ditetapkan).',
  ),
  language: words(
    'It speaks English, Spanish, Portuguese and Malay, as LC_ALL, LC_MESSAGES or LANG says.',
    'Habla inglés, español, portugués y malayo, según LC_ALL, LC_MESSAGES o LANG.',
    'Fala inglês, espanhol, português e malaio, conforme LC_ALL, LC_MESSAGES ou LANG.',
    'Ia bertutur dalam bahasa Inggeris, Sepanyol, Portugis dan Melayu, mengikut LC_ALL, LC_MESSAGES atau LANG.',
  ),
  start: words(
    'Start with: holdfast serve --demo',
    'Empiece con: holdfast serve --demo',
    'Comece com: holdfast serve --demo',
    'Mulakan dengan: holdfast serve --demo',
  ),
  examples: words('Examples', 'Ejemplos', 'Exemplos', 'Contoh'),

  noCommand: (name: string, mend: Words) =>
    thenMend(thereIsNo(words('command', 'comando', 'comando', 'perintah'), name), mend),
  seeAll: words(
    'See them all with: holdfast help',
    'Véalos todos con: holdfast help',
    'Veja todos com: holdfast help',
    'Lihat semuanya dengan: holdfast help',
  ),
  noOption: (command: string, option: string, near: string | null) => {
    const no = words(
      `"holdfast ${command}" has no option ${option}.`,
      `"holdfast ${command}" no tiene la opción ${option}.`,
      `"holdfast ${command}" não tem a opção ${option}.`,
      `"holdfast ${command}" tiada pilihan ${option}.`,
    )
    return near === null ? no : thenMend(no, meant(near))
  },
  needsValue: (option: string, value: string) =>
    words(
      `${option} needs a value: ${option} ${value}.`,
      `${option} necesita un valor: ${option} ${value}.`,
      `${option} precisa de um valor: ${option} ${value}.`,
      `${option} memerlukan nilai: ${option} ${value}.`,
    ),
  takesNoValue: (option: string) =>
    words(
      `${option} takes no value.`,
      `${option} no admite valor.`,
      `${option} não aceita valor.`,
      `${option} tidak menerima nilai.`,
    ),
  needsMore: (command: string, usage: string) =>
    words(
      `"holdfast ${command}" needs more: holdfast ${usage}.`,
      `"holdfast ${command}" necesita más: holdfast ${usage}.`,
      `"holdfast ${command}" precisa de mais: holdfast ${usage}.`,
      `"holdfast ${command}" memerlukan lagi: holdfast ${usage}.`,
    ),
  tooMuch: (command: string, extra: string, usage: string) =>
    words(
      `"holdfast ${command}" can't use "${extra}". Put words that belong together in quotes: holdfast ${usage}.`,
      `"holdfast ${command}" no puede usar "${extra}". Ponga entre comillas las palabras que van juntas: holdfast ${usage}.`,
      `"holdfast ${command}" não pode usar "${extra}". Ponha entre aspas as palavras que vão juntas: holdfast ${usage}.`,
      `"holdfast ${command}" tidak boleh menggunakan "${extra}". Letakkan perkataan yang sekelompok dalam tanda petik: holdfast ${usage}.`,
    ),
  noneOf: (what: Words | string, given: string, mend: Words) => thenMend(thereIsNo(what, given), mend),
  noWholeNumber: (option: string, given: string, least: number, most: number) =>
    words(
      `--${option} ${given} is not usable: give a whole number from ${least} to ${most}.`,
      `--${option} ${given} no sirve: dé un número entero de ${least} a ${most}.`,
      `--${option} ${given} não serve: informe um número inteiro de ${least} a ${most}.`,
      `--${option} ${given} tidak boleh digunakan: beri nombor bulat dari ${least} hingga ${most}.`,
    ),

  noWorkspace: words(
    'There is no workspace yet. Make one with "holdfast workspaces create NAME", or look around in "holdfast demo".',
    'Todavía no hay espacios de trabajo. Cree uno con "holdfast workspaces create NOMBRE" o explore con "holdfast demo".',
    'Ainda não há espaço de trabalho. Crie um com "holdfast workspaces create NOME" ou explore com "holdfast demo".',
    'Belum ada ruang kerja. Buat satu dengan "holdfast workspaces create NAMA", atau terokai dengan "holdfast demo".',
  ),
  severalWorkspaces: (names: string) =>
    words(
      `There are several workspaces: say which with --workspace (${names}).`,
      `Hay varios espacios de trabajo: diga cuál con --workspace (${names}).`,
      `Há vários espaços de trabalho: diga qual com --workspace (${names}).`,
      `Terdapat beberapa ruang kerja: nyatakan yang mana dengan --workspace (${names}).`,
    ),
  noSuchWorkspace: (name: string, mend: Words) =>
    thenMend(thereIsNo(words('workspace', 'espacio de trabajo', 'espaço de trabalho', 'ruang kerja'), name), mend),
  noMember: (email: string, workspace: string) =>
    words(
      `Nobody with the address ${email} may enter the workspace "${workspace}". See who may with: holdfast users`,
      `Nadie con la dirección ${email} puede entrar en el espacio "${workspace}". Vea quién puede con: holdfast users`,
      `Ninguém com o endereço ${email} pode entrar no espaço "${workspace}". Veja quem pode com: holdfast users`,
      `Tiada sesiapa beralamat ${email} boleh memasuki ruang kerja "${workspace}". Lihat siapa boleh dengan: holdfast users`,
    ),

  noObject: (name: string, mend: Words) =>
    thenMend(
      words(
        `There is no "${name}" that you may use.`,
        `No hay "${name}" que usted pueda usar.`,
        `Não há "${name}" que você possa usar.`,
        `Tiada "${name}" yang boleh anda gunakan.`,
      ),
      mend,
    ),
  severalRecords: (given: string, plural: string) =>
    words(
      `"${given}" may be several of ${plural}; name one by its id:`,
      `"${given}" puede ser varios de ${plural}; nombre uno por su id:`,
      `"${given}" pode ser vários de ${plural}; indique um pelo id:`,
      `"${given}" mungkin beberapa ${plural}; namakan satu dengan idnya:`,
    ),
  whichRecord: (object: string) =>
    words(
      `Say which ${object}: by its id, its name, or another system's id (crm:0015…).`,
      `Diga cuál (${object}): por su id, su nombre o el id de otro sistema (crm:0015…).`,
      `Diga qual (${object}): pelo id, pelo nome ou pelo id de outro sistema (crm:0015…).`,
      `Nyatakan ${object} yang mana: dengan idnya, namanya, atau id sistem lain (crm:0015…).`,
    ),
  alreadyRunning: (pid: number, url: string | null) =>
    words(
      `Holdfast is already running on this folder: process ${pid}, ${url ?? 'still starting'}. Stop it first, or set HOLDFAST_DATA to another folder.`,
      `Holdfast ya está en marcha en esta carpeta: proceso ${pid}, ${url ?? 'aún arrancando'}. Deténgalo antes o apunte HOLDFAST_DATA a otra carpeta.`,
      `O Holdfast já está rodando nesta pasta: processo ${pid}, ${url ?? 'ainda iniciando'}. Pare-o antes ou aponte HOLDFAST_DATA para outra pasta.`,
      `Holdfast sudah berjalan pada folder ini: proses ${pid}, ${url ?? 'masih bermula'}. Hentikannya dahulu, atau tetapkan HOLDFAST_DATA kepada folder lain.`,
    ),
}

export const didYouMean = (near: string): Words => meant(`"${near}"`)

const meant = (near: string): Words =>
  words(`Did you mean ${near}?`, `¿Quiso decir ${near}?`, `Você quis dizer ${near}?`, `Adakah maksud anda ${near}?`)

export const thereAre = (names: string): Words =>
  words(`There are: ${names}.`, `Hay: ${names}.`, `Há: ${names}.`, `Yang ada: ${names}.`)

/** The one that was likely meant, or all that there are. */
export const meantOr = (near: string | null, names: readonly string[]): Words =>
  near === null ? thereAre(names.join(', ')) : didYouMean(near)

const thereIsNo = (what: Words | string, name: string): Words =>
  words(
    `There is no ${sayIn(what, 'en')} "${name}".`,
    `No existe: ${sayIn(what, 'es')} "${name}".`,
    `Não existe: ${sayIn(what, 'pt')} "${name}".`,
    `Tiada ${sayIn(what, 'ms')} "${name}".`,
  )

const thenMend = (wrong: Words, mend: Words): Words =>
  words(`${wrong.en} ${mend.en}`, `${wrong.es} ${mend.es}`, `${wrong.pt} ${mend.pt}`, `${wrong.ms} ${mend.ms}`)
