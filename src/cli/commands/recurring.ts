import { words } from '../../../dictionary/words.ts'
import { told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import type { Call, Command } from '../command.ts'
import { moment } from '../describe.ts'
import { inWorkspace } from '../installation.ts'
import { asMember, questions } from '../options.ts'
import { table } from '../table.ts'
import { headed } from '../words/columns.ts'
import { says } from '../words/recurring.ts'
import { bring } from './recurring-bring.ts'
import { add, change, remove, show } from './recurring-keep.ts'
import { dueInWords, everyInWords } from './recurring-words.ts'

export const command: Command = {
  usage: [
    'recurring [list] [--as EMAIL]',
    'recurring show NAME [--as EMAIL]',
    'recurring add NAME --every DAYS [--owner EMAIL] [--begins DAY] [--folder FOLDER] [--mail on] [--senders LIST] [--currency CODE] [--questions ask|create] [--as EMAIL]',
    'recurring change NAME [--name NAME] [--every DAYS] [--owner EMAIL] [--begins DAY] [--folder FOLDER|none] [--mail on|new|off] [--senders LIST|anyone] [--currency CODE|none] [--questions ask|create] [--as EMAIL]',
    'recurring remove NAME [--as EMAIL]',
    'recurring bring NAME PATH… [--mapping FILE.json] [--preview] [--yes] [--as EMAIL]',
  ],
  describe: words(
    'Files that a system without a connector gives every so many days: whose they are, when the next ones are due, and whether they are late. Files that lie in the folder of one, or are mailed to its address, come in by themselves; "bring" brings files, or folders of files, at once, as the import of their owner that they would have become there. Columns that only a guess knows the meaning of are not taken before somebody has looked. One is named by its name or its id.',
    'Archivos que un sistema sin conector da cada tantos días: de quién son, cuándo vencen los próximos y si se retrasan. Los que están en la carpeta de una, o se envían por correo a su dirección, entran solos; "bring" trae archivos, o carpetas de archivos, en el acto, como la importación de su responsable que habrían sido allí. Las columnas cuyo significado solo se supone no se aceptan hasta que alguien mire. Una se nombra por su nombre o su id.',
    'Arquivos que um sistema sem conector dá a cada tantos dias: de quem são, quando vencem os próximos e se estão atrasados. Os que estão na pasta de uma, ou são enviados por e-mail ao seu endereço, entram sozinhos; "bring" traz arquivos, ou pastas de arquivos, na hora, como a importação do responsável que teriam sido ali. Colunas cujo significado é só suposto não são aceitas antes que alguém olhe. Uma é indicada pelo nome ou pelo id.',
    'Fail yang diberi oleh sistem tanpa penyambung setiap beberapa hari: milik siapa, bila yang seterusnya perlu tiba, dan sama ada ia lewat. Fail dalam foldernya, atau yang dimel ke alamatnya, masuk sendiri; "bring" membawa fail, atau folder fail, serta-merta, sebagai import pemiliknya seperti di sana. Lajur yang maksudnya hanya diteka tidak diterima sebelum seseorang melihatnya. Satu dinamakan dengan nama atau idnya.',
  ),
  options: {
    every: {
      value: 'DAYS',
      describe: words(
        'So many days after the last files came, the next are due: 1 to 366.',
        'Tantos días después de los últimos archivos vencen los próximos: de 1 a 366.',
        'Tantos dias depois dos últimos arquivos vencem os próximos: de 1 a 366.',
        'Sekian hari selepas fail terakhir tiba, yang seterusnya perlu tiba: 1 hingga 366.',
      ),
    },
    name: {
      value: 'NAME',
      describe: words(
        'What it is called from now on.',
        'Cómo se llama desde ahora.',
        'Como se chama a partir de agora.',
        'Namanya mulai sekarang.',
      ),
    },
    owner: {
      value: 'EMAIL',
      describe: words(
        'The member who is reminded of it; whoever adds it where not said.',
        'El miembro al que se le recuerda; quien la añade si no se dice.',
        'O membro que é lembrado; quem a adiciona se não dito.',
        'Ahli yang diingatkan tentangnya; sesiapa yang menambahnya jika tidak dinyatakan.',
      ),
    },
    begins: {
      value: 'DAY',
      describe: words(
        'The day on which the first files are due, as YYYY-MM-DD; after so many days where not said.',
        'El día en que vencen los primeros archivos, como AAAA-MM-DD; tras tantos días si no se dice.',
        'O dia em que vencem os primeiros arquivos, como AAAA-MM-DD; após tantos dias se não dito.',
        'Hari fail pertama perlu tiba, sebagai YYYY-MM-DD; selepas sekian hari jika tidak dinyatakan.',
      ),
    },
    folder: {
      value: 'FOLDER',
      describe: words(
        'A folder in the workspace’s inbox: lower-case letters, digits and "-". Under "none" files are only brought.',
        'Una carpeta en el buzón del espacio: minúsculas, cifras y "-". Con "none" los archivos solo se traen.',
        'Uma pasta na caixa de entrada do espaço: minúsculas, algarismos e "-". Com "none" os arquivos são só trazidos.',
        'Folder dalam peti masuk ruang kerja: huruf kecil, angka dan "-". Dengan "none" fail hanya dibawa.',
      ),
    },
    mail: {
      value: 'on|new|off',
      describe: words(
        'An address of its own, which nobody can guess, for files that are mailed; "new": another one, after which the old one refuses.',
        'Una dirección propia, que nadie puede adivinar, para archivos enviados por correo; "new": otra, tras la cual la antigua rechaza.',
        'Um endereço próprio, que ninguém adivinha, para arquivos enviados por e-mail; "new": outro, depois do qual o antigo recusa.',
        'Alamat sendiri, yang tidak dapat diteka sesiapa, untuk fail yang dimel; "new": alamat lain, selepas itu yang lama menolak.',
      ),
    },
    senders: {
      value: 'LIST',
      describe: words(
        'Addresses and domains that may mail files, with commas between them; whoever knows the address where not said, and under "anyone".',
        'Direcciones y dominios que pueden enviar archivos, separados por comas; quien conozca la dirección si no se dice, y con "anyone".',
        'Endereços e domínios que podem enviar arquivos, separados por vírgulas; quem conheça o endereço se não dito, e com "anyone".',
        'Alamat dan domain yang boleh mengemel fail, dipisahkan koma; sesiapa yang mengetahui alamat itu jika tidak dinyatakan, dan dengan "anyone".',
      ),
    },
    currency: {
      value: 'CODE',
      describe: words(
        'Of amounts that name none, such as EUR; the workspace’s own where not said, and under "none".',
        'De los importes que no nombran ninguna, como EUR; la del espacio si no se dice, y con "none".',
        'Dos valores que não indicam nenhuma, como EUR; a do espaço se não dito, e com "none".',
        'Bagi amaun tanpa mata wang, seperti EUR; milik ruang kerja jika tidak dinyatakan, dan dengan "none".',
      ),
    },
    questions,
    preview: {
      describe: words(
        'Say what each column means, and what would become of the rows: all of it is done and taken back.',
        'Decir qué significa cada columna y qué sería de las filas: se hace todo y se deshace.',
        'Dizer o que cada coluna significa e o que seria das linhas: tudo é feito e desfeito.',
        'Nyatakan maksud setiap lajur, dan apa yang akan jadi pada baris: semuanya dibuat lalu dibuat asal.',
      ),
    },
    mapping: {
      value: 'FILE.json',
      describe: words(
        'What columns and words mean, for every file with these columns; kept for the next ones. "bring … --preview --json" says it as it is guessed, under "mapping".',
        'Qué significan columnas y palabras, para cada archivo con estas columnas; se guarda para los próximos. "bring … --preview --json" lo da tal como se supone, en "mapping".',
        'O que colunas e palavras significam, para cada arquivo com estas colunas; fica guardado para os próximos. "bring … --preview --json" o dá como é suposto, em "mapping".',
        'Maksud lajur dan perkataan, bagi setiap fail dengan lajur ini; disimpan untuk yang seterusnya. "bring … --preview --json" menyatakannya seperti diteka, di bawah "mapping".',
      ),
    },
    yes: {
      describe: words(
        'Take columns as they are guessed.',
        'Aceptar las columnas como se suponen.',
        'Aceitar as colunas como são supostas.',
        'Terima lajur seperti yang diteka.',
      ),
    },
    as: asMember,
  },
  words: { least: 0, most: 1_000 },
  examples: [
    'holdfast recurring',
    'holdfast recurring add "Event guests" --every 30 --owner olga@acme.com --folder event-guests',
    'holdfast recurring change "Event guests" --every 7 --currency EUR',
    'holdfast recurring change "Event guests" --mail on --senders reports@tool.com,acme.com',
    'holdfast recurring bring "Event guests" guests.csv --preview',
  ],
  run: (call) => verbs[oneOf('"recurring"', call.words[0] ?? 'list', verbNames)](call),
}

const verbNames = ['list', 'show', 'add', 'change', 'remove', 'bring'] as const
const verbs = { list, show, add, change, remove, bring } satisfies Record<string, (call: Call) => Promise<number>>

function list(call: Call): Promise<number> {
  return inWorkspace(call, async ({ holdfast, actor }) => {
    const recurring = await holdfast.recurring.list(actor)
    await call.out.answer({ recurring }, () =>
      recurring.length === 0
        ? told(says.noRecurring)
        : table(
            call.out,
            headed('name', 'owner', 'every', 'due', null, 'folder', 'lastUtc'),
            recurring.map((each) => [
              each.name,
              each.owner.name ?? each.owner.id,
              everyInWords(each),
              each.dueOn,
              dueInWords(each),
              each.folder ?? '',
              moment(each.last?.finishedAt ?? null),
            ]),
          ),
    )
    return 0
  })
}
