// What an address tells of its owner. Free mail is nobody's company, a role mailbox is nobody's own, and one mailbox is
// written in several ways: a tag behind a plus, dots that Gmail does not see.
import { isFreeMail, isRoleMailbox } from '../mailboxes.ts'

export type Mailbox = {
  /** The address without tag and, at Gmail, without dots. */
  key: string
  local: string
  domain: string
  isFree: boolean
  isRole: boolean
}

const withTags = /\+[^@]*$/
const sameService: Readonly<Record<string, string>> = {
  'googlemail.com': 'gmail.com',
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  'pm.me': 'proton.me',
  'protonmail.com': 'proton.me',
}

/** Reads an address, sound or not; null where there is nothing to read. */
export function readMailbox(email: string): Mailbox | null {
  const address = email.trim().toLowerCase()
  if (address === '') return null
  const at = address.lastIndexOf('@')
  if (at <= 0) return { key: address, local: address, domain: '', isFree: false, isRole: false }
  const given = address.slice(at + 1)
  const domain = sameService[given] ?? given
  const whole = address.slice(0, at)
  const untagged = whole.includes('+') ? whole.replace(withTags, '') || whole : whole
  const local = domain === 'gmail.com' ? untagged.replaceAll('.', '') : untagged
  return { key: `${local}@${domain}`, local, domain, isFree: isFreeMail(domain), isRole: isRoleMailbox(address) }
}
