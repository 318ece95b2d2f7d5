export { type ActContext, type ActKind, changeEntry, readEntry } from './act.ts'
