export { account360 } from './account-360.ts'
