// Many changes in one request, each with its own outcome. The shape is read here; what it means, the door knows.
import { z } from 'zod'
import { systems, words } from '../../../dictionary/index.ts'
import { Failure, shapeOf, told } from '../../platform/index.ts'
import type { Change } from '../../records/index.ts'

const largest = 5_000

const change = z.strictObject({
  verb: z.enum(['create', 'update', 'upsert', 'delete', 'restore']).default('upsert'),
  id: z.string().max(100).optional(),
  source: z.strictObject({ system: z.enum(systems), localId: z.string().min(1).max(500) }).optional(),
  version: z.int().min(1).optional(),
  values: z.record(z.string(), z.unknown()).optional(),
  isWhole: z.boolean().optional(),
  saidAt: z.iso.datetime({ offset: true }).nullable().optional(),
  verifiedOn: z.iso.date().nullable().optional(),
  match: z.boolean().optional(),
  allowDuplicate: z.boolean().optional(),
})

const bulk = z.strictObject({
  changes: z.array(change).min(1),
  mode: z.enum(['each', 'all']).default('each'),
  /** Why, for the ledger and whoever looks at the history: a note of handing over. */
  because: z.string().trim().min(1).max(500).optional(),
  /** Says what would happen, and does nothing. */
  preview: z.boolean().default(false),
})

const readsBulk = shapeOf(bulk)

type Bulk = { changes: readonly Change[]; mode: 'each' | 'all'; because?: string; preview: boolean }

export function readBulk(body: unknown): Bulk {
  const given = (body as { changes?: unknown } | null | undefined)?.changes
  if (Array.isArray(given) && given.length > largest)
    throw new Failure('too_large', {
      what: told(words('The batch', 'El lote', 'O lote', 'Kelompok ini')),
      limit: told(words(`${largest} changes`, `${largest} cambios`, `${largest} mudanças`, `${largest} perubahan`)),
    })
  const read = readsBulk(body)
  return read as Bulk // optional keys come out as possibly undefined, which the door treats as absent
}
