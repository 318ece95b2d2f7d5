// Why a file can't be read, in words for the person who sent it and in their language. A fault of one row is delivered with the row
// instead; what is thrown here ends the reading.
import { type Words, words } from '../../../dictionary/words.ts'
import { told } from '../../platform/index.ts'

/** A file that can't be read: a stable `code`, a sentence for people, and the line (or list ordinal) where known. */
export class UnreadableFile extends Error {
  readonly code: string
  readonly row: number | undefined
  /** The sentence in every language, for whoever keeps it. */
  readonly said: Words

  constructor(code: string, sentence: Words, row?: number) {
    super(told(sentence))
    this.name = 'UnreadableFile'
    this.code = code
    this.row = row
    this.said = sentence
  }
}

const number = (value: number): Words =>
  words(
    value.toLocaleString('en'),
    value.toLocaleString('es'),
    value.toLocaleString('pt-BR'),
    value.toLocaleString('ms'),
  )

/** Every way a file can be refused. */
export const refuse = {
  empty: () =>
    new UnreadableFile(
      'empty_file',
      words(
        'The file holds no rows. Check that the export finished, and send it again.',
        'El archivo no tiene filas. Compruebe que la exportación terminó y envíelo de nuevo.',
        'O arquivo não tem linhas. Verifique se a exportação terminou e envie de novo.',
        'Fail ini tiada baris. Semak sama ada eksport telah selesai, dan hantar semula.',
      ),
    ),

  looksLike: (what: Words, mend: Words) =>
    new UnreadableFile(
      'not_a_table',
      words(
        `This looks like ${what.en}, whatever its name says. ${mend.en}`,
        `Esto parece ${what.es}, diga lo que diga su nombre. ${mend.es}`,
        `Isto parece ${what.pt}, seja qual for o nome. ${mend.pt}`,
        `Ini nampaknya ${what.ms}, walau apa pun namanya. ${mend.ms}`,
      ),
    ),

  badBytes: (row: number) =>
    new UnreadableFile(
      'broken_text',
      words(
        `The file is UTF-8 text, but line ${row} holds bytes that are not. Save it again as “CSV UTF-8”, or mend that line.`,
        `El archivo es texto UTF-8, pero la línea ${row} tiene bytes que no lo son. Guárdelo de nuevo como “CSV UTF-8” o corrija esa línea.`,
        `O arquivo é texto UTF-8, mas a linha ${row} tem bytes que não são. Salve de novo como “CSV UTF-8” ou corrija essa linha.`,
        `Fail ini teks UTF-8, tetapi baris ${row} ada bait yang bukan. Simpan semula sebagai “CSV UTF-8”, atau betulkan baris itu.`,
      ),
      row,
    ),

  unknownEncoding: (row: number) =>
    new UnreadableFile(
      'unknown_encoding',
      words(
        `Line ${row} is neither UTF-8 nor Windows-1252 text. Save the file again as “CSV UTF-8”.`,
        `La línea ${row} no es texto UTF-8 ni Windows-1252. Guarde el archivo de nuevo como “CSV UTF-8”.`,
        `A linha ${row} não é texto UTF-8 nem Windows-1252. Salve o arquivo de novo como “CSV UTF-8”.`,
        `Baris ${row} bukan teks UTF-8 mahupun Windows-1252. Simpan semula fail sebagai “CSV UTF-8”.`,
      ),
      row,
    ),

  zeroBytes: (row: number) =>
    new UnreadableFile(
      'zero_bytes',
      words(
        `Line ${row} holds zero bytes, which no text has. The file is damaged or not a text file; export it again.`,
        `La línea ${row} tiene bytes nulos, que ningún texto tiene. El archivo está dañado o no es de texto; expórtelo de nuevo.`,
        `A linha ${row} tem bytes nulos, que nenhum texto tem. O arquivo está danificado ou não é de texto; exporte de novo.`,
        `Baris ${row} ada bait sifar, yang tiada dalam mana-mana teks. Fail rosak atau bukan fail teks; eksport semula.`,
      ),
      row,
    ),

  unclosedQuote: (row: number) =>
    new UnreadableFile(
      'unclosed_quote',
      words(
        `The row that starts on line ${row} opens a quotation mark that is never closed. Close it, or export the file again if it was cut short.`,
        `La fila que empieza en la línea ${row} abre unas comillas que no se cierran. Ciérrelas, o exporte el archivo de nuevo si quedó cortado.`,
        `A linha que começa na linha ${row} abre aspas que não se fecham. Feche-as, ou exporte o arquivo de novo se foi cortado.`,
        `Baris yang bermula pada baris ${row} membuka tanda petik yang tidak ditutup. Tutupnya, atau eksport semula fail jika terpotong.`,
      ),
      row,
    ),

  recordTooLong: (row: number, limit: number) =>
    new UnreadableFile(
      'row_too_long',
      words(
        `The row that starts on line ${row} is longer than ${number(limit).en} characters. Shorten it, or close the quotation mark it opens.`,
        `La fila que empieza en la línea ${row} tiene más de ${number(limit).es} caracteres. Acórtela, o cierre las comillas que abre.`,
        `A linha que começa na linha ${row} tem mais de ${number(limit).pt} caracteres. Encurte-a, ou feche as aspas que ela abre.`,
        `Baris yang bermula pada baris ${row} melebihi ${number(limit).ms} aksara. Pendekkan, atau tutup tanda petik yang dibukanya.`,
      ),
      row,
    ),

  tooManyColumns: (row: number, limit: number) =>
    new UnreadableFile(
      'too_many_columns',
      words(
        `Line ${row} has more than ${number(limit).en} columns. Remove the columns that are not needed.`,
        `La línea ${row} tiene más de ${number(limit).es} columnas. Quite las que no hagan falta.`,
        `A linha ${row} tem mais de ${number(limit).pt} colunas. Remova as que não forem necessárias.`,
        `Baris ${row} ada lebih daripada ${number(limit).ms} lajur. Buang lajur yang tidak diperlukan.`,
      ),
      row,
    ),

  /** `what`: in the words of who reads JSON, which are English. */
  badJson: (row: number, what: string) =>
    new UnreadableFile(
      'not_json',
      words(
        `Line ${row} is not valid JSON: ${what}. Export the file again, or mend that line.`,
        `La línea ${row} no es JSON válido: ${what}. Exporte el archivo de nuevo o corrija esa línea.`,
        `A linha ${row} não é JSON válido: ${what}. Exporte o arquivo de novo ou corrija essa linha.`,
        `Baris ${row} bukan JSON yang sah: ${what}. Eksport semula fail, atau betulkan baris itu.`,
      ),
      row,
    ),

  cutShort: (row: number) =>
    new UnreadableFile(
      'cut_short',
      words(
        `The file ends on line ${row} in the middle of its content. Export it again.`,
        `El archivo termina en la línea ${row}, en medio de su contenido. Expórtelo de nuevo.`,
        `O arquivo termina na linha ${row}, no meio do conteúdo. Exporte de novo.`,
        `Fail tamat pada baris ${row} di tengah-tengah kandungannya. Eksport semula.`,
      ),
      row,
    ),

  noList: () =>
    new UnreadableFile(
      'no_list',
      words(
        'The JSON has no list of records at its top level, such as {"data": [{…}]}. Export the list itself.',
        'El JSON no tiene una lista de registros en su primer nivel, como {"data": [{…}]}. Exporte la lista misma.',
        'O JSON não tem uma lista de registros no primeiro nível, como {"data": [{…}]}. Exporte a própria lista.',
        'JSON ini tiada senarai rekod pada aras teratas, seperti {"data": [{…}]}. Eksport senarai itu sendiri.',
      ),
    ),

  itemTooLong: (row: number, limit: number) =>
    new UnreadableFile(
      'item_too_long',
      words(
        `A value that starts on line ${row} is longer than ${number(limit).en} characters. Split the file.`,
        `Un valor que empieza en la línea ${row} tiene más de ${number(limit).es} caracteres. Divida el archivo.`,
        `Um valor que começa na linha ${row} tem mais de ${number(limit).pt} caracteres. Divida o arquivo.`,
        `Satu nilai yang bermula pada baris ${row} melebihi ${number(limit).ms} aksara. Pecahkan fail.`,
      ),
      row,
    ),

  tooDeep: (row: number, limit: number) =>
    new UnreadableFile(
      'too_deep',
      words(
        `A record on line ${row} is nested more than ${limit} levels deep. Export it flatter.`,
        `Un registro de la línea ${row} tiene más de ${limit} niveles anidados. Expórtelo más plano.`,
        `Um registro da linha ${row} tem mais de ${limit} níveis aninhados. Exporte-o mais plano.`,
        `Satu rekod pada baris ${row} bersarang lebih daripada ${limit} aras. Eksport dengan lebih rata.`,
      ),
      row,
    ),

  noSheet: (sheet: string, sheets: readonly string[]) => {
    const there = sheets.map((each) => `“${each}”`).join(', ')
    return new UnreadableFile(
      'no_such_sheet',
      words(
        `The workbook has no sheet “${sheet}” that can be seen. It has: ${there}.`,
        `El libro no tiene una hoja visible “${sheet}”. Tiene: ${there}.`,
        `A pasta de trabalho não tem uma planilha visível “${sheet}”. Tem: ${there}.`,
        `Buku kerja tiada helaian “${sheet}” yang dapat dilihat. Yang ada: ${there}.`,
      ),
    )
  },

  noTable: () =>
    new UnreadableFile(
      'no_table',
      words(
        'It does not look like a table: a row of headings with rows under it.',
        'No parece una tabla: una fila de encabezados con filas debajo.',
        'Não parece uma tabela: uma linha de cabeçalhos com linhas abaixo.',
        'Ia tidak kelihatan seperti jadual: satu baris tajuk dengan baris di bawahnya.',
      ),
    ),

  noMeaning: () =>
    new UnreadableFile(
      'no_meaning',
      words(
        'Nothing tells what its columns mean. Take it, and say so.',
        'Nada indica qué significan sus columnas. Tómela e indíquelo.',
        'Nada indica o que as colunas significam. Inclua-a e diga o que são.',
        'Tiada apa-apa yang menunjukkan maksud lajurnya. Ambil dan nyatakannya.',
      ),
    ),

  notBefore: () =>
    new UnreadableFile(
      'not_before',
      words(
        'It was not taken the last time.',
        'No se tomó la última vez.',
        'Não foi incluída na última vez.',
        'Ia tidak diambil kali terakhir.',
      ),
    ),

  noRoom: (limit: number) =>
    new UnreadableFile(
      'no_room',
      words(
        `An import takes ${limit} files and sheets at most.`,
        `Una importación admite ${limit} archivos y hojas como máximo.`,
        `Uma importação aceita no máximo ${limit} arquivos e planilhas.`,
        `Satu import menerima paling banyak ${limit} fail dan helaian.`,
      ),
    ),

  brokenWorkbook: (what: Words) =>
    new UnreadableFile(
      'broken_workbook',
      words(
        `The workbook can't be opened: ${what.en}. Open it in a spreadsheet program and save it again.`,
        `El libro no se puede abrir: ${what.es}. Ábralo en un programa de hojas de cálculo y guárdelo de nuevo.`,
        `A pasta de trabalho não abre: ${what.pt}. Abra-a em um programa de planilhas e salve de novo.`,
        `Buku kerja tidak dapat dibuka: ${what.ms}. Buka dalam program hamparan dan simpan semula.`,
      ),
    ),

  workbookTooBig: (what: Words) =>
    new UnreadableFile(
      'workbook_too_big',
      words(
        `${what.en} Save the sheet as CSV and send that.`,
        `${what.es} Guarde la hoja como CSV y envíela.`,
        `${what.pt} Salve a planilha como CSV e envie-a.`,
        `${what.ms} Simpan helaian sebagai CSV dan hantarkannya.`,
      ),
    ),
}
