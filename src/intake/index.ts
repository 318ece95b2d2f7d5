export { filesAt, type Plan, type PlannedFile, planImport } from './imports/plan.ts'
export { type FileResult, type Importing, type ImportResult, runImport } from './imports/run.ts'
export { bookOf } from './imports/sheet-names.ts'
export type { Counts, Reject } from './imports/store.ts'
export { undoImport } from './imports/undo.ts'
export type { Mapping } from './mapping/mapping.ts'
export { reapply } from './mapping/reapply.ts'
export { csvLine } from './orders/csv.ts'
export { type Imports, openImports } from './orders/index.ts'
export type { Step } from './orders/order.ts'
export { removeOldFiles } from './orders/remove-files.ts'
export { sendFile } from './orders/send.ts'
export { settingsShape } from './orders/settings.ts'
export { carryOutStep, type StepJob, type Stepping } from './orders/steps.ts'
export { type FileView, type ImportView, isKnown } from './orders/view.ts'
export { type Addresses, openAddresses } from './recurring/address.ts'
export { type Addressee, addressee } from './recurring/addressee.ts'
export {
  openRecurring,
  type RecurringChange,
  type RecurringImports,
  type RecurringOrder,
  type RecurringView,
} from './recurring/index.ts'
export { leftBy } from './recurring/left.ts'
export { readRecurringChange, readRecurringOrder } from './recurring/read.ts'
export { dueOf, type Recurring } from './recurring/recurring.ts'
export { readRecurring, withFolders } from './recurring/store.ts'
export { takeIn } from './recurring/take-in.ts'
export { type MailedFile, takeInMailed } from './recurring/take-in-mailed.ts'
export { openUploads, type Uploads } from './uploads/uploads.ts'
