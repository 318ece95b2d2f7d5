// What a company's own records can teach: pairs drawn at random, nearly all of them of two things, and pairs that one rule brought
// together, many of them of one. Counted by their levels, so that learning from them reads no letter again.
import type { Ground } from './bulk/ground.ts'
import { groupCount, groupRows, pairsIn } from './bulk/groups.ts'
import type { Kind } from './columns.ts'
import { anyHolds } from './contradictions.ts'
import { type Learned, type Lessons, learn, type Session } from './learn.ts'
import type { Condition } from './model.ts'
import { createScorer } from './scorer.ts'
import { unlearned } from './unlearned.ts'

type Lesson = Pick<Session, 'rule' | 'fields'> & {
  /** What the pairs that are learned from have in common, beside the rule. */
  among: Condition
  /** What nobody can doubt who knows the rule's own fields agree. */
  sure: readonly Condition[]
}

/** Two rules of each kind that have no field in common, by their names among the rules of blocking. */
const lessons: Readonly<Record<Kind, readonly Lesson[]>> = {
  contact: [
    {
      rule: 'e-mail',
      fields: ['email', 'employer'], // one mailbox is at one company
      among: { email: ['same'] },
      sure: [{ given: ['same'], family: ['same'] }],
    },
    {
      rule: 'sound of both names',
      fields: ['given', 'family'],
      among: {},
      sure: [{ email: ['same'] }, { national_id: ['same'] }, { phone: ['same'], birth: ['same'] }],
    },
  ],
  account: [
    {
      rule: 'domain',
      fields: ['domain'],
      among: { domain: ['same'] },
      sure: [{ name: ['same', 'other spaces or order'] }, { registration: ['same'] }],
    },
    {
      rule: 'name',
      fields: ['name'],
      among: { name: ['same'] },
      sure: [{ domain: ['same'] }, { registration: ['same'] }],
    },
  ],
}

/** Enough of any kind of pair to tell a share of one in a thousand, and read in a second. */
const mostPairs = 200_000
/** Pairs that are sure, below which a set of records has nothing to teach. */
const leastSure = 100

/** Weights learned from these records, or the shipped ones and why they stay. */
export function learnFrom(ground: Ground): Learned {
  const taught = lessonsOf(ground)
  const { model } = ground
  const poor = taught.sessions.findIndex((_, i) => (taught.surePairs[i] ?? 0) < leastSure)
  if (taught.sessions.length < 2 || poor >= 0)
    return {
      model,
      isLearned: false,
      because: unlearned.tooFew(
        leastSure,
        poor < 0 ? null : { rule: taught.sessions[poor]?.rule, pairs: taught.surePairs[poor] },
      ),
    }
  return learn(model, taught)
}

function lessonsOf({ model, columns, rules }: Ground): Lessons {
  const { score, vector } = createScorer(model, columns)
  const count = (counts: Map<number, number>, levels: number) => counts.set(levels, (counts.get(levels) ?? 0) + 1)
  const random = new Map<number, number>()
  const draw = drawing(columns.rows)
  for (let pair = 0; columns.rows > 1 && pair < mostPairs; pair++) {
    const [one, other] = [draw(), draw()]
    const [a, b] = [Math.min(one, other), Math.max(one, other)]
    // Of a thousand records a handful of pairs drawn are of one, enough to make the same mailbox seem a thing of chance.
    if (a !== b && score(a, b) < model.sameBits) count(random, vector(a, b))
  }
  const [sessions, surePairs]: [Session[], number[]] = [[], []]
  for (const { rule, fields, among, sure } of lessons[columns.kind]) {
    const keys = rules.find(({ name }) => name === rule)?.keys
    if (!keys) continue
    const [isMeant, isSure] = [anyHolds(model, [among]), anyHolds(model, sure)]
    const counts = new Map<number, number>()
    let surely = 0
    for (const [a, b] of pairsUnder(keys)) {
      const levels = vector(a, b)
      if (!isMeant(levels)) continue
      count(counts, levels)
      if (isSure(levels)) surely += 1
    }
    sessions.push({ rule, fields, counts })
    surePairs.push(surely)
  }
  return { random, sessions, surePairs }
}

/** Pairs of rows with one key, every so many of them where they are more than are needed. */
function* pairsUnder(keys: Int32Array): Generator<readonly [number, number]> {
  const groups = groupRows(keys)
  const step = Math.max(1, Math.ceil(pairsIn(groups) / mostPairs))
  let toPass = 0
  for (let group = 0; group < groupCount(groups); group++) {
    const rows = groups.rows.subarray(groups.starts[group], groups.starts[group + 1])
    for (let one = 0; one < rows.length; one++) {
      let other = one + 1 + toPass
      for (; other < rows.length; other += step) yield [rows[one] as number, rows[other] as number] // within the group
      toPass = other - rows.length
    }
  }
}

/** Rows in an order that nothing in them follows, the same in every run: Park–Miller. */
function drawing(rows: number): () => number {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state % rows
  }
}
