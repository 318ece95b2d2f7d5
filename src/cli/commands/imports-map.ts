// What the columns of an import mean: shown, corrected, printed to be mended, and kept for the next file.
import { type FileView, type ImportView, isKnown } from '../../intake/index.ts'
import { told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, Refused, UsageError } from '../command.ts'
import { moment } from '../describe.ts'
import { withImport } from '../find-import.ts'
import { inWorkspace } from '../installation.ts'
import { corrected, mapAll, mappingIn } from '../mappings.ts'
import { aboutFile, calledAs, columnsInWords } from '../order-words.ts'
import { countsInWords } from '../outcomes.ts'
import { pairs, table } from '../table.ts'
import { stateInWords } from '../words/codes.ts'
import { headed } from '../words/columns.ts'
import { says as framed, thereAre } from '../words/frame.ts'
import { says } from '../words/imports.ts'

export const show = (call: Call): Promise<number> =>
  withImport(call, async (_, order) => {
    await call.out.answer(order, () => `${pairs(call.out, aboutOrder(order))}\n\n${columnsInWords(call, order.files)}`)
    return 0
  })

const aboutOrder = ({ id, name, state, createdAt, finishedAt, counts, preview, failure }: ImportView) => [
  ...([
    [told(says.about.name), name],
    [told(says.about.id), id],
    [told(says.about.state), stateInWords(state)],
    [told(says.about.begun), moment(createdAt)],
  ] as const),
  ...(finishedAt ? [[told(says.about.ended), moment(finishedAt)] as const] : []),
  ...(counts ? [[told(says.about.done), countsInWords(counts)] as const] : []),
  ...(preview
    ? [
        [
          told(says.about.preview),
          `${countsInWords(preview.counts)}${preview.isStale ? ` ${told(says.stale)}` : ''}`,
        ] as const,
      ]
    : []),
  ...(failure ? [[told(says.about.failed), failure.message] as const] : []),
]

/** As JSON in any case: it is there to be mended and given back. */
export const mapping = (call: Call): Promise<number> =>
  withImport(call, async (_, order) => {
    const file = fileMeant(call, order)
    const { mapping: meaning } = 'mapping' in file ? file : { mapping: null }
    if (!meaning) throw new Refused('mapping_refused', told(says.noColumns(file.name)))
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
  if (sheet === undefined && Object.keys(said).length === 0) throw new UsageError(says.sayHow)
  return withImport(call, async ({ holdfast, actor }, order) => {
    const file = fileMeant(call, order)
    const { reading = {}, recognised } = 'reading' in file ? file : { recognised: null }
    const sheets = recognised?.sheets ?? []
    if (sheet !== undefined && !sheets.includes(sheet))
      throw new UsageError(
        framed.noneOf(says.sheet, sheet, sheets.length > 0 ? thereAre(sheets.join(', ')) : says.noSheets),
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
  if (corrections.length === 0 && path === undefined && template === undefined) throw new UsageError(says.sayWhat)
  return withImport(call, async (place, order) => {
    const { imports } = place.holdfast
    const read = path === undefined ? null : await mappingIn(call, path)
    let view = read && !call.has('file') ? await mapAll(place, order, { mapping: read, template }) : order
    if (!read || call.has('file') || corrections.length > 0) {
      const file = fileMeant(call, view)
      const meaning = read && call.has('file') ? read : corrected(file, corrections)
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
  const found = files.filter(
    (file) => named === undefined || [file.name, file.id, calledAs(file), aboutFile(file).sheet].includes(named),
  )
  const open = found.length > 1 ? found.filter((file) => !isKnown(file)) : found
  const [file] = open
  if (file && open.length === 1) return file
  const names = files.map(calledAs).join(', ')
  throw new UsageError(named === undefined ? says.whichFile(names) : says.noFile(named, names))
}

export const templates = (call: Call): Promise<number> =>
  inWorkspace(call, async ({ holdfast, actor }) => {
    const kept = await holdfast.imports.templates(actor)
    await call.out.answer({ templates: kept }, () =>
      kept.length === 0
        ? told(says.noTemplates)
        : table(
            call.out,
            headed('id', 'name', 'keptUtc', 'columns'),
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
    await call.out.answer({ id, removed: true }, () => told(says.forgotten))
    return 0
  })
