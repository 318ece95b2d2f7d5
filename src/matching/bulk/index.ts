// Matching of everything at once and of what is new: pairs worth comparing, clusters, and entities whose ids stay.
export type { RuleReport } from './blocking.ts'
export type { Edges } from './edges.ts'
export { type Assignment, assignEntities, type EntityEvent } from './entities.ts'
export { type Ground, groundOf } from './ground.ts'
export { type Matcher, openMatcher } from './open-matcher.ts'
export { matchAll, type Run, type RunOptions, type RunReport } from './run.ts'
