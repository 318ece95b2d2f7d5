export { type ActContext, type ActKind, changeEntry, readEntry } from './act.ts'
export { type HistoryEntry, historyEntries, outboxEntry } from './history.ts'
