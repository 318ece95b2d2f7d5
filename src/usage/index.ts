export { daysWithEvents, workOutDays } from './days.ts'
export { type Kept, keepEvents } from './keep.ts'
export { ensurePartitions } from './partitions.ts'
export { placeAnew } from './place-anew.ts'
