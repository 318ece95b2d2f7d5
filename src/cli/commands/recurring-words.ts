// A recurring import in words.
import { join } from 'node:path'
import type { RecurringView } from '../../intake/index.ts'
import { moment } from '../describe.ts'

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

export const everyInWords = ({ everyDays }: RecurringView): string => (everyDays === 1 ? 'day' : days(everyDays))

export const dueInWords = ({ state, daysLate }: RecurringView): string =>
  state === 'late' ? `late by ${days(daysLate)}` : state === 'due' ? 'due today' : 'on time'

/** All that is to be said of one, name by name. `data`: the installation's folder. */
export function recurringInWords(it: RecurringView, data: string): (readonly [name: string, value: string])[] {
  const { currency, questions = 'ask' } = it.settings
  return [
    ['name', it.name],
    ['id', it.id],
    ['owner', it.owner.name ?? it.owner.id],
    ['every', everyInWords(it)],
    ['due', `${it.dueOn}, ${dueInWords(it)}`],
    ['folder', it.folder === null ? 'none: files are brought' : join(data, it.folder)],
    ['mail', mailInWords(it)],
    ['currency', currency ?? 'the workspace’s own'],
    ['questions', questionsInWords[questions]],
    ['last', it.last ? `${it.last.name}, ${moment(it.last.finishedAt)} (import:${it.last.id})` : 'never'],
  ]
}

function mailInWords({ mail }: RecurringView): string {
  if (mail === null) return 'none'
  const who = mail.senders.length === 0 ? 'whoever knows it' : mail.senders.join(', ')
  return mail.address === null ? 'received nowhere: set HOLDFAST_MAIL_IN_DOMAIN' : `${mail.address}, from ${who}`
}

/** What happens with rows that several records fit. */
const questionsInWords = { ask: 'wait for an answer', create: 'become records of their own' } as const
