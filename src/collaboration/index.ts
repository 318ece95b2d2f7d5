// What colleagues do together around records: views they share, comments, what they are told of, and news of changes. Nothing here reads a record but through the door.
import type { Collaborating } from './collaborating.ts'
import { type Comments, openComments } from './comments/comments.ts'
import { type Notifications, openNotifications } from './notifications/inbox.ts'
import { type Act, tellFollowers, tellOwners } from './notifications/reactions.ts'
import { openViews, type Views } from './views/views.ts'

export type Collaboration = {
  views: Views
  comments: Comments
  notifications: Notifications
  /** What people are told because of an act; for reactions, which may repeat it. */
  tellOwners(act: Act): Promise<void>
  tellFollowers(act: Act): Promise<void>
}

export const openCollaboration = (with_: Collaborating): Collaboration => ({
  views: openViews(with_),
  comments: openComments(with_),
  notifications: openNotifications(with_),
  tellOwners: (act) => tellOwners(with_, act),
  tellFollowers: (act) => tellFollowers(with_, act),
})

export type { Comments } from './comments/comments.ts'
export { type Feed, type Listener, openFeed } from './live/feed.ts'
export type { Notifications } from './notifications/inbox.ts'
export { audiences, type View } from './views/view.ts'
