export { type Plan, type PlannedFile, planImport } from './imports/plan.ts'
export { type FileResult, type Importing, type ImportResult, runImport } from './imports/run.ts'
export type { Reject } from './imports/store.ts'
export { undoImport } from './imports/undo.ts'
