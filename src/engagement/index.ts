export { account360 } from './account-360.ts'
export { readable, type Wish } from './readable.ts'
