// A controlled list and the words that mean each of its values: term, language, word.
import { fold, manifest, words } from '../../../../dictionary/index.ts'
import { faultOf } from '../../../platform/index.ts'
import type { Opened } from '../../reading/index.ts'
import type { Shape } from '../shape.ts'
import { eachRow } from './table.ts'

export const vocabularyFile: Shape = {
  name: 'controlled list',
  system: 'hand',
  rank: 0,
  isByHand: true,
  recognise: (opened) => vocabularyOf(opened) !== null,
  async *read(opened) {
    const vocabulary = vocabularyOf(opened) ?? ''
    yield* eachRow(opened, (cells, row) => {
      const value = cells[vocabulary] ?? ''
      const word = cells['word'] ?? ''
      if (!value || !word)
        return {
          row,
          faults: [
            faultOf(
              'missing_required',
              null,
              words(
                'A line of a list needs its value and a word that means it.',
                'Una línea de una lista necesita su valor y una palabra que lo signifique.',
                'Uma linha de uma lista precisa do seu valor e de uma palavra que o signifique.',
                'Baris senarai memerlukan nilainya dan perkataan yang membawa maksudnya.',
              ),
            ),
          ],
        }
      return {
        row,
        term: {
          vocabulary,
          term: { value, label: words(value, value, value, value), synonyms: fold(word) === fold(value) ? [] : [word] },
        },
      }
    })
  },
}

function vocabularyOf(opened: Opened): string | null {
  if (opened.kind !== 'table' || opened.shape.columns.length > 4) return null
  const headers = opened.shape.columns.map((column) => column.header)
  return headers.includes('word') ? (headers.find((header) => manifest.vocabularies.has(header)) ?? null) : null
}
