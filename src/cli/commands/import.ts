import { words } from '../../../dictionary/words.ts'
import { type ImportResult, type Plan, planImport } from '../../intake/index.ts'
import { mergeBitsOf } from '../../matching/index.ts'
import { fixedClock, told } from '../../platform/index.ts'
import { type Call, type Command, Refused } from '../command.ts'
import { importFiles, rehearseFiles } from '../import-files.ts'
import { inWorkspace } from '../installation.ts'
import { asMember } from '../options.ts'
import { countsInWords, rejectsInWords } from '../outcomes.ts'
import { table } from '../table.ts'
import { headed } from '../words/columns.ts'
import { says } from '../words/imports.ts'

export const command: Command = {
  usage: ['import PATH… [--preview] [--yes] [--match] [--today DAY] [--as EMAIL]'],
  describe: words(
    'Brings in files, or folders of files that belong together, in any order: spreadsheets as CSV, TSV or XLSX, and the JSON lists and lines that CRM, billing, support and product systems export. Each file is recognised by what it holds, and so is each sheet of a workbook. The same files again change nothing; an import that was killed goes on where it was; "holdfast undo import:ID" takes it back.',
    'Trae archivos, o carpetas de archivos que van juntos, en cualquier orden: hojas de cálculo en CSV, TSV o XLSX, y las listas y líneas JSON que exportan los sistemas de CRM, facturación, soporte y producto. Cada archivo se reconoce por lo que contiene, y también cada hoja de un libro. Los mismos archivos otra vez no cambian nada; una importación interrumpida sigue donde estaba; "holdfast undo import:ID" la deshace.',
    'Traz arquivos, ou pastas de arquivos que vão juntos, em qualquer ordem: planilhas em CSV, TSV ou XLSX, e as listas e linhas JSON que sistemas de CRM, cobrança, suporte e produto exportam. Cada arquivo é reconhecido pelo que contém, assim como cada planilha de uma pasta de trabalho. Os mesmos arquivos de novo não mudam nada; uma importação interrompida continua de onde estava; "holdfast undo import:ID" a desfaz.',
    'Membawa masuk fail, atau folder fail yang sekelompok, dalam apa jua susunan: hamparan sebagai CSV, TSV atau XLSX, serta senarai dan baris JSON yang dieksport sistem CRM, bil, sokongan dan produk. Setiap fail dikenali melalui kandungannya, begitu juga setiap helaian buku kerja. Fail yang sama sekali lagi tidak mengubah apa-apa; import yang terhenti disambung; "holdfast undo import:ID" membuat asal.',
  ),
  options: {
    preview: {
      describe: words(
        'Say what each file is, and what would become of its rows: all of it is done and taken back.',
        'Decir qué es cada archivo y qué sería de sus filas: se hace todo y se deshace.',
        'Dizer o que é cada arquivo e o que seria de suas linhas: tudo é feito e desfeito.',
        'Nyatakan apa setiap fail, dan apa yang akan jadi pada barisnya: semuanya dibuat lalu dibuat asal.',
      ),
    },
    yes: {
      describe: words(
        'Do not ask before writing.',
        'No preguntar antes de escribir.',
        'Não perguntar antes de gravar.',
        'Jangan tanya sebelum menulis.',
      ),
    },
    match: {
      describe: words(
        'Merge the records that are one beyond doubt when all is in, also where the workspace has not set it. A merge can be undone.',
        'Fusionar, cuando todo haya entrado, los registros que sin duda son uno, aunque el espacio no lo tenga fijado. Una fusión se puede deshacer.',
        'Mesclar, quando tudo tiver entrado, os registros que sem dúvida são um, mesmo que o espaço não o defina. Uma mesclagem pode ser desfeita.',
        'Gabungkan rekod yang pasti satu apabila semuanya sudah masuk, walaupun ruang kerja tidak menetapkannya. Penggabungan boleh dibuat asal.',
      ),
    },
    today: {
      value: 'DAY',
      describe: words(
        'The day the files speak of, as YYYY-MM-DD, where that is not today: discounts that end are counted as of then.',
        'El día del que hablan los archivos, como AAAA-MM-DD, si no es hoy: los descuentos que acaban se cuentan a esa fecha.',
        'O dia de que falam os arquivos, como AAAA-MM-DD, se não for hoje: descontos que acabam são contados nessa data.',
        'Hari yang diperkatakan fail, sebagai YYYY-MM-DD, jika bukan hari ini: diskaun yang tamat dikira setakat hari itu.',
      ),
    },
    as: asMember,
  },
  words: { least: 1, most: 1000 },
  examples: ['holdfast import exports/', 'holdfast import customers.xlsx contacts.csv --preview'],
  run: (call) =>
    inWorkspace(call, async ({ holdfast, workspace, actor }) => {
      const plan = await planImport(call.words)
      if (plan.files.length === 0)
        throw new Refused(
          'nothing_known',
          told(says.noneKnown(plan.unknown.map(({ file, why }) => `${file}: ${why}`).join(' '))),
        )
      const today = call.option('today')
      const progress = (file: string, rows: number) => call.out.progress(told(says.rowsOf(file, rows)))
      if (call.has('preview'))
        return preview(
          call,
          plan,
          await rehearseFiles(holdfast, actor, plan, { currency: workspace.currency, progress }),
        )
      const result = await importFiles(
        today ? { ...holdfast, clock: fixedClock(`${today}T12:00:00.000Z`) } : holdfast,
        actor,
        plan,
        {
          currency: workspace.currency,
          ...(call.has('match')
            ? { mergeFrom: { account: mergeBitsOf('account'), contact: mergeBitsOf('contact') } }
            : {}),
          progress,
        },
      )
      await call.out.answer(result, () => say(result))
      return result.files.length > 0 ? 0 : 1
    }),
}

async function preview(call: Call, plan: Plan, result: ImportResult): Promise<number> {
  const files = plan.files.map(({ file, shape, opened }) => ({
    file,
    shape: shape.name,
    counts: result.files.find((each) => each.file === file)?.counts ?? null,
    ...(opened.kind === 'table'
      ? {
          encoding: opened.shape.encoding,
          delimiter: opened.shape.delimiter,
          headerRow: opened.shape.headerRow,
          dateOrder: opened.shape.dateOrder.find(Boolean) ?? null,
          decimalMark: opened.shape.decimalMark.find(Boolean) ?? null,
        }
      : {}),
  }))
  await call.out.answer({ files, rejects: result.rejects, unknown: plan.unknown }, () =>
    [
      table(
        call.out,
        headed('file', 'is', 'encoding', 'delimiter', 'dates', 'decimals'),
        files.map((file) =>
          'encoding' in file
            ? [file.file, file.shape, file.encoding, file.delimiter ?? '', file.dateOrder ?? '', file.decimalMark ?? '']
            : [file.file, file.shape, '', '', '', ''],
        ),
      ),
      ...outcomesOf(result),
    ].join('\n'),
  )
  return 0
}

const say = (result: ImportResult): string => [...outcomesOf(result), told(says.takeBack(result.id))].join('\n')

const outcomesOf = (result: ImportResult): string[] => [
  ...result.files.map(({ file, shape, counts }) => `${file} (${shape}): ${countsInWords(counts)}`),
  ...rejectsInWords(result.rejects),
  ...result.unknown.map(({ file, why }) => told(says.notKnown(file, why))),
]
