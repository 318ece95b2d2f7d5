export { companyKey } from './company-name.ts'
export { isSame, type Key, matchFieldsOf, matchKeysOf } from './exact.ts'
export { isFreeMail, isRoleMailbox } from './mailboxes.ts'
export { isSamePerson } from './person-name.ts'
