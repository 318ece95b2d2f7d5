// Nothing that a role may not see can be learnt from any answer. For every role there are two databases which differ in nothing but
// what it may not see, and they must answer it byte for byte alike, whatever it asks (threats 1.1 to 1.3, SEC-3).
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { manifest, nearest } from '../../dictionary/index.ts'
import type { Actor } from '../../src/access/index.ts'
import { accountFamily, contactPage, home, stakeholders, timeline } from '../../src/engagement/index.ts'
import { exportAnswer } from '../../src/exports/index.ts'
import { fillRates } from '../../src/governance/index.ts'
import { Failure, fixedClock } from '../../src/platform/index.ts'
import type { Records } from '../../src/records/index.ts'
import { asOwner } from '../harness/database.ts'
import { openWorld } from '../harness/world.ts'
import { type Company, foundCompany } from './company.ts'
import { mayRead, onlyMeasures, readableFields, roleSets, sight, usableObjects } from './oracle.ts'
import { type Pool, positions, questionsOf } from './questions.ts'
import { disturb, openCopy, type Side } from './twin.ts'

const isDeep = Boolean(process.env['HOLDFAST_DEEP'])
const numRuns = isDeep ? 1_000 : 120
/** Many questions on a busy machine take their time. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let url: string
let company: Company
let operator: Actor
let pool: Pool
let one: Side

beforeAll(async () => {
  const world = await openWorld()
  company = await foundCompany(world)
  pool = await occurringValues(world.records, world.operator)
  ;({ url, operator } = world)
  // A database is copied while nobody is connected to it; it is dropped below instead of by the world.
  await Promise.all([world.app.end(), world.system.end(), world.owner.end()])
  one = await openCopy(url)
})
afterAll(async () => {
  await one.close()
  await asOwner(url, `drop database ${new URL(url).pathname.slice(1)} with (force)`)
})

describe.each(roleSets.map((roles) => ({ roles, name: roles.join(' and ') })))('$name', ({ roles }) => {
  let other: Side
  let disturbed: number
  let ana: Actor

  beforeAll(async () => {
    other = await openCopy(url)
    disturbed = await disturb(other, company, roles, operator)
    ana = { kind: 'user', workspace: operator.workspace, id: company.ana, via: 'api' }
    for (const side of [one, other])
      await side.admin.setMember(operator.workspace, {
        userId: company.ana,
        email: 'ana@vendor.example',
        name: 'Ana Ruiz',
        roles: [...roles],
      })
  })
  afterAll(() => other.close())

  /** The same request to both databases; answers what the first one said. */
  async function alike<T>(request: (records: Records) => Promise<T>): Promise<T | Refused> {
    const [said, saidToo] = await Promise.all([answerOf(request(one.records)), answerOf(request(other.records))])
    expect(saidToo).toEqual(said)
    return said
  }

  test('the two databases do differ, for who may see all', async () => {
    if (roles.includes('cs_leader')) return expect(disturbed).toBe(0)
    for (const object of manifest.objects.values()) {
      const isHidden = company.records.some((placed) => {
        const seen = sight(roles, placed.object, placed.label)
        return (
          placed.object === object.name &&
          (!seen || [...object.fields.values()].some((field) => !seen.has(field.sensitivity)))
        )
      })
      if (!isHidden) continue
      const [said, saidToo] = await Promise.all(
        [one, other].map((side) => side.records.ask(operator, { from: object.name, limit: 1_000 })),
      )
      expect(saidToo?.data === said?.data, object.name).toBe(false)
    }
  })

  test('the same question has the same answer, whatever is hidden', async () => {
    const tally = { answered: 0, full: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(questionsOf(roles, pool), async ({ question, verb }) => {
        const answer = await alike((records) => records.ask(ana, question, verb))
        if (isRefused(answer)) tally.refused += 1
        else if (answer.data === '[]') tally.answered += 1
        else tally.full += 1
        if (!isRefused(answer) && answer.next) {
          const { next } = answer
          await alike((records) => records.ask(ana, { ...question, after: next }, verb))
        }
      }),
      { numRuns, endOnFailure: !isDeep, ...(isDeep ? {} : { seed: 20261115 }) },
    )
    // A property of answers that never come would hold as well.
    expect(tally.full / numRuns, JSON.stringify(tally)).toBeGreaterThan(0.05)
  })

  test('every file of every object is the same, byte for byte, or is refused', async () => {
    const clock = fixedClock('2026-11-15T10:00:00.000Z')
    for (const object of manifest.objects.values())
      for (const format of ['csv', 'jsonl', 'parquet'] as const)
        await alike(async (records) => {
          const { chunks, fileName } = await exportAnswer({ records, clock }, ana, {
            question: { from: object.name },
            format,
          })
          const parts: Buffer[] = []
          for await (const chunk of chunks) parts.push(Buffer.from(chunk))
          return { fileName, contents: Buffer.concat(parts).toString('base64') }
        })
  })

  test('every record’s whole document, history and sources are the same, or are refused as for an id that is none', async () => {
    const nobody = '01999999-9999-7999-8999-999999999999'
    const onlyOnce = askedOnce()
    for (const { object, id, label } of company.records) {
      const seen = !onlyMeasures(roles, object) && sight(roles, object, label)
      const requests: ((records: Records, of: string) => Promise<unknown>)[] = [
        (records, of) => records.history(ana, object, of),
        (records, of) => records.history(ana, object, of, { limit: 1 }),
        (records, of) => records.sources(ana, object, of),
        (records, of) =>
          records.ask(ana, { from: object, where: { field: 'id', op: 'is', value: of } }).then(({ data }) => data),
      ]
      for (const [n, ask] of requests.entries()) {
        const said = JSON.stringify(await alike((records) => ask(records, id)))
        if (!seen) {
          const unknown = await onlyOnce([object, n], () => ask(one.records, nobody))
          expect(said).toBe(JSON.stringify(unknown).replaceAll(nobody, id))
        } else expect(said).toContain(':')
      }
    }
  })

  test('every page of an account and a contact is the same, and so are the first page and what a palette finds', async () => {
    const clock = fixedClock('2026-11-15T10:00:00.000Z')
    const comments = { between: async () => [] } // they stand beside records, and the company has none
    const seen = { found: 0, pages: 0 }
    for (const text of searched(pool)) {
      const objects = ['account', 'contact', 'opportunity', 'ticket', 'interaction']
      const hits = await alike((records) => records.lookFor(ana, { text, objects, limit: 5 }))
      if (!isRefused(hits)) seen.found += hits.length
    }
    await alike((records) => home(records, ana, clock))
    await alike((records) => home(records, ana, clock, 'leader'))
    for (const { object, id } of company.records) {
      if (object !== 'account' && object !== 'contact') continue
      const pages: ((records: Records) => Promise<unknown>)[] =
        object === 'account'
          ? [(records) => accountFamily(records, ana, id, clock), (records) => stakeholders(records, ana, id, clock)]
          : [(records) => contactPage(records, ana, id)]
      const of = { object, id, limit: 5 } as const
      pages.push((records) => timeline({ records, comments }, ana, of))
      pages.push((records) =>
        timeline({ records, comments }, ana, { ...of, search: 'a', kinds: ['interaction', 'ticket'] }),
      )
      for (const page of pages) if (!isRefused(await alike(page))) seen.pages += 1
    }
    for (const object of usableObjects(roles)) await alike((records) => fillRates(records, ana, object.name))
    // Pages of which none were there would be alike as well.
    if (usableObjects(roles).some(({ name }) => name === 'account' && !onlyMeasures(roles, name)))
      expect(Math.min(seen.pages, seen.found), JSON.stringify(seen)).toBeGreaterThan(3)
  })

  test('a forbidden field is refused exactly as one that does not exist, wherever it stands', async () => {
    let tried = 0
    const onlyOnce = askedOnce()
    for (const object of usableObjects(roles)) {
      const verb = onlyMeasures(roles, object.name) ? 'measure' : 'list'
      const readable = readableFields(roles, object).map((field) => field.name)
      const forbidden = [...object.fields.values()].filter((field) => !mayRead(roles, field))
      for (const field of forbidden) {
        for (const make of positions(field)) {
          for (const name of [field.name, 'zzz_no_such_field']) {
            const question = { from: object.name, ...make(name) }
            if (verb === 'measure' && !question.measure && !question.group) continue
            tried += 1
            const answer = await onlyOnce(question, () => one.records.ask(ana, question))
            const details = { object: object.name, field: name, near: nearest(name, readable) }
            expect(answer, JSON.stringify(question)).toEqual(refusalOf(new Failure('field_unavailable', details)))
          }
        }
      }
    }
    if (!roles.some((role) => role === 'cs_leader' || role === 'admin')) expect(tried).toBeGreaterThan(50)
  })

  test('the same through every way that leads to it', async () => {
    const onlyOnce = askedOnce()
    for (const object of usableObjects(roles).filter((each) => !onlyMeasures(roles, each.name))) {
      for (const relation of object.relations.values()) {
        const target = manifest.objects.get(relation.to)
        if (!target) continue
        const isUsable = usableObjects(roles).includes(target) && !onlyMeasures(roles, target.name)
        const way = manifest.objects
          .get(relation.kind === 'one' ? object.name : relation.to)
          ?.fields.get(relation.field)
        const isOpen = isUsable && way !== undefined && mayRead(roles, way)
        const hidden = [...target.fields.values()].filter((field) => !isOpen || !mayRead(roles, field))
        for (const field of hidden.slice(0, 6)) {
          // Who only measures this may measure over it.
          const isMeasured = onlyMeasures(roles, target.name) && mayRead(roles, field)
          for (const through of ways(relation.name, relation.kind).slice(0, isMeasured ? 4 : undefined)) {
            const [said, unknown] = await Promise.all(
              [field.name, 'zzz'].map((name) => {
                const question = { from: object.name, ...through(name) }
                return onlyOnce(question, () => one.records.ask(ana, question))
              }),
            )
            const [known, strange] = [said, unknown].map((each) => withoutName(each, field.name))
            expect(isRefused(said), JSON.stringify(through(field.name))).toBe(true)
            expect(known, JSON.stringify(through(field.name))).toEqual(strange)
          }
        }
      }
    }
  })
})

const ways = (relation: string, kind: 'one' | 'many'): readonly ((field: string) => object)[] =>
  kind === 'one'
    ? [
        (field) => ({ select: [`${relation}.${field}`] }),
        (field) => ({ select: [{ relation, select: [field] }] }),
        (field) => ({ where: { field: `${relation}.${field}`, op: 'not_empty' } }),
        (field) => ({ order: [{ field: `${relation}.${field}` }] }),
        (field) => ({ group: [`${relation}.${field}`] }),
        (field) => ({ measure: { m: { count: `${relation}.${field}` } } }),
      ]
    : [
        (field) => ({ where: { some: relation, where: { field, op: 'not_empty' } } }),
        (field) => ({ where: { none: relation, where: { field, op: 'empty' } } }),
        (field) => ({ where: { every: relation, where: { field, op: 'not_empty' } } }),
        (field) => ({ select: [{ relation, select: [field] }] }),
        (field) => ({ select: [{ relation, select: ['id'], order: [{ field }] }] }),
        (field) => ({ select: [{ relation, select: ['id'], where: { field, op: 'not_empty' } }] }),
      ]

/** The answer with the field's name, and the guess at another one, taken out. */
const withoutName = (answer: unknown, name: string) =>
  JSON.parse(
    JSON.stringify(answer)
      .replaceAll(`\\"${name}\\"`, '\\"zzz\\"')
      .replaceAll(`"field":"${name}"`, '"field":"zzz"')
      .replace(/ Did you mean [^?]*\?/, '')
      .replace(/"near":"[^"]*"/, '"near":null'),
  )

type Refused = { refused: string; status: number; message: string; details: unknown }
const isRefused = (answer: unknown): answer is Refused =>
  typeof answer === 'object' && answer !== null && 'refused' in answer

const refusalOf = ({ code, status, message, details }: Failure): Refused => ({
  refused: code,
  status,
  message,
  details,
})

async function answerOf<T>(asked: Promise<T>): Promise<T | Refused> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Failure) return refusalOf(error)
    throw error
  }
}

/** What many answers are compared with, such as that of a field that does not exist, is asked for one time. */
function askedOnce(): (request: unknown, ask: () => Promise<unknown>) => Promise<unknown> {
  const answers = new Map<string, Promise<unknown>>()
  return (request, ask) => {
    const key = JSON.stringify(request)
    const answer = answers.get(key) ?? answerOf(ask())
    answers.set(key, answer)
    return answer
  }
}

/** Beginnings of names there are, each also with its last letters swapped. */
function searched(pool: Pool): string[] {
  const names = ['account.name', 'contact.name', 'ticket.subject'].flatMap((field) => pool.get(field) ?? [])
  const words = names.flatMap((name) => String(name).split(' ')).filter((word) => word.length > 4)
  const typed = words.filter((_, i) => i % Math.ceil(words.length / 8) === 0).map((word) => word.slice(0, 5))
  return [...typed, ...typed.map((word) => word.slice(0, 3) + word.slice(4) + word.slice(3, 4)), 'a']
}

async function occurringValues(records: Records, operator: Actor): Promise<Pool> {
  const values = new Map<string, unknown[]>()
  for (const object of manifest.objects.values()) {
    const { data } = await records.ask(operator, { from: object.name, limit: 1_000 })
    for (const row of JSON.parse(data))
      for (const field of object.fields.values())
        if (row[field.name] !== null) values.set(field.id, [...(values.get(field.id) ?? []), row[field.name]])
  }
  return values
}
