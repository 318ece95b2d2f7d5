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
export { hardContradictions } from './contradictions.ts'
export { type EncodeOptions, encode, openEncoder, type Values } from './encode.ts'
export { isSame, type Key, matchKeysOf, mayBeSame, mayBeTwoEntries } from './exact.ts'
export { type Answer, type Explanation, explain, explainer, judge, type Part } from './explain.ts'
export { keyNumber, type NumberedKey, numbered } from './key-number.ts'
export type { Learned } from './learn.ts'
export { learnFrom } from './lessons.ts'
export { chooseLink } from './link.ts'
export {
  type Asked,
  areApart,
  isCompared,
  isLikeness,
  keptKeysOf,
  keyFieldsOf,
  lookKeysOf,
  mergeBitsOf,
  modelOf,
  mostHolders,
  type RecordKeys,
  recordFieldsOf,
  recordKeysOf,
  sameAmong,
} from './look-alike.ts'
export { isFreeMail } from './mailboxes.ts'
export { type Model, weightsOf } from './model.ts'
export { companyNames } from './normalise/company.ts'
export { createScorer, type Scorer } from './scorer.ts'
export { type Shares, sharesOf, withShares } from './shares.ts'
export { isSlip } from './slip.ts'
export {
  searchKeysOf,
  searchListsOf,
  titledObjects,
  titleFieldsOf,
  titleWords,
  typedKeysOf,
  typedListOf,
  wordListsOf,
} from './title-words.ts'
