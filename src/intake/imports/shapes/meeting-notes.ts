import { companyKey } from '../../../matching/index.ts'
import type { Part, Shape } from '../shape.ts'
import { colleague, colleaguePart } from './colleague.ts'
import { eachRow, filled, hasColumns, momentOf } from './table.ts'

/** Notes of meetings. The account is named by its CRM id or, by whoever wrote in haste, by its name. */
export const meetingNotes: Shape = {
  name: 'meeting notes',
  system: 'spreadsheet',
  rank: 42,
  isByHand: false,
  recognise: (opened) => hasColumns(opened, 'meeting_id', 'meeting_at', 'notes'),
  read: (opened, { file }) =>
    eachRow(opened, (cells, row) => {
      const id = cells['meeting_id'] ?? ''
      const reference = cells['account_ref'] ?? ''
      const isCrmId = /^[0-9A-Za-z]{15}([0-9A-Za-z]{3})?$/.test(reference) && /\d/.test(reference)
      const key = { system: 'spreadsheet' as const, localId: `${file}#${id}` }
      const saidAt = momentOf(cells['created_at']) ?? null
      const author = cells['author'] ?? ''
      const meeting: Part = {
        object: 'interaction',
        ...(isCrmId || !reference
          ? {}
          : { look: { account: { object: 'account', key: { kind: 'name', key: companyKey(reference) } } } }),
        change: {
          verb: 'upsert',
          source: key,
          isWhole: true,
          saidAt,
          file,
          row,
          values: filled({
            account: isCrmId ? { system: 'crm', localId: reference, of: 'account' } : undefined,
            kind: cells['type'],
            happened_at: momentOf(cells['meeting_at']),
            logged_at: saidAt,
            author: colleague(author),
            subject: cells['type'],
            notes: cells['notes'],
          }),
        },
      }
      return {
        row,
        parts: [
          meeting,
          ...(author ? [colleaguePart(author)] : []),
          ...attendees(cells['attendees'] ?? '').map(({ name, email }, i) =>
            attendance(key, { name, email, i, saidAt, file, row }),
          ),
        ],
      }
    }),
}

const attendees = (text: string): { name: string; email: string }[] =>
  text.split(';').flatMap((each) => {
    const parts = /^\s*(.*?)\s*(?:<([^>]*)>)?\s*$/.exec(each)
    return parts?.[1] || parts?.[2] ? [{ name: parts[1] ?? '', email: (parts[2] ?? '').toLowerCase() }] : []
  })

function attendance(
  meeting: { system: 'spreadsheet'; localId: string },
  o: { name: string; email: string; i: number; saidAt: string | null; file: string; row: number },
): Part {
  const { name, email, i, saidAt, file, row } = o
  return {
    object: 'attendance',
    look: email ? { contact: { object: 'contact', key: { kind: 'email', key: email } } } : {},
    change: {
      verb: 'upsert',
      source: { system: 'spreadsheet', localId: `${meeting.localId}#${i}` },
      isWhole: true,
      saidAt,
      file,
      row,
      values: filled({ interaction: { ...meeting, of: 'interaction' }, name: name || email, email }),
    },
  }
}
