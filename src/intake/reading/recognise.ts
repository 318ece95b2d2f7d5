// What the first bytes say a file is. The name is never asked: exports arrive renamed.
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

const saveAsCsv = 'Open it in a spreadsheet program and save it as XLSX or “CSV UTF-8”.'
const exportInstead = 'Export the data as CSV, XLSX or JSON instead.'
const unpackFirst = 'Unpack it, and send the file inside.'

const binaries: [magic: string, what: string, mend: string][] = [
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Excel workbook (.xls) or one locked with a password', saveAsCsv],
  ['\x09\x08\x10\x00\x00\x06\x05\x00', 'an old Excel workbook (.xls)', saveAsCsv],
  ['%PDF-', 'a PDF', exportInstead],
  ['\x89PNG', 'a PNG picture', exportInstead],
  ['\xff\xd8\xff', 'a JPEG picture', exportInstead],
  ['GIF8', 'a GIF picture', exportInstead],
  ['II*\x00', 'a TIFF picture', exportInstead],
  ['MM\x00*', 'a TIFF picture', exportInstead],
  ['{\\rtf', 'a word-processor document (RTF)', exportInstead],
  ['\x1f\x8b', 'a gzip archive', unpackFirst],
  ['Rar!', 'a RAR archive', unpackFirst],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive', unpackFirst],
  ['BZh', 'a bzip2 archive', unpackFirst],
  ['\x28\xb5\x2f\xfd', 'a Zstandard archive', unpackFirst],
  ['SQLite format 3\x00', 'an SQLite database', exportInstead],
  ['PAR1', 'a Parquet file', exportInstead],
  ['\x7fELF', 'a program', exportInstead],
  ['MZ\x90\x00', 'a program', exportInstead],
]

const markups: [tag: string, what: string][] = [
  ['<!doctype html', 'a web page'],
  ['<html', 'a web page'],
  ['<table', 'a web page'],
  ['<?xml', 'an XML document'],
]

function starts(prefix: Buffer, magic: string): boolean {
  return prefix.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'))
}
