// What "ask", "get", "history" and "sources" say.
import { words } from '../../../dictionary/words.ts'

export const says = {
  format: words('format', 'formato', 'formato', 'format'),
  kindOfHeaders: words('kind of headers', 'tipo de encabezados', 'tipo de cabeçalhos', 'jenis pengepala'),
  tableForPeople: words(
    'A table is for people: give the file another --format.',
    'Una tabla es para personas: dé al archivo otro --format.',
    'Uma tabela é para pessoas: dê ao arquivo outro --format.',
    'Jadual adalah untuk manusia: beri fail --format yang lain.',
  ),
  nothingToLookAt: (format: string) =>
    words(
      `${format} is nothing to look at: say where to write it with --out FILE.`,
      `${format} no es para mirarlo: diga dónde escribirlo con --out ARCHIVO.`,
      `${format} não é para ser visto: diga onde gravar com --out ARQUIVO.`,
      `${format} bukan untuk dilihat: nyatakan tempat menulisnya dengan --out FAIL.`,
    ),
  written: (file: string) => words(`Written: ${file}`, `Escrito: ${file}`, `Gravado: ${file}`, `Ditulis: ${file}`),
  notJson: (why: string) =>
    words(
      `The question begins like JSON and isn't: ${why}.`,
      `La pregunta empieza como JSON y no lo es: ${why}.`,
      `A pergunta começa como JSON e não é: ${why}.`,
      `Soalan bermula seperti JSON tetapi bukan: ${why}.`,
    ),
  rows: (n: number) =>
    words(
      `${n} ${n === 1 ? 'row' : 'rows'}.`,
      `${n} ${n === 1 ? 'fila' : 'filas'}.`,
      `${n} ${n === 1 ? 'linha' : 'linhas'}.`,
      `${n} baris.`,
    ),
  heldBack: words(
    'Groups too small to be shown are left out.',
    'Se omiten los grupos demasiado pequeños para mostrarse.',
    'Grupos pequenos demais para serem mostrados ficam de fora.',
    'Kumpulan yang terlalu kecil untuk ditunjukkan ditinggalkan.',
  ),
  thereAreMore: words(
    'There are more: add --all, or raise "limit".',
    'Hay más: añada --all o suba "limit".',
    'Há mais: acrescente --all ou aumente "limit".',
    'Ada lagi: tambah --all, atau naikkan "limit".',
  ),

  sourcesAreNow: words(
    '--sources tells what the systems say now; ask for it without --as-of.',
    '--sources dice lo que los sistemas dicen ahora; pídalo sin --as-of.',
    '--sources diz o que os sistemas dizem agora; peça sem --as-of.',
    '--sources memberitahu kata sistem sekarang; minta tanpa --as-of.',
  ),
  version: (id: string, version: string) =>
    words(
      `${id}, version ${version}`,
      `${id}, versión ${version}`,
      `${id}, versão ${version}`,
      `${id}, versi ${version}`,
    ),
  changed: (at: string) => words(`changed ${at}`, `cambiado ${at}`, `alterado ${at}`, `diubah ${at}`),
  finalWord: words(
    'whose word is final',
    'cuya palabra es definitiva',
    'cuja palavra é definitiva',
    'yang katanya muktamad',
  ),
  workedOut: words(
    'worked out by Holdfast',
    'calculado por Holdfast',
    'calculado pelo Holdfast',
    'dikira oleh Holdfast',
  ),
  other: words('other', 'otro', 'outro', 'lain'),
  nothing: words('(nothing)', '(nada)', '(nada)', '(tiada)'),
  said: (at: string) => words(`said ${at}`, `dicho ${at}`, `dito ${at}`, `dikatakan ${at}`),
  heard: (at: string) => words(`heard ${at}`, `recibido ${at}`, `recebido ${at}`, `didengar ${at}`),
  verified: (on: string) => words(`verified ${on}`, `verificado ${on}`, `verificado ${on}`, `disahkan ${on}`),
  inFile: (file: string, lines: string | null) => {
    const line = (word: string) => (lines === null ? '' : ` ${word} ${lines}`)
    return words(
      `in ${file}${line('line')}`,
      `en ${file}${line('línea')}`,
      `em ${file}${line('linha')}`,
      `dalam ${file}${line('baris')}`,
    )
  },

  older: (act: string) =>
    words(
      `Older: add --before ${act}`,
      `Anteriores: añada --before ${act}`,
      `Anteriores: acrescente --before ${act}`,
      `Lebih lama: tambah --before ${act}`,
    ),
  nothingHappened: words(
    'Nothing happened that you may see.',
    'No pasó nada que usted pueda ver.',
    'Nada aconteceu que você possa ver.',
    'Tiada apa-apa berlaku yang boleh anda lihat.',
  ),
  byHand: words('by hand', 'a mano', 'à mão', 'dengan tangan'),
  key: (name: string) => words(`key ${name}`, `clave ${name}`, `chave ${name}`, `kunci ${name}`),
  yes: words('yes', 'sí', 'sim', 'ya'),
  no: words('no', 'no', 'não', 'tidak'),
}
