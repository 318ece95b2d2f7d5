// An import as a thing of its own, in words: what its columns mean, and what is left to be mended or answered.
import { bookOf, type FileView } from '../intake/index.ts'
import { told } from '../platform/index.ts'
import type { Call } from './command.ts'
import type { Left } from './import-orders.ts'
import { rejectsInWords } from './outcomes.ts'
import { table } from './table.ts'
import { headed } from './words/columns.ts'
import { says } from './words/imports.ts'

/** What a file is taken for, as far as it was understood. */
export function aboutFile(file: FileView) {
  const { id, name, size, state, failure } = file
  const { recognised = null, mapping = null, mappedBy = null } = 'recognised' in file ? file : {}
  const unknown = recognised?.shape == null ? (recognised?.columns ?? []) : []
  const columns = mapping
    ? mapping.columns.map(({ header, to, confidence, because }) => ({
        ...{ header, record: to?.record ?? null, field: to?.field ?? null, confidence, because },
      }))
    : unknown.map(({ header }) => ({ header, record: null, field: null, confidence: 0, because: 'nothing' as const }))
  const { sheet = null } = recognised ?? {}
  const sheets = sheetsOf(file)
  return {
    id,
    file: name,
    size,
    state,
    sheet,
    sheets,
    shape: recognised?.shape ?? null,
    mappedBy,
    columns,
    mapping,
    failure,
  }
}

export function columnsInWords(call: Call, files: readonly FileView[]): string {
  const rows = files
    .map((each) => ({ ...aboutFile(each), file: calledAs(each) }))
    .flatMap(({ file, shape, mappedBy, columns, failure }) =>
      columns.length === 0
        ? [[file, '', shape ?? failure?.message ?? told(says.notKnownFile), '']]
        : columns.map(({ header, record, field, confidence }) => [
            ...[file, header, field === null ? told(says.leftOut) : `${record}.${field}`],
            mappedBy === 'guess' && field !== null ? told(says.guessed(Math.round(confidence * 100))) : '',
          ]),
    )
  return table(call.out, headed('file', 'column', 'means', null), rows)
}

/** All sheets of its workbook, where there are several. */
export const sheetsOf = (file: FileView) => ('sheets' in file ? file.sheets : [])

/** Sheets that were left out of each workbook, with why, where nobody asked for that. */
export function sheetsInWords(files: readonly FileView[], id: string): string[] {
  const said = new Set<string>()
  const lines = files.flatMap((file) => {
    const all = sheetsOf(file)
    if (said.has(file.id)) return []
    for (const sheet of all) if (sheet.file) said.add(sheet.file)
    return all.flatMap(({ name, file: taken, why }) =>
      taken ? [] : [told(says.sheetLeft(bookOf(file.name), name, why?.message ?? ''))],
    )
  })
  return lines.length === 0 ? [] : [...lines, told(says.chooseSheets(id))]
}

/** A file by its name; a sheet by its workbook and itself, where others of it are taken too. */
export function calledAs(file: FileView): string {
  const own = sheetsOf(file).filter((sheet) => sheet.file !== null)
  const sheet = own.find((each) => each.file === file.id)
  return sheet && own.length > 1 ? `${bookOf(file.name)}/${sheet.name}` : file.name
}

/** Whom and what a row speaks of, for whoever has to say which record that is. */
export const saysInWords = (says: Left['questions'][number]['says']): string =>
  says.map(({ object, values }) => `${object} ${Object.values(values).join(', ')}`).join('; ')

type About = { title: string | null; says?: Readonly<Record<string, string>> }

/** Its name, and what else it says in the fields that the row speaks of. */
const candidateInWords = ({ title, says = {} }: About): string | null => {
  const others = Object.values(says).filter((text) => text !== title)
  return others.length > 0 ? [title ?? '?', ...others].join(', ') : title
}

const mostShown = 20

/** Rows that were refused, and those that wait, each with the records it may mean and the word that answers it. */
export function leftInWords({ rejects, questions }: Left, id: string | null): string[] {
  const n = questions.length
  if (n === 0) return rejectsInWords(rejects)
  const waiting = questions
    .slice(0, mostShown)
    .flatMap(({ file, row, says: spokenOf, records }) => [
      `  ${told(says.aboutRow(file, row, saysInWords(spokenOf)))}`,
      ...records.flatMap(({ record, candidates }) =>
        (candidates ?? []).map(
          ({ id, as, ...about }) =>
            `    ${told(says.mayBe(candidateInWords(about), `${file}:${row}:${record}=${id ?? as}`))}`,
        ),
      ),
    ])
  return [
    ...rejectsInWords(rejects),
    told(says.waiting(n)),
    ...waiting,
    ...(n > mostShown ? [`  ${told(says.more(n - mostShown))}`] : []),
    ...(id === null ? [] : [told(says.answerWith(id))]),
  ]
}
