export { type Plan, planImport, type PlannedFile } from './plan.ts'
export { type FileResult, type Importing, type ImportResult, runImport } from './run.ts'
export type { Reject } from './store.ts'
