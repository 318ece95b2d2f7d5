export { type Accounting, type Recomputed, recomputeAllArr, recomputeArr } from './arr-of-accounts.ts'
