// Why a file can't be read, in words for the person who sent it. A fault of one row is delivered with the row
// instead; what is thrown here ends the reading.

/** A file that can't be read: a stable `code`, a sentence for people, and the line (or list ordinal) where known. */
export class UnreadableFile extends Error {
  readonly code: string
  readonly row: number | undefined

  constructor(code: string, sentence: string, row?: number) {
    super(sentence)
    this.name = 'UnreadableFile'
    this.code = code
    this.row = row
  }
}

/** Every way a file can be refused. */
export const refuse = {
  empty: () =>
    new UnreadableFile('empty_file', 'The file holds no rows. Check that the export finished, and send it again.'),

  looksLike: (what: string, mend: string) =>
    new UnreadableFile('not_a_table', `This looks like ${what}, whatever its name says. ${mend}`),

  badBytes: (row: number) =>
    new UnreadableFile(
      'broken_text',
      `The file is UTF-8 text, but line ${row} holds bytes that are not. Save it again as “CSV UTF-8”, or mend that line.`,
      row,
    ),

  unknownEncoding: (row: number) =>
    new UnreadableFile(
      'unknown_encoding',
      `Line ${row} is neither UTF-8 nor Windows-1252 text. Save the file again as “CSV UTF-8”.`,
      row,
    ),

  zeroBytes: (row: number) =>
    new UnreadableFile(
      'zero_bytes',
      `Line ${row} holds zero bytes, which no text has. The file is damaged or not a text file; export it again.`,
      row,
    ),

  unclosedQuote: (row: number) =>
    new UnreadableFile(
      'unclosed_quote',
      `The row that starts on line ${row} opens a quotation mark that is never closed. Close it, or export the file again if it was cut short.`,
      row,
    ),

  recordTooLong: (row: number, limit: number) =>
    new UnreadableFile(
      'row_too_long',
      `The row that starts on line ${row} is longer than ${limit.toLocaleString('en')} characters. Shorten it, or close the quotation mark it opens.`,
      row,
    ),

  tooManyColumns: (row: number, limit: number) =>
    new UnreadableFile(
      'too_many_columns',
      `Line ${row} has more than ${limit.toLocaleString('en')} columns. Remove the columns that are not needed.`,
      row,
    ),

  badJson: (row: number, what: string) =>
    new UnreadableFile(
      'not_json',
      `Line ${row} is not valid JSON: ${what}. Export the file again, or mend that line.`,
      row,
    ),

  cutShort: (row: number) =>
    new UnreadableFile('cut_short', `The file ends on line ${row} in the middle of its content. Export it again.`, row),

  noList: () =>
    new UnreadableFile(
      'no_list',
      'The JSON has no list of records at its top level, such as {"data": [{…}]}. Export the list itself.',
    ),

  itemTooLong: (row: number, limit: number) =>
    new UnreadableFile(
      'item_too_long',
      `A value that starts on line ${row} is longer than ${limit.toLocaleString('en')} characters. Split the file.`,
      row,
    ),

  tooDeep: (row: number, limit: number) =>
    new UnreadableFile(
      'too_deep',
      `A record on line ${row} is nested more than ${limit} levels deep. Export it flatter.`,
      row,
    ),

  brokenWorkbook: (what: string) =>
    new UnreadableFile(
      'broken_workbook',
      `The workbook can't be opened: ${what}. Open it in a spreadsheet program and save it again.`,
    ),

  workbookTooBig: (what: string) =>
    new UnreadableFile('workbook_too_big', `${what} Save the sheet as CSV and send that.`),
}
