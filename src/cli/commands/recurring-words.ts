// A recurring import in words.
import { join } from 'node:path'
import type { RecurringView } from '../../intake/index.ts'
import { told } from '../../platform/index.ts'
import { moment } from '../describe.ts'
import { says } from '../words/recurring.ts'

export const everyInWords = ({ everyDays }: RecurringView): string =>
  told(everyDays === 1 ? says.everyDay : says.days(everyDays))

export const dueInWords = ({ state, daysLate }: RecurringView): string =>
  told(state === 'late' ? says.lateBy(daysLate) : state === 'due' ? says.dueToday : says.onTime)

/** All that is to be said of one, name by name. `data`: the installation's folder. */
export function recurringInWords(it: RecurringView, data: string): (readonly [name: string, value: string])[] {
  const { currency, questions = 'ask' } = it.settings
  return [
    [told(says.about.name), it.name],
    [told(says.about.id), it.id],
    [told(says.about.owner), it.owner.name ?? it.owner.id],
    [told(says.about.every), everyInWords(it)],
    [told(says.about.due), `${it.dueOn}, ${dueInWords(it)}`],
    [told(says.about.folder), it.folder === null ? told(says.noFolder) : join(data, it.folder)],
    [told(says.about.mail), mailInWords(it)],
    [told(says.about.currency), currency ?? told(says.ownCurrency)],
    [told(says.about.questions), told(says.questions[questions])],
    [
      told(says.about.last),
      it.last ? `${it.last.name}, ${moment(it.last.finishedAt)} (import:${it.last.id})` : told(says.never),
    ],
  ]
}

function mailInWords({ mail }: RecurringView): string {
  if (mail === null) return told(says.noMail)
  const who = mail.senders.length === 0 ? told(says.whoeverKnows) : mail.senders.join(', ')
  return told(mail.address === null ? says.mailNowhere : says.mailFrom(mail.address, who))
}
