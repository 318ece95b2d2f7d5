// What the sheets of a workbook are called beside each other. A file's name holds no slash, so what follows one is a sheet.

/** The workbook that a source is of, or the file that it is. */
export const bookOf = (name: string): string => name.split('/', 1)[0] ?? name

/** The sheet that is read where none is named bears the workbook's own name, whichever others are taken beside it. */
export const calledIn = (book: string, sheet: string | null, main: string | null): string =>
  sheet === null || sheet === main ? book : `${book}/${sheet}`
