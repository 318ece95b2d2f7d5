export { type Plan, type PlannedFile, planImport } from './plan.ts'
export { type FileResult, type Importing, type ImportResult, runImport } from './run.ts'
export type { Reject } from './store.ts'
export { undoImport } from './undo.ts'
