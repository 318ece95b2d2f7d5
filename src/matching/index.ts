export { accountModel } from './account-model.ts'
export { type BlockingRule, blockingKeys } from './blocking-keys.ts'
export {
  type Assignment,
  assignEntities,
  type Edges,
  type EntityEvent,
  type Ground,
  groundOf,
  type Matcher,
  matchAll,
  openMatcher,
  type RuleReport,
  type Run,
  type RunOptions,
  type RunReport,
} from './bulk/index.ts'
export type { Columns, Kind } from './columns.ts'
export { companyKey } from './company-name.ts'
export { contactModel } from './contact-model.ts'
export { type EncodeOptions, encode, openEncoder, type Values } from './encode.ts'
export { entryKeysOf } from './entry-keys.ts'
export { isSame, type Key, matchFieldsOf, matchKeysOf } from './exact.ts'
export { type Answer, type Explanation, explain, judge, type Part } from './explain.ts'
export { type Learned, type Lessons, learn, type Session, type VectorCounts } from './learn.ts'
export { chooseLink } from './link.ts'
export { isCompared, lookKeysOf, modelOf, recordFieldsOf, recordKeysOf, sameAmong, sameBitsOf } from './look-alike.ts'
export { isFreeMail } from './mailboxes.ts'
export { layoutOf, levelIn, type Model, priorOf } from './model.ts'
export { createScorer, type Scorer } from './scorer.ts'
