// What is happening at a customer, as two curves over the year: how much they use the product, and how strained things are.
// Tickets, scores, moods, forecasts and late payments are all read off them, so that every screen tells the same story.
import type { Company } from './company.ts'
import type { Random } from './random.ts'

export type Arc = 'thriving' | 'steady' | 'fading' | 'troubled' | 'quiet' | 'onboarding' | 'recovering' | 'churned'

export type Story = {
  arc: Arc
  /** First contract began that many days ago. */
  startedAgo: number
  /** Churned customers: the last day was that many days ago. */
  endedAgo: number | null
  /** Days until the renewal date; negative is overdue. Null: nobody wrote one down. */
  renewsIn: number | null
  termMonths: number
  /** 0–1.2 of the activity one would expect from the seats bought; 0 before the start and after the end. */
  usage(daysAgo: number): number
  /** 0–1. Follows a fall in use by about three weeks. */
  strain(daysAgo: number): number
  /** The champion left that many days ago. */
  championLeftAgo: number | null
  isSingleThreaded: boolean
}

export function storyOf(company: Company, random: Random): Story {
  const arc = random.weighted<Arc>([
    ['steady', 33],
    ['thriving', 20],
    ['fading', 13],
    ['quiet', 11],
    ['troubled', 8],
    ['onboarding', 7],
    ['churned', 5],
    ['recovering', 3],
  ])
  const startedAgo = arc === 'onboarding' ? random.int(12, 110) : random.int(240, 2200)
  const endedAgo = arc === 'churned' ? random.int(15, 200) : null
  const base = arc === 'quiet' ? 0.12 + random.next() * 0.2 : 0.55 + random.next() * 0.35
  const onset = onsetOf(arc, endedAgo, random)
  const dip = { arc, base, onset, startedAgo, endedAgo, wave: random.next() * 6, depth: 0.45 + 0.55 * random.next() }
  return {
    arc,
    startedAgo,
    endedAgo,
    renewsIn: renewalOf(arc, startedAgo, random),
    termMonths: random.weighted([
      [12, company.tier === 'standard' ? 8 : 4],
      [24, 2],
      [36, company.tier === 'standard' ? 0.5 : 3],
    ]),
    usage: (daysAgo) => usageAt(dip, daysAgo),
    strain: (daysAgo) => strainAt(dip, daysAgo),
    championLeftAgo: isFalling(arc) && random.chance(0.4) ? Math.max(5, onset + random.int(-15, 25)) : null,
    isSingleThreaded: random.chance(arc === 'quiet' ? 0.55 : company.tier === 'standard' ? 0.18 : 0.05),
  }
}

type Curve = {
  arc: Arc
  base: number
  onset: number
  startedAgo: number
  endedAgo: number | null
  wave: number
  /** How badly it goes where it goes badly: 0.45–1. */
  depth: number
}

const isFalling = (arc: Arc): boolean => arc === 'fading' || arc === 'troubled' || arc === 'churned'

/** When things turned, in days ago. */
function onsetOf(arc: Arc, endedAgo: number | null, random: Random): number {
  if (arc === 'fading') return random.int(80, 150)
  if (arc === 'troubled') return random.int(25, 65)
  if (arc === 'churned') return (endedAgo ?? 0) + random.int(70, 150)
  return arc === 'recovering' ? random.int(200, 260) : 0
}

function renewalOf(arc: Arc, startedAgo: number, random: Random): number | null {
  if (random.chance(0.05)) return null
  if (arc === 'onboarding') return 365 - startedAgo
  if (arc === 'fading') return random.chance(0.15) ? random.int(-38, -2) : random.int(12, 150)
  if (arc === 'troubled') return random.chance(0.25) ? random.int(-45, -3) : random.int(5, 95)
  return random.chance(0.03) ? random.int(-30, -1) : random.int(8, 360)
}

function usageAt(curve: Curve, daysAgo: number): number {
  if (daysAgo > curve.startedAgo || (curve.endedAgo !== null && daysAgo < curve.endedAgo)) return 0
  const wave = 1 + 0.08 * Math.sin(daysAgo / 23 + curve.wave)
  return Math.max(0, curve.base * wave * courses[curve.arc](curve, daysAgo))
}

/** How far a curve has come since it turned, 0 to 1, over so many days. */
const since = ({ onset }: Curve, daysAgo: number, over: number, late = 0): number =>
  Math.min(1, Math.max(0, (onset - late - daysAgo) / over))

const courses: Record<Arc, (curve: Curve, daysAgo: number) => number> = {
  thriving: (_, daysAgo) => 1.3 - 0.55 * (daysAgo / 365),
  steady: () => 1,
  quiet: () => 1,
  fading: (curve, daysAgo) => 1 - 0.8 * since(curve, daysAgo, 75),
  troubled: (curve, daysAgo) => 1 - 0.5 * since(curve, daysAgo, 30),
  churned: (curve, daysAgo) => 1 - 0.9 * since(curve, daysAgo, 60),
  onboarding: ({ startedAgo }, daysAgo) => Math.min(1, 0.1 + (startedAgo - daysAgo) / 70),
  recovering: (curve, daysAgo) =>
    1 - 0.6 * since(curve, daysAgo, 40) + 0.65 * since({ ...curve, onset: curve.onset - 85 }, daysAgo, 60),
}

function strainAt(curve: Curve, daysAgo: number): number {
  const { depth } = curve
  if (curve.arc === 'fading') return 0.15 + 0.75 * depth * since(curve, daysAgo, 70, 20)
  if (curve.arc === 'troubled') return 0.15 + 0.8 * depth * since(curve, daysAgo, 15)
  if (curve.arc === 'churned') return 0.2 + 0.7 * since(curve, daysAgo, 60, 15)
  if (curve.arc === 'recovering') return 0.2 + 0.6 * since(curve, daysAgo, 30) - 0.6 * since(curve, daysAgo, 60, 85)
  return { thriving: 0.04, steady: 0.24, quiet: 0.42, onboarding: 0.3 }[curve.arc] * depth
}
