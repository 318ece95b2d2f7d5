// One line of product usage as every source must give it, read from a Segment-shaped message.
import { z } from 'zod'

const text = z.string().max(500)
const moment = z.string().max(60)

const line = z.looseObject({
  type: z.enum(['identify', 'group', 'track', 'page', 'screen', 'alias']),
  messageId: text.min(1),
  userId: text.optional(),
  anonymousId: text.optional(),
  groupId: text.optional(),
  event: text.optional(),
  timestamp: moment.optional(),
  originalTimestamp: moment.optional(),
  sentAt: moment.optional(),
  receivedAt: moment.optional(),
  context: z.looseObject({ groupId: text.optional() }).optional(),
})

export type UsageEvent = {
  messageId: string
  kind: 'identify' | 'group' | 'track' | 'page' | 'screen' | 'alias'
  name: string | null
  /** The user as the product knows them; null for somebody who has not signed in. */
  user: string | null
  group: string | null
  happenedAt: Date
  document: Readonly<Record<string, unknown>>
}

/** The event, or null where the line is none: without a type, an id, or a time. */
export function readEvent(given: Readonly<Record<string, unknown>>): UsageEvent | null {
  const parsed = line.safeParse(given)
  if (!parsed.success) return null
  const { type, messageId, userId, groupId, event, context } = parsed.data
  const happenedAt = timeOf(parsed.data)
  if (!happenedAt) return null
  return {
    messageId,
    kind: type,
    name: event ?? null,
    user: userId ?? null,
    group: groupId ?? context?.groupId ?? null,
    happenedAt,
    document: given,
  }
}

/**
 * When it happened: a device's own clock may be wrong, so what it says is corrected by how far its sending clock was off —
 * receivedAt − (sentAt − originalTimestamp). Without these, the time it was stamped with.
 */
function timeOf(times: {
  timestamp?: string | undefined
  originalTimestamp?: string | undefined
  sentAt?: string | undefined
  receivedAt?: string | undefined
}): Date | null {
  const [original, sent, received] = [times.originalTimestamp, times.sentAt, times.receivedAt].map((each) =>
    each === undefined ? Number.NaN : Date.parse(each),
  )
  const corrected = (received ?? Number.NaN) - ((sent ?? Number.NaN) - (original ?? Number.NaN))
  const at = Number.isNaN(corrected)
    ? Date.parse(times.timestamp ?? times.originalTimestamp ?? times.receivedAt ?? '')
    : corrected
  return Number.isNaN(at) ? null : new Date(at)
}
