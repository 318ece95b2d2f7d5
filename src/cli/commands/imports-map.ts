// What the columns of an import mean: shown, corrected, printed to be mended, and kept for the next file.
import { type FileView, type ImportView, isKnown } from '../../intake/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, Refused, UsageError } from '../command.ts'
import { moment } from '../describe.ts'
import { withImport } from '../find-import.ts'
import { inWorkspace } from '../installation.ts'
import { corrected, mapAll, mappingIn } from '../mappings.ts'
import { aboutFile, columnsInWords } from '../order-words.ts'
import { countsInWords } from '../outcomes.ts'
import { pairs, table } from '../table.ts'

export const show = (call: Call): Promise<number> =>
  withImport(call, async (_, order) => {
    await call.out.answer(order, () => `${pairs(call.out, aboutOrder(order))}\n\n${columnsInWords(call, order.files)}`)
    return 0
  })

const aboutOrder = ({ id, name, state, createdAt, finishedAt, counts, preview, failure }: ImportView) => [
  ...([
    ['name', name],
    ['id', id],
    ['state', state],
    ['begun', moment(createdAt)],
  ] as const),
  ...(finishedAt ? [['ended', moment(finishedAt)] as const] : []),
  ...(counts ? [['done', countsInWords(counts)] as const] : []),
  ...(preview
    ? [['preview', `${countsInWords(preview.counts)}${preview.isStale ? ' (to be made again)' : ''}`] as const]
    : []),
  ...(failure ? [['failed', failure.message] as const] : []),
]

/** As JSON in any case: it is there to be mended and given back. */
export const mapping = (call: Call): Promise<number> =>
  withImport(call, async (_, order) => {
    const file = fileMeant(call, order)
    const { mapping: meaning } = 'mapping' in file ? file : { mapping: null }
    if (!meaning) throw new Refused('mapping_refused', `${file.name} has no columns to be mapped.`)
    await call.out.write(`${JSON.stringify(meaning, null, 2)}\n`)
    return 0
  })

/** Reads a file in another way than was recognised; what was said of it before stands, but another sheet has headings of its own. */
export function read(call: Call): Promise<number> {
  const [sheet, delimiter, encoding] = (['sheet', 'delimiter', 'encoding'] as const).map(call.option)
  const headerRow = call.wholeNumber('header-row', { least: 1, most: 1_000 })
  const said = {
    ...(delimiter === undefined ? {} : { delimiter: delimiters[oneOf('--delimiter', delimiter, delimiterNames)] }),
    ...(encoding === undefined ? {} : { encoding: oneOf('--encoding', encoding, encodings) }),
    ...(headerRow === undefined ? {} : { headerRow }),
  }
  if (sheet === undefined && Object.keys(said).length === 0)
    throw new UsageError('Say how: --sheet NAME, --header-row N, --delimiter CHARACTER or --encoding NAME.')
  return withImport(call, async ({ holdfast, actor }, order) => {
    const file = fileMeant(call, order)
    const { reading = {}, recognised } = 'reading' in file ? file : { recognised: null }
    const sheets = recognised?.sheets ?? []
    if (sheet !== undefined && !sheets.includes(sheet))
      throw new UsageError(
        `There is no sheet "${sheet}". There are: ${sheets.join(', ') || 'none, it is no workbook'}.`,
      )
    const shown = sheets.length > 1 && recognised?.sheet ? { sheet: recognised.sheet } : {}
    const anew = sheet === undefined ? { ...reading, ...shown, ...said } : { sheet, ...said }
    const { id, state, files } = await holdfast.imports.readAnew(actor, order.id, file.id, anew)
    await call.out.answer({ id, state, files: files.map(aboutFile) }, () => columnsInWords(call, files))
    return 0
  })
}

const delimiterNames = [',', ';', '|', 'tab'] as const
const delimiters = { ',': ',', ';': ';', '|': '|', tab: '\t' } as const
const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const

export function map(call: Call): Promise<number> {
  const [, , ...corrections] = call.words
  const [path, template] = [call.option('mapping'), call.option('keep')]
  if (corrections.length === 0 && path === undefined && template === undefined)
    throw new UsageError('Say what columns mean: COLUMN=RECORD.FIELD…, or --mapping FILE.json.')
  return withImport(call, async (place, order) => {
    const { imports } = place.holdfast
    const read = path === undefined ? null : await mappingIn(call, path)
    let view = read && !call.has('file') ? await mapAll(place, order, { mapping: read, template }) : order
    if (!read || call.has('file') || corrections.length > 0) {
      const file = fileMeant(call, view)
      const meaning = read && call.has('file') ? read : await corrected(place, file, corrections)
      view = await imports.map(place.actor, order.id, file.id, meaning, { template })
    }
    const { id, state, files } = view
    await call.out.answer({ id, state, files: files.map(aboutFile) }, () => columnsInWords(call, files))
    return 0
  })
}

/** The one of --file, or the only one there is to be said anything of. */
export function fileMeant(call: Call, { files }: ImportView): FileView {
  const named = call.option('file')
  const found = files.filter(({ name, id }) => named === undefined || name === named || id === named)
  const open = found.length > 1 ? found.filter((file) => !isKnown(file)) : found
  const [file] = open
  if (file && open.length === 1) return file
  const names = files.map(({ name }) => name).join(', ')
  throw new UsageError(
    named === undefined
      ? `Say which file with --file: ${names}.`
      : `There is no file "${named}" in it. There are: ${names}.`,
  )
}

export const templates = (call: Call): Promise<number> =>
  inWorkspace(call, async ({ holdfast, actor }) => {
    const kept = await holdfast.imports.templates(actor)
    await call.out.answer({ templates: kept }, () =>
      kept.length === 0
        ? 'No meaning of columns is kept. Keep one with: holdfast imports map ID --keep NAME'
        : table(
            call.out,
            ['Id', 'Name', 'Kept (UTC)', 'Columns'].map((title) => ({ title })),
            kept.map(({ id, name, savedAt, headers }) => [id, name, moment(savedAt), headers.join(', ')]),
          ),
    )
    return 0
  })

export const forget = (call: Call): Promise<number> =>
  inWorkspace(call, async ({ holdfast, actor }) => {
    const [, given = ''] = call.words
    const kept = await holdfast.imports.templates(actor)
    const { id = given } = kept.find((each) => each.name === given) ?? {}
    await holdfast.imports.dropTemplate(actor, id)
    await call.out.answer({ id, removed: true }, () => 'Forgotten: files with these columns are guessed again.')
    return 0
  })
