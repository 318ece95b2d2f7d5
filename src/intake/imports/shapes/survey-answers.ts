import type { Shape } from '../shape.ts'
import { eachRow, filled, hasColumns, momentOf } from './table.ts'

/** NPS answers. A score that is none is set aside and the words are kept: they are what the customer said. */
export const surveyAnswers: Shape = {
  name: 'survey answers',
  system: 'survey',
  rank: 41,
  isByHand: false,
  recognise: (opened) => hasColumns(opened, 'response_id', 'responded_at', 'score'),
  async *read(opened, { file }) {
    const seen = new Set<string>()
    yield* eachRow(opened, (cells, row) => {
      const id = cells['response_id'] ?? ''
      if (seen.has(id)) return { row, repeats: true }
      seen.add(id)
      const email = (cells['email'] ?? '').toLowerCase()
      return {
        row,
        parts: [
          {
            object: 'survey_response',
            look: email ? { contact: { object: 'contact', key: { kind: 'email', key: email } } } : {},
            change: {
              verb: 'upsert',
              source: { system: 'survey', localId: id },
              isWhole: true,
              saidAt: momentOf(cells['responded_at']) ?? null,
              file,
              row,
              document: cells,
              values: filled({
                survey: 'NPS',
                kind: 'nps',
                score: cells['score'],
                comment: cells['comment'],
                language: cells['language'],
                sent_at: momentOf(cells['sent_at']),
                responded_at: momentOf(cells['responded_at']),
              }),
            },
          },
        ],
      }
    })
  },
}
