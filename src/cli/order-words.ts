// An import as a thing of its own, in words: what its columns mean, and what is left to be mended or answered.
import type { FileView } from '../intake/index.ts'
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
  const { sheet = null, sheets = [] } = recognised ?? {}
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
    .map(aboutFile)
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

/** Sheets that are left out, since an import reads one of each workbook. */
export const sheetsInWords = (files: readonly FileView[], id: string): string[] =>
  files.map(aboutFile).flatMap(({ file, sheet, sheets }) => {
    const others = sheets.filter((each) => each !== sheet)
    if (others.length === 0 || sheet === null) return []
    return [told(says.sheetRead(file, sheet, others.map((each) => `"${each}"`).join(', '), id))]
  })

/** Whom and what a row speaks of, for whoever has to say which record that is. */
export const saysInWords = (says: Left['questions'][number]['says']): string =>
  says.map(({ object, values }) => `${object} ${Object.values(values).join(', ')}`).join('; ')

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
          ({ id, as, title }) => `    ${told(says.mayBe(title, `${file}:${row}:${record}=${id ?? as}`))}`,
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
