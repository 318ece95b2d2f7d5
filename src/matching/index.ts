export { companyKey } from './company-name.ts'
export { isSame, type Key, matchFieldsOf, matchKeysOf } from './exact.ts'
export { isFreeMail } from './mailboxes.ts'
