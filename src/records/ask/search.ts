// Search by the words of a record's name, in any order and by their beginnings, and by the beginning of an e-mail address.
// Only fields the actor may read are looked at, so a hidden one can't be found by its contents.
import { fold } from '../../../dictionary/index.ts'
import { Failure, join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import { type Frame, fieldAt } from './frame.ts'
import { titleHas } from './title-search.ts'

export function compileSearch(frame: Frame, search: string): SqlFragment {
  const found: SqlFragment[] = []
  const terms = fold(search).split(' ').filter(Boolean).slice(0, 8)
  const title = readable(frame, frame.object.title)
  if (title?.field.columns[0]?.type === 'text' && terms.length > 0) found.push(titleHas(frame, title, terms))
  for (const field of frame.object.fields.values()) {
    if (field.type !== 'email') continue
    const email = readable(frame, field.name)
    const start = search.trim().toLowerCase()
    if (email && /^[^\s%\\]+$/.test(start))
      found.push(sql`${email.columns[0]} like ${start.replaceAll('_', '\\_')} || '%'`)
  }
  return found.length > 0 ? sql`(${join(found, ' or ')})` : raw('false')
}

function readable(frame: Frame, name: string) {
  try {
    return fieldAt(frame, name)
  } catch (error) {
    if (error instanceof Failure && error.code === 'field_unavailable') return null
    throw error
  }
}
