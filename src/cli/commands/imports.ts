import { words } from '../../../dictionary/words.ts'
import { told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import type { Call, Command } from '../command.ts'
import { moment } from '../describe.ts'
import { inWorkspace } from '../installation.ts'
import { asMember, questions } from '../options.ts'
import { countsInWords } from '../outcomes.ts'
import { table } from '../table.ts'
import { stateInWords } from '../words/codes.ts'
import { headed } from '../words/columns.ts'
import { says } from '../words/imports.ts'
import { forget, map, mapping, read, show, templates } from './imports-map.ts'
import { open, remove, sheets } from './imports-open.ts'
import { answer, preview, rejected, rows, run } from './imports-run.ts'

export const command: Command = {
  usage: [
    'imports [list] [--as EMAIL]',
    'imports open PATH… [--name NAME] [--sheets LIST] [--currency CODE] [--questions ask|create] [--as EMAIL]',
    'imports show ID [--as EMAIL]',
    'imports read ID [--file NAME] [--sheet NAME] [--header-row N] [--delimiter CHARACTER] [--encoding NAME] [--as EMAIL]',
    'imports sheets ID SHEET… [--file NAME] [--as EMAIL]',
    'imports mapping ID [--file NAME] [--as EMAIL]',
    'imports map ID [COLUMN=RECORD.FIELD…] [--mapping FILE.json] [--file NAME] [--keep NAME] [--as EMAIL]',
    'imports preview ID [--as EMAIL]',
    'imports answer ID FILE:ROW:RECORD=RECORD_ID|"as NAME"|new|skip… [--others new|skip] [--as EMAIL]',
    'imports run ID [--as EMAIL]',
    'imports rows ID [--of preview|run] [--outcome OUTCOME] [--limit N] [--as EMAIL]',
    'imports rejected ID [--file NAME] [--as EMAIL]',
    'imports remove ID [--as EMAIL]',
    'imports templates [--as EMAIL]',
    'imports forget TEMPLATE [--as EMAIL]',
  ],
  describe: words(
    'Imports step by step, as on the screen: "open" sends files and says what their columns are taken for, "read" reads one in another way than was recognised, "sheets" says which sheets of a workbook are taken (each is a file of its own, such as book.xlsx/People), "map" corrects that, "preview" does all of it and takes it back, "answer" says which record a row means, "run" writes. "mapping" prints what columns and words mean as JSON, to be mended and given back with --mapping. "rejected" prints the rows that were not taken as CSV, to be mended and opened again. "holdfast undo import:ID" takes an import back. "holdfast import" does all of it at once.',
    'Importaciones paso a paso, como en pantalla: "open" envía archivos y dice por qué se toman sus columnas, "read" lee uno de otro modo, "sheets" dice qué hojas de un libro se toman (cada una es un archivo aparte, como libro.xlsx/Personas), "map" corrige las columnas, "preview" lo hace todo y lo deshace, "answer" dice qué registro es una fila, "run" escribe. "mapping" imprime como JSON qué significan columnas y palabras, para corregirlo y devolverlo con --mapping. "rejected" imprime como CSV las filas que no entraron, para corregirlas y abrirlas de nuevo. "holdfast undo import:ID" deshace una importación. "holdfast import" hace todo de una vez.',
    'Importações passo a passo, como na tela: "open" envia arquivos e diz pelo que suas colunas são tomadas, "read" lê um de outro modo, "sheets" diz quais planilhas de uma pasta de trabalho são incluídas (cada uma é um arquivo à parte, como pasta.xlsx/Pessoas), "map" corrige as colunas, "preview" faz tudo e desfaz, "answer" diz que registro é uma linha, "run" grava. "mapping" imprime como JSON o que colunas e palavras significam, para corrigir e devolver com --mapping. "rejected" imprime como CSV as linhas que não entraram, para corrigir e abrir de novo. "holdfast undo import:ID" desfaz uma importação. "holdfast import" faz tudo de uma vez.',
    'Import langkah demi langkah, seperti pada skrin: "open" menghantar fail dan menyatakan maksud lajurnya, "read" membaca satu fail dengan cara lain, "sheets" menyatakan helaian buku kerja yang diambil (setiap satu fail tersendiri, seperti buku.xlsx/Orang), "map" membetulkan lajur, "preview" membuat semuanya lalu membuat asal, "answer" menyatakan rekod yang dimaksudkan baris, "run" menulis. "mapping" mencetak maksud lajur dan perkataan sebagai JSON, untuk dibetulkan dan diberi semula dengan --mapping. "rejected" mencetak baris yang tidak diterima sebagai CSV, untuk dibetulkan dan dibuka semula. "holdfast undo import:ID" membuat asal import. "holdfast import" membuat semuanya sekali gus.',
  ),
  options: {
    name: {
      value: 'NAME',
      describe: words(
        'What the import is called; as its file where not said.',
        'Cómo se llama la importación; como su archivo si no se dice.',
        'Como se chama a importação; como seu arquivo se não dito.',
        'Nama import; seperti failnya jika tidak dinyatakan.',
      ),
    },
    currency: {
      value: 'CODE',
      describe: words(
        'Of amounts that name none, such as EUR; the workspace’s own where not said.',
        'De los importes que no nombran ninguna, como EUR; la del espacio si no se dice.',
        'Dos valores que não indicam nenhuma, como EUR; a do espaço se não dito.',
        'Bagi amaun tanpa mata wang, seperti EUR; milik ruang kerja jika tidak dinyatakan.',
      ),
    },
    questions,
    mapping: {
      value: 'FILE.json',
      describe: words(
        'A whole mapping, for every file with its columns; "-" is standard input.',
        'Una asignación entera, para cada archivo con sus columnas; "-" es la entrada estándar.',
        'Um mapeamento inteiro, para cada arquivo com suas colunas; "-" é a entrada padrão.',
        'Pemetaan penuh, bagi setiap fail dengan lajurnya; "-" ialah input piawai.',
      ),
    },
    keep: {
      value: 'NAME',
      describe: words(
        'Keep it, for the next file with the same columns.',
        'Guardarla para el próximo archivo con las mismas columnas.',
        'Guardá-lo para o próximo arquivo com as mesmas colunas.',
        'Simpan, untuk fail seterusnya dengan lajur yang sama.',
      ),
    },
    file: {
      value: 'NAME',
      describe: words(
        'Which of several files; a sheet by its name.',
        'Cuál de varios archivos; una hoja por su nombre.',
        'Qual de vários arquivos; uma planilha pelo nome.',
        'Yang mana antara beberapa fail; helaian dengan namanya.',
      ),
    },
    sheets: {
      value: 'LIST',
      describe: words(
        'Sheets of workbooks to be taken, with commas between them; all that look like tables whose columns mean something where not said.',
        'Hojas de libros que se toman, con comas entre ellas; si no se dice, todas las que parecen tablas cuyas columnas significan algo.',
        'Planilhas de pastas de trabalho a incluir, com vírgulas entre elas; se não dito, todas as que parecem tabelas cujas colunas significam algo.',
        'Helaian buku kerja yang diambil, dipisahkan dengan koma; jika tidak dinyatakan, semua yang kelihatan seperti jadual yang lajurnya bermakna.',
      ),
    },
    sheet: {
      value: 'NAME',
      describe: words(
        'Another sheet of the workbook, in place of the one that is read.',
        'Otra hoja del libro, en lugar de la que se lee.',
        'Outra planilha da pasta de trabalho, no lugar da que é lida.',
        'Helaian lain dalam buku kerja, menggantikan yang dibaca.',
      ),
    },
    'header-row': {
      value: 'N',
      describe: words(
        'The row that the headings are in.',
        'La fila de los encabezados.',
        'A linha dos cabeçalhos.',
        'Baris yang mengandungi pengepala.',
      ),
    },
    delimiter: {
      value: 'CHARACTER',
      describe: words(
        'What stands between the columns: , ; | or "tab".',
        'Lo que separa las columnas: , ; | o "tab".',
        'O que separa as colunas: , ; | ou "tab".',
        'Pemisah antara lajur: , ; | atau "tab".',
      ),
    },
    encoding: {
      value: 'NAME',
      describe: words(
        'How its text is written: utf-8, utf-16le, utf-16be or windows-1252.',
        'Cómo está codificado su texto: utf-8, utf-16le, utf-16be o windows-1252.',
        'Como seu texto está codificado: utf-8, utf-16le, utf-16be ou windows-1252.',
        'Pengekodan teksnya: utf-8, utf-16le, utf-16be atau windows-1252.',
      ),
    },
    others: {
      value: 'new|skip',
      describe: words(
        'The answer to all questions that are not answered otherwise.',
        'La respuesta a todas las preguntas sin otra respuesta.',
        'A resposta a todas as perguntas sem outra resposta.',
        'Jawapan kepada semua soalan yang tidak dijawab sebaliknya.',
      ),
    },
    of: {
      value: 'preview|run',
      describe: words(
        'Rows of the preview, or of the run (where not said).',
        'Filas de la vista previa, o de la ejecución (si no se dice).',
        'Linhas da prévia, ou da execução (se não dito).',
        'Baris pratonton, atau larian (jika tidak dinyatakan).',
      ),
    },
    outcome: {
      value: 'OUTCOME',
      describe: words(
        'Only rows that came out so, such as rejected, question or updated.',
        'Solo filas con este resultado, como rejected, question o updated.',
        'Só linhas com este resultado, como rejected, question ou updated.',
        'Hanya baris dengan hasil ini, seperti rejected, question atau updated.',
      ),
    },
    limit: {
      value: 'N',
      describe: words(
        'How many rows (100 where not said).',
        'Cuántas filas (100 si no se dice).',
        'Quantas linhas (100 se não dito).',
        'Bilangan baris (100 jika tidak dinyatakan).',
      ),
    },
    as: asMember,
  },
  words: { least: 0, most: 1_000 },
  examples: [
    'holdfast imports open customers.csv',
    'holdfast imports open team.xlsx --sheets Accounts,People',
    'holdfast imports map 019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77 "Kunde=account.name" "Old code=" --keep Customers',
    'holdfast imports mapping 019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77 > customers.json',
    'holdfast imports answer 019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77 customers.csv:12:account=new --others skip',
    'holdfast imports rejected 019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77 > customers.rejected.csv',
  ],
  run: (call) => verbs[oneOf('"imports"', call.words[0] ?? 'list', verbNames)](call),
}

const verbNames = [
  ...(['list', 'open', 'show', 'read', 'sheets', 'mapping', 'map', 'preview', 'answer', 'run'] as const),
  ...(['rows', 'rejected', 'remove', 'templates', 'forget'] as const),
]
const verbs = {
  ...{ list, open, show, read, sheets, mapping, map, preview, answer, run },
  ...{ rows, rejected, remove, templates, forget },
} satisfies Record<(typeof verbNames)[number], (call: Call) => Promise<number>>

function list(call: Call): Promise<number> {
  return inWorkspace(call, async ({ holdfast, actor }) => {
    const { data, next } = await holdfast.imports.list(actor, { limit: 200 })
    await call.out.answer({ imports: data, next }, () =>
      data.length === 0
        ? told(says.noImports)
        : table(
            call.out,
            headed('id', 'name', 'state', 'begunUtc', null),
            data.map(({ id, name, state, createdAt, counts }) => [
              ...[id, name, stateInWords(state), moment(createdAt)],
              counts ? countsInWords(counts) : '',
            ]),
          ),
    )
    return 0
  })
}
