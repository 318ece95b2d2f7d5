// What is ordered of recurring imports, in words of JSON or of a command line.
import { z } from 'zod'
import { words } from '../../../dictionary/words.ts'
import { otherwise, shapeOf } from '../../platform/index.ts'
import { settingsShape } from '../orders/settings.ts'
import type { RecurringChange, RecurringOrder } from './index.ts'

const days = otherwise(
  words(
    'give a whole number of days from 1 to 366',
    'dé un número entero de días de 1 a 366',
    'informe um número inteiro de dias de 1 a 366',
    'beri bilangan hari bulat dari 1 hingga 366',
  ),
)

const sender = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(
    /^([^\s@<>,;"]+@)?[a-z0-9-]+(\.[a-z0-9-]+)+$/,
    otherwise(
      words(
        'give addresses or domains such as reports@acme.com or acme.com',
        'dé direcciones o dominios como reports@acme.com o acme.com',
        'informe endereços ou domínios como reports@acme.com ou acme.com',
        'beri alamat atau domain seperti reports@acme.com atau acme.com',
      ),
    ),
  )

const order = z.strictObject({
  name: z.string().trim().min(1).max(200),
  everyDays: z.int(days).min(1, days).max(366, days),
  beginsOn: z.iso
    .date(
      otherwise(
        words(
          'give a day such as 2027-01-31',
          'dé un día como 2027-01-31',
          'informe um dia como 2027-01-31',
          'beri hari seperti 2027-01-31',
        ),
      ),
    )
    .optional(),
  folder: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]{0,62}$/,
      otherwise(
        words(
          'lower-case letters, digits and - only',
          'solo letras minúsculas, cifras y -',
          'só letras minúsculas, algarismos e -',
          'huruf kecil, angka dan - sahaja',
        ),
      ),
    )
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
