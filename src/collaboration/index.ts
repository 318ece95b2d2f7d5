// What colleagues do together around records: views they share, and news of changes. Nothing here reads a record but through the door.
import type { Collaborating } from './collaborating.ts'
import { openViews, type Views } from './views/views.ts'

export type Collaboration = { views: Views }

export const openCollaboration = (with_: Collaborating): Collaboration => ({ views: openViews(with_) })

export { type Feed, type Listener, openFeed } from './live/feed.ts'
export { audiences, type View } from './views/view.ts'
