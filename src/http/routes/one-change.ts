// One record's change: the door answers with outcomes, HTTP with a status. Everything that was not done is a problem.
import type { FastifyRequest } from 'fastify'
import { words } from '../../../dictionary/words.ts'
import { Failure, told } from '../../platform/index.ts'
import type { Change, ChangeResult, Outcome } from '../../records/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { certain } from './certain.ts'

type Done = { id: string; version: number; outcome: string; act: string | null; held?: readonly string[] }

export async function answerChange(
  shell: Shell,
  request: FastifyRequest,
  object: string,
  change: Change,
  because?: string,
): Promise<Done> {
  const { act, results } = await writeAll(shell, request, object, [change], { because })
  const [outcome] = results
  if (outcome?.outcome === 'possible_duplicate')
    throw new Failure('possible_duplicate', { object, candidates: outcome.candidates })
  if (!outcome || outcome.outcome === 'refused') throw await refusal(shell, request, object, change, outcome)
  const { id, version, held } = outcome
  return { id, version, outcome: outcome.outcome, act, ...(held ? { held } : {}) }
}

/** Every change over HTTP goes through here, so that each may be repeated under its key and none is claimed without knowing. */
export function writeAll(
  { holdfast }: Shell,
  request: FastifyRequest,
  object: string,
  changes: readonly Change[],
  { mode = 'each', because }: { mode?: 'each' | 'all'; because?: string | undefined } = {},
): Promise<ChangeResult> {
  const repeatable = idempotencyOf(request)
  const writing = holdfast.records.change(known(request), object, changes, {
    ...repeatable,
    mode,
    ...(because === undefined ? {} : { because }),
  })
  return certain(writing, { isRepeatable: repeatable.idempotencyKey !== undefined })
}

/** A fault of the whole record has a status of its own; faults of its fields come together. */
async function refusal(
  shell: Shell,
  request: FastifyRequest,
  object: string,
  { id = '', version = 0, verb }: Change,
  outcome: Extract<Outcome, { outcome: 'refused' }> | undefined,
): Promise<Failure> {
  const faults = outcome?.faults ?? []
  const whole = faults.length === 1 && faults[0]?.field === null ? faults[0].code : null
  if (whole === 'record_unavailable') return new Failure('record_unavailable', { object, id })
  if (whole === 'not_allowed') return new Failure('not_allowed', { verb, object })
  if (whole === 'stale_version')
    return new Failure('stale_version', { object, yours: version, ours: await versionNow(shell, request, object, id) })
  return new Failure('record_refused', { faults })
}

async function versionNow({ holdfast }: Shell, request: FastifyRequest, object: string, id: string): Promise<number> {
  const { data } = await holdfast.records.ask(known(request), {
    from: object,
    select: ['version'],
    where: { field: 'id', op: 'is', value: id },
  })
  const [record] = JSON.parse(data) as { version: number }[] // as selected
  return record?.version ?? 0
}

/** The same key on another route is another key. */
export function idempotencyOf(request: FastifyRequest): { idempotencyKey?: string } {
  const key = request.headers['idempotency-key']
  if (key === undefined) return {}
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Failure('unreadable_request', {
      why: told(
        words(
          'an Idempotency-Key has 1 to 200 visible ASCII characters',
          'una Idempotency-Key tiene de 1 a 200 caracteres ASCII visibles',
          'uma Idempotency-Key tem de 1 a 200 caracteres ASCII visíveis',
          'Idempotency-Key ada 1 hingga 200 aksara ASCII yang boleh dilihat',
        ),
      ),
    })
  return { idempotencyKey: `${request.method} ${request.url.split('?')[0]} ${key}` }
}

/** `If-Match: "3"`, or the whole tag of a read, `"3-x1y2"`; null where any version will do. */
export function versionIn(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined || ifMatch.trim() === '*') return null
  const [, version] = /^\s*(?:W\/)?"?(\d{1,9})(?:-[A-Za-z0-9_-]{12})?"?\s*$/.exec(ifMatch) ?? []
  if (version === undefined)
    throw new Failure('unreadable_request', {
      why: told(
        words(
          'If-Match is a version in quotes: "3"',
          'If-Match es una versión entre comillas: "3"',
          'If-Match é uma versão entre aspas: "3"',
          'If-Match ialah versi dalam tanda petik: "3"',
        ),
      ),
    })
  return Number(version)
}
