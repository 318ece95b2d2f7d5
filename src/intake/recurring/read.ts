// What is ordered of recurring imports, in words of JSON or of a command line.
import { z } from 'zod'
import { shapeOf } from '../../platform/index.ts'
import { settingsShape } from '../orders/settings.ts'
import type { RecurringChange, RecurringOrder } from './index.ts'

const days = 'give a whole number of days from 1 to 366'

const sender = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(
    /^([^\s@<>,;"]+@)?[a-z0-9-]+(\.[a-z0-9-]+)+$/,
    'give addresses or domains such as reports@acme.com or acme.com',
  )

const order = z.strictObject({
  name: z.string().trim().min(1).max(200),
  everyDays: z.int(days).min(1, days).max(366, days),
  beginsOn: z.iso.date('give a day such as 2027-01-31').optional(),
  folder: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and - only')
    .nullish(),
  owner: z.uuid().optional(),
  settings: settingsShape.optional(),
  mail: z.strictObject({ senders: z.array(sender).max(50).optional(), address: z.literal('new').optional() }).nullish(),
})
const readsNew = shapeOf(order)
const readsChange = shapeOf(order.partial())

// Optional keys come out as possibly undefined, which the room treats as absent.
/** Errors: unreadable_request. */
export const readRecurringOrder = (given: unknown): RecurringOrder => readsNew(given) as RecurringOrder
/** Errors: unreadable_request. */
export const readRecurringChange = (given: unknown): RecurringChange => readsChange(given) as RecurringChange
