// What "import", "imports" and "recurring bring" say.
import { type Words, words } from '../../../dictionary/words.ts'
import type { Counts } from '../../intake/index.ts'

export const says = {
  noneKnown: (reasons: string) =>
    words(
      `None of these files is known. ${reasons}`,
      `No se reconoce ninguno de estos archivos. ${reasons}`,
      `Nenhum destes arquivos é reconhecido. ${reasons}`,
      `Tiada satu pun fail ini dikenali. ${reasons}`,
    ),
  rowsOf: (file: string, rows: number) =>
    words(`${file}: ${rows} rows`, `${file}: ${rows} filas`, `${file}: ${rows} linhas`, `${file}: ${rows} baris`),
  takeBack: (id: string) =>
    words(
      `Take it back with: holdfast undo import:${id}`,
      `Deshágala con: holdfast undo import:${id}`,
      `Desfaça com: holdfast undo import:${id}`,
      `Buat asal dengan: holdfast undo import:${id}`,
    ),
  notKnown: (file: string, why: string) =>
    words(
      `Not known: ${file}: ${why}`,
      `No reconocido: ${file}: ${why}`,
      `Não reconhecido: ${file}: ${why}`,
      `Tidak dikenali: ${file}: ${why}`,
    ),
  sheetLeft: (file: string, sheet: string, why: string) =>
    words(
      `Left out: "${sheet}" of ${file}. ${why}`.trimEnd(),
      `No se toma: "${sheet}" de ${file}. ${why}`.trimEnd(),
      `Fica de fora: "${sheet}" de ${file}. ${why}`.trimEnd(),
      `Tidak diambil: "${sheet}" dalam ${file}. ${why}`.trimEnd(),
    ),
  chooseSheets: (id: string) =>
    words(
      `Choose sheets with: holdfast imports sheets ${id} SHEET…`,
      `Elija hojas con: holdfast imports sheets ${id} HOJA…`,
      `Escolha planilhas com: holdfast imports sheets ${id} PLANILHA…`,
      `Pilih helaian dengan: holdfast imports sheets ${id} HELAIAN…`,
    ),
  whichSheets: words(
    'Say which: holdfast imports sheets ID SHEET….',
    'Diga cuáles: holdfast imports sheets ID HOJA….',
    'Diga quais: holdfast imports sheets ID PLANILHA….',
    'Nyatakan yang mana: holdfast imports sheets ID HELAIAN….',
  ),
  notKnownFile: words('not known', 'no reconocido', 'não reconhecido', 'tidak dikenali'),
  leftOut: words('left out', 'se omite', 'fica de fora', 'ditinggalkan'),
  guessed: (percent: number) =>
    words(`guessed, ${percent}%`, `supuesto, ${percent} %`, `suposto, ${percent}%`, `diteka, ${percent}%`),
  waiting: (rows: number) =>
    words(
      `${rows} ${rows === 1 ? 'row waits' : 'rows wait'} for an answer: which record is meant.`,
      `${rows} ${rows === 1 ? 'fila espera' : 'filas esperan'} respuesta: qué registro se quiso decir.`,
      `${rows} ${rows === 1 ? 'linha espera' : 'linhas esperam'} resposta: que registro se quis dizer.`,
      `${rows} baris menunggu jawapan: rekod mana yang dimaksudkan.`,
    ),
  mayBe: (title: string | null, answer: string) =>
    words(
      `may be ${title ?? 'somebody without a name'}: ${answer}`,
      `puede ser ${title ?? 'alguien sin nombre'}: ${answer}`,
      `pode ser ${title ?? 'alguém sem nome'}: ${answer}`,
      `mungkin ${title ?? 'seseorang tanpa nama'}: ${answer}`,
    ),
  more: (rows: number) =>
    words(
      `… and ${rows} more; all of them with --json`,
      `… y ${rows} más; todas con --json`,
      `… e mais ${rows}; todas com --json`,
      `… dan ${rows} lagi; semuanya dengan --json`,
    ),
  answerWith: (id: string) =>
    words(
      `Answer with: holdfast imports answer ${id} FILE:ROW:RECORD=ID|new|skip…, and then: holdfast imports run ${id}`,
      `Responda con: holdfast imports answer ${id} ARCHIVO:FILA:REGISTRO=ID|new|skip…, y luego: holdfast imports run ${id}`,
      `Responda com: holdfast imports answer ${id} ARQUIVO:LINHA:REGISTRO=ID|new|skip…, e depois: holdfast imports run ${id}`,
      `Jawab dengan: holdfast imports answer ${id} FAIL:BARIS:REKOD=ID|new|skip…, kemudian: holdfast imports run ${id}`,
    ),
  refused: words('Refused:', 'Rechazadas:', 'Recusadas:', 'Ditolak:'),
  aboutRow: (file: string, row: number, about: string) =>
    words(
      `${file}, row ${row}: ${about}`,
      `${file}, fila ${row}: ${about}`,
      `${file}, linha ${row}: ${about}`,
      `${file}, baris ${row}: ${about}`,
    ),

  whatToBring: words(
    'Say what to bring: holdfast imports open PATH….',
    'Diga qué traer: holdfast imports open RUTA….',
    'Diga o que trazer: holdfast imports open CAMINHO….',
    'Nyatakan apa yang hendak dibawa: holdfast imports open LALUAN….',
  ),
  correctIt: (id: string) =>
    words(
      `Correct it with: holdfast imports map ${id} COLUMN=RECORD.FIELD…`,
      `Corríjalo con: holdfast imports map ${id} COLUMNA=REGISTRO.CAMPO…`,
      `Corrija com: holdfast imports map ${id} COLUNA=REGISTRO.CAMPO…`,
      `Betulkan dengan: holdfast imports map ${id} LAJUR=REKOD.MEDAN…`,
    ),
  seeWhat: (id: string) =>
    words(
      `See what it would do with: holdfast imports preview ${id}`,
      `Vea qué haría con: holdfast imports preview ${id}`,
      `Veja o que faria com: holdfast imports preview ${id}`,
      `Lihat apa yang akan dibuat dengan: holdfast imports preview ${id}`,
    ),
  gone: (name: string) =>
    words(
      `"${name}" is gone, with its files. It had written nothing.`,
      `"${name}" se quitó, con sus archivos. No había escrito nada.`,
      `"${name}" foi removida, com seus arquivos. Não tinha gravado nada.`,
      `"${name}" dibuang, bersama failnya. Ia belum menulis apa-apa.`,
    ),
  noImports: words(
    'There are no imports. Begin one with: holdfast imports open PATH…',
    'No hay importaciones. Empiece una con: holdfast imports open RUTA…',
    'Não há importações. Comece uma com: holdfast imports open CAMINHO…',
    'Tiada import. Mulakan satu dengan: holdfast imports open LALUAN…',
  ),
  whichImport: words(
    'Say which, by its id. They are listed by: holdfast imports',
    'Diga cuál, por su id. Las lista: holdfast imports',
    'Diga qual, pelo id. São listadas por: holdfast imports',
    'Nyatakan yang mana, dengan idnya. Disenaraikan oleh: holdfast imports',
  ),

  about: {
    name: words('name', 'nombre', 'nome', 'nama'),
    id: words('id', 'id', 'id', 'id'),
    state: words('state', 'estado', 'estado', 'keadaan'),
    begun: words('begun', 'inicio', 'início', 'bermula'),
    ended: words('ended', 'fin', 'fim', 'tamat'),
    done: words('done', 'hecho', 'feito', 'selesai'),
    preview: words('preview', 'vista previa', 'prévia', 'pratonton'),
    failed: words('failed', 'falló', 'falhou', 'gagal'),
  },
  stale: words('(to be made again)', '(hay que repetirla)', '(refazer)', '(perlu dibuat semula)'),
  noColumns: (file: string) =>
    words(
      `${file} has no columns to be mapped.`,
      `${file} no tiene columnas que asignar.`,
      `${file} não tem colunas a mapear.`,
      `${file} tiada lajur untuk dipetakan.`,
    ),
  sayHow: words(
    'Say how: --sheet NAME, --header-row N, --delimiter CHARACTER or --encoding NAME.',
    'Diga cómo: --sheet NOMBRE, --header-row N, --delimiter CARÁCTER o --encoding NOMBRE.',
    'Diga como: --sheet NOME, --header-row N, --delimiter CARACTERE ou --encoding NOME.',
    'Nyatakan caranya: --sheet NAMA, --header-row N, --delimiter AKSARA atau --encoding NAMA.',
  ),
  sheet: words('sheet', 'hoja', 'planilha', 'helaian'),
  noSheets: words(
    'There are: none, it is no workbook.',
    'No hay ninguna: no es un libro.',
    'Não há nenhuma: não é uma pasta de trabalho.',
    'Tiada: ia bukan buku kerja.',
  ),
  sayWhat: words(
    'Say what columns mean: COLUMN=RECORD.FIELD…, or --mapping FILE.json.',
    'Diga qué significan las columnas: COLUMNA=REGISTRO.CAMPO…, o --mapping ARCHIVO.json.',
    'Diga o que significam as colunas: COLUNA=REGISTRO.CAMPO…, ou --mapping ARQUIVO.json.',
    'Nyatakan maksud lajur: LAJUR=REKOD.MEDAN…, atau --mapping FAIL.json.',
  ),
  whichFile: (names: string) =>
    words(
      `Say which file with --file: ${names}.`,
      `Diga qué archivo con --file: ${names}.`,
      `Diga qual arquivo com --file: ${names}.`,
      `Nyatakan fail dengan --file: ${names}.`,
    ),
  noFile: (name: string, names: string) =>
    words(
      `There is no file "${name}" in it. There are: ${names}.`,
      `No tiene ningún archivo "${name}". Hay: ${names}.`,
      `Não tem arquivo "${name}". Há: ${names}.`,
      `Tiada fail "${name}" di dalamnya. Yang ada: ${names}.`,
    ),
  noTemplates: words(
    'No meaning of columns is kept. Keep one with: holdfast imports map ID --keep NAME',
    'No hay asignaciones guardadas. Guarde una con: holdfast imports map ID --keep NOMBRE',
    'Não há mapeamentos guardados. Guarde um com: holdfast imports map ID --keep NOME',
    'Tiada pemetaan disimpan. Simpan satu dengan: holdfast imports map ID --keep NAMA',
  ),
  forgotten: words(
    'Forgotten: files with these columns are guessed again.',
    'Olvidada: los archivos con estas columnas se vuelven a suponer.',
    'Esquecido: arquivos com estas colunas voltam a ser supostos.',
    'Dilupakan: fail dengan lajur ini akan diteka semula.',
  ),

  previewEnded: words(
    'Somebody ended the preview before it was done.',
    'Alguien terminó la vista previa antes de tiempo.',
    'Alguém encerrou a prévia antes do fim.',
    'Seseorang menamatkan pratonton sebelum ia siap.',
  ),
  nothingWritten: words('Nothing was written.', 'No se escribió nada.', 'Nada foi gravado.', 'Tiada apa-apa ditulis.'),
  rowByRow: (id: string) =>
    words(
      `Nothing was written. Row by row: holdfast imports rows ${id} --of preview`,
      `No se escribió nada. Fila por fila: holdfast imports rows ${id} --of preview`,
      `Nada foi gravado. Linha por linha: holdfast imports rows ${id} --of preview`,
      `Tiada apa-apa ditulis. Baris demi baris: holdfast imports rows ${id} --of preview`,
    ),
  toBeMended: (id: string) =>
    words(
      `As a file to be mended: holdfast imports rejected ${id}`,
      `Como archivo para corregir: holdfast imports rejected ${id}`,
      `Como arquivo para corrigir: holdfast imports rejected ${id}`,
      `Sebagai fail untuk dibetulkan: holdfast imports rejected ${id}`,
    ),
  endedEarly: (state: string) =>
    words(
      `It was ended before all was in: ${state}.`,
      `Terminó antes de que entrara todo: ${state}.`,
      `Terminou antes de tudo entrar: ${state}.`,
      `Ia ditamatkan sebelum semuanya masuk: ${state}.`,
    ),
  whichRecord: words(
    'Say which record a row means: FILE:ROW:RECORD=RECORD_ID|new|skip or FILE:ROW:RECORD="as NAME", or --others new|skip.',
    'Diga qué registro es una fila: ARCHIVO:FILA:REGISTRO=ID|new|skip o ARCHIVO:FILA:REGISTRO="as NOMBRE", o --others new|skip.',
    'Diga que registro é uma linha: ARQUIVO:LINHA:REGISTRO=ID|new|skip ou ARQUIVO:LINHA:REGISTRO="as NOME", ou --others new|skip.',
    'Nyatakan rekod yang dimaksudkan baris: FAIL:BARIS:REKOD=ID|new|skip atau FAIL:BARIS:REKOD="as NAMA", atau --others new|skip.',
  ),
  answered: (questions: number, id: string) =>
    words(
      `${questions} ${questions === 1 ? 'question is' : 'questions are'} answered. Go on with: holdfast imports run ${id}`,
      `${questions} ${questions === 1 ? 'pregunta respondida' : 'preguntas respondidas'}. Siga con: holdfast imports run ${id}`,
      `${questions} ${questions === 1 ? 'pergunta respondida' : 'perguntas respondidas'}. Continue com: holdfast imports run ${id}`,
      `${questions} soalan dijawab. Teruskan dengan: holdfast imports run ${id}`,
    ),
  noAnswer: (given: string) =>
    words(
      `"${given}" is not usable: write FILE:ROW:RECORD=RECORD_ID, or "new", "skip" or "as SYSTEM NAME" instead of the id.`,
      `"${given}" no sirve: escriba ARCHIVO:FILA:REGISTRO=ID, o "new", "skip" o "as SISTEMA NOMBRE" en vez del id.`,
      `"${given}" não serve: escreva ARQUIVO:LINHA:REGISTRO=ID, ou "new", "skip" ou "as SISTEMA NOME" em vez do id.`,
      `"${given}" tidak boleh digunakan: tulis FAIL:BARIS:REKOD=ID, atau "new", "skip" atau "as SISTEM NAMA" sebagai ganti id.`,
    ),
  severalQuestions: (given: string, keys: string) =>
    words(
      `"${given}" may be several questions: ${keys}.`,
      `"${given}" puede ser varias preguntas: ${keys}.`,
      `"${given}" pode ser várias perguntas: ${keys}.`,
      `"${given}" mungkin beberapa soalan: ${keys}.`,
    ),
  noneWaits: words(
    'No row waits for an answer.',
    'Ninguna fila espera respuesta.',
    'Nenhuma linha espera resposta.',
    'Tiada baris menunggu jawapan.',
  ),
  noneWaitsUnder: (given: string, keys: string) =>
    words(
      `No row waits under "${given}". There wait: ${keys}.`,
      `Ninguna fila espera como "${given}". Esperan: ${keys}.`,
      `Nenhuma linha espera como "${given}". Esperam: ${keys}.`,
      `Tiada baris menunggu sebagai "${given}". Yang menunggu: ${keys}.`,
    ),
  or: words('or', 'o', 'ou', 'atau'),
  by: (how: string) => words(`by ${how}`, `por ${how}`, `por ${how}`, `melalui ${how}`),
  ourReason: words(
    'It could not be done for a reason of our own. The server tries it again.',
    'No se pudo hacer por causa nuestra. El servidor lo vuelve a intentar.',
    'Não foi possível por motivo nosso. O servidor tenta de novo.',
    'Ia tidak dapat dibuat atas sebab kami. Pelayan akan mencuba semula.',
  ),

  noMapping: (path: string, why: string) =>
    words(
      `${path} is no mapping: ${why}`,
      `${path} no es una asignación: ${why}`,
      `${path} não é um mapeamento: ${why}`,
      `${path} bukan pemetaan: ${why}`,
    ),
  mappingNeeds: (path: string) =>
    words(
      `${path} is no mapping: it needs "records", and "columns" with their headers, as "holdfast imports mapping" writes them.`,
      `${path} no es una asignación: necesita "records", y "columns" con sus encabezados, como los escribe "holdfast imports mapping".`,
      `${path} não é um mapeamento: precisa de "records", e de "columns" com seus cabeçalhos, como "holdfast imports mapping" os grava.`,
      `${path} bukan pemetaan: ia memerlukan "records", dan "columns" dengan pengepalanya, seperti ditulis "holdfast imports mapping".`,
    ),
  noFileFits: (lacks: string) =>
    words(
      `No file has all columns of the mapping. ${lacks}`,
      `Ningún archivo tiene todas las columnas de la asignación. ${lacks}`,
      `Nenhum arquivo tem todas as colunas do mapeamento. ${lacks}`,
      `Tiada fail mempunyai semua lajur pemetaan. ${lacks}`,
    ),
  lacks: (file: string, columns: string) =>
    words(
      `${file} lacks: ${columns}.`,
      `A ${file} le faltan: ${columns}.`,
      `Faltam a ${file}: ${columns}.`,
      `${file} tiada: ${columns}.`,
    ),
  noCorrection: (given: string) =>
    words(
      `"${given}" is not usable: write COLUMN=RECORD.FIELD, or COLUMN= to leave it out.`,
      `"${given}" no sirve: escriba COLUMNA=REGISTRO.CAMPO, o COLUMNA= para omitirla.`,
      `"${given}" não serve: escreva COLUNA=REGISTRO.CAMPO, ou COLUNA= para deixá-la de fora.`,
      `"${given}" tidak boleh digunakan: tulis LAJUR=REKOD.MEDAN, atau LAJUR= untuk meninggalkannya.`,
    ),
  column: words('column', 'columna', 'coluna', 'lajur'),
  noTarget: (given: string) =>
    words(
      `"${given}" is not usable: write RECORD.FIELD, such as account.name.`,
      `"${given}" no sirve: escriba REGISTRO.CAMPO, como account.name.`,
      `"${given}" não serve: escreva REGISTRO.CAMPO, como account.name.`,
      `"${given}" tidak boleh digunakan: tulis REKOD.MEDAN, seperti account.name.`,
    ),
} as const satisfies Record<string, Words | Readonly<Record<string, Words>> | ((...given: never[]) => Words)>

/** What became of rows, each with how many: languages that would have to agree in number put it after the word. */
export const countOf: Readonly<Record<Exclude<keyof Counts, 'rows'>, (n: number) => Words>> = {
  created: (n) => words(`${n} created`, `creadas ${n}`, `criadas ${n}`, `${n} dicipta`),
  matched: (n) => words(`${n} matched`, `emparejadas ${n}`, `associadas ${n}`, `${n} dipadankan`),
  updated: (n) => words(`${n} updated`, `actualizadas ${n}`, `atualizadas ${n}`, `${n} dikemas kini`),
  unchanged: (n) => words(`${n} unchanged`, `sin cambios ${n}`, `sem mudança ${n}`, `${n} tidak berubah`),
  rejected: (n) => words(`${n} rejected`, `rechazadas ${n}`, `recusadas ${n}`, `${n} ditolak`),
  skipped: (n) => words(`${n} skipped`, `omitidas ${n}`, `ignoradas ${n}`, `${n} dilangkau`),
  repeated: (n) => words(`${n} repeated`, `repetidas ${n}`, `repetidas ${n}`, `${n} berulang`),
  question: (n) => words(`${n} question`, `por responder ${n}`, `a responder ${n}`, `${n} soalan`),
}

export const rowsIn = (n: number): Words =>
  words(
    `${n} ${n === 1 ? 'row' : 'rows'}`,
    `${n} ${n === 1 ? 'fila' : 'filas'}`,
    `${n} ${n === 1 ? 'linha' : 'linhas'}`,
    `${n} baris`,
  )
