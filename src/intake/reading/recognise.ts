// What the first bytes say a file is. The name is never asked: exports arrive renamed.
import { type Words, words } from '../../../dictionary/words.ts'
import { refuse } from './unreadable.ts'

/** Tells a workbook (a zip) from text; throws `UnreadableFile` for what is known to be neither. */
export function recognise(prefix: Buffer): 'zip' | 'text' {
  if (prefix.length === 0) throw refuse.empty()
  if (starts(prefix, 'PK\x03\x04') || starts(prefix, 'PK\x05\x06')) return 'zip'
  for (const [magic, what, mend] of binaries) if (starts(prefix, magic)) throw refuse.looksLike(what, mend)
  const opening = prefix
    .subarray(0, 512)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  for (const [tag, what] of markups) if (opening.startsWith(tag)) throw refuse.looksLike(what, saveAsCsv)
  return 'text'
}

const saveAsCsv = words(
  'Open it in a spreadsheet program and save it as XLSX or “CSV UTF-8”.',
  'Ábralo en un programa de hojas de cálculo y guárdelo como XLSX o “CSV UTF-8”.',
  'Abra em um programa de planilhas e salve como XLSX ou “CSV UTF-8”.',
  'Buka dalam program hamparan dan simpan sebagai XLSX atau “CSV UTF-8”.',
)
const exportInstead = words(
  'Export the data as CSV, XLSX or JSON instead.',
  'Exporte los datos como CSV, XLSX o JSON.',
  'Exporte os dados como CSV, XLSX ou JSON.',
  'Eksport data sebagai CSV, XLSX atau JSON.',
)
export const unpackFirst = words(
  'Unpack it, and send the file inside.',
  'Descomprímalo y envíe el archivo que contiene.',
  'Descompacte e envie o arquivo que está dentro.',
  'Nyahmampat, dan hantar fail di dalamnya.',
)

const binaries: [magic: string, what: Words, mend: Words][] = [
  [
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    words(
      'an old Excel workbook (.xls) or one locked with a password',
      'un libro de Excel antiguo (.xls) o protegido con contraseña',
      'uma pasta do Excel antiga (.xls) ou protegida por senha',
      'buku kerja Excel lama (.xls) atau yang dikunci dengan kata laluan',
    ),
    saveAsCsv,
  ],
  [
    '\x09\x08\x10\x00\x00\x06\x05\x00',
    words(
      'an old Excel workbook (.xls)',
      'un libro de Excel antiguo (.xls)',
      'uma pasta do Excel antiga (.xls)',
      'buku kerja Excel lama (.xls)',
    ),
    saveAsCsv,
  ],
  ['%PDF-', words('a PDF', 'un PDF', 'um PDF', 'PDF'), exportInstead],
  ['\x89PNG', words('a PNG picture', 'una imagen PNG', 'uma imagem PNG', 'gambar PNG'), exportInstead],
  ['\xff\xd8\xff', words('a JPEG picture', 'una imagen JPEG', 'uma imagem JPEG', 'gambar JPEG'), exportInstead],
  ['GIF8', words('a GIF picture', 'una imagen GIF', 'uma imagem GIF', 'gambar GIF'), exportInstead],
  ['II*\x00', words('a TIFF picture', 'una imagen TIFF', 'uma imagem TIFF', 'gambar TIFF'), exportInstead],
  ['MM\x00*', words('a TIFF picture', 'una imagen TIFF', 'uma imagem TIFF', 'gambar TIFF'), exportInstead],
  [
    '{\\rtf',
    words(
      'a word-processor document (RTF)',
      'un documento de texto (RTF)',
      'um documento de texto (RTF)',
      'dokumen pemproses kata (RTF)',
    ),
    exportInstead,
  ],
  ['\x1f\x8b', words('a gzip archive', 'un archivo gzip', 'um arquivo gzip', 'arkib gzip'), unpackFirst],
  ['Rar!', words('a RAR archive', 'un archivo RAR', 'um arquivo RAR', 'arkib RAR'), unpackFirst],
  ['7z\xbc\xaf\x27\x1c', words('a 7-Zip archive', 'un archivo 7-Zip', 'um arquivo 7-Zip', 'arkib 7-Zip'), unpackFirst],
  ['BZh', words('a bzip2 archive', 'un archivo bzip2', 'um arquivo bzip2', 'arkib bzip2'), unpackFirst],
  [
    '\x28\xb5\x2f\xfd',
    words('a Zstandard archive', 'un archivo Zstandard', 'um arquivo Zstandard', 'arkib Zstandard'),
    unpackFirst,
  ],
  [
    'SQLite format 3\x00',
    words('an SQLite database', 'una base de datos SQLite', 'um banco de dados SQLite', 'pangkalan data SQLite'),
    exportInstead,
  ],
  ['PAR1', words('a Parquet file', 'un archivo Parquet', 'um arquivo Parquet', 'fail Parquet'), exportInstead],
  ['\x7fELF', words('a program', 'un programa', 'um programa', 'atur cara'), exportInstead],
  ['MZ\x90\x00', words('a program', 'un programa', 'um programa', 'atur cara'), exportInstead],
]

const markups: [tag: string, what: Words][] = [
  ['<!doctype html', words('a web page', 'una página web', 'uma página da web', 'laman web')],
  ['<html', words('a web page', 'una página web', 'uma página da web', 'laman web')],
  ['<table', words('a web page', 'una página web', 'uma página da web', 'laman web')],
  ['<?xml', words('an XML document', 'un documento XML', 'um documento XML', 'dokumen XML')],
]

function starts(prefix: Buffer, magic: string): boolean {
  return prefix.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'))
}
