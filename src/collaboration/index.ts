export { type Feed, type Listener, openFeed } from './live/feed.ts'
export type { LiveEvent } from './live/told.ts'
