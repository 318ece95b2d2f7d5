// What a language must be able to say. Slots: {person}, {company}, {feature}, {number}.
import type { Random } from '../random.ts'

export type Mood = 'well' | 'flat' | 'worried'
type Lines = readonly [string, ...string[]]

export type TicketText = {
  kind: 'question' | 'bug' | 'incident' | 'problem' | 'feature_request' | 'task'
  subject: string
  description: string
  resolution: string
}

export type Phrasebook = {
  subjects: Record<'call' | 'meeting' | 'training' | 'business_review' | 'note' | 'announcement', Lines>
  openings: Lines
  seen: Record<Mood, Lines>
  said: Record<Mood, Lines>
  next: Record<Mood, Lines>
  decided: Record<Mood, Lines>
  promised: Lines
  concerns: Lines
  mail: {
    fromUs: readonly [readonly [string, string], ...(readonly [string, string])[]]
    fromThem: Record<Mood, readonly [readonly [string, string], ...(readonly [string, string])[]]>
  }
  tickets: readonly [TicketText, ...TicketText[]]
  ratings: { good: Lines; bad: Lines }
  /** A detractor's comment takes a paragraph of each. */
  scores: { promoter: Lines; passive: Lines; detractor: readonly [Lines, Lines, Lines] }
  objectives: readonly [Objective, ...Objective[]]
  tasks: Record<Mood, Lines>
  risks: Lines
  internal: Record<Mood, Lines>
}

export type Objective = { name: string; baseline: string; target: string; good: string; poor: string; outcome: string }

export type Slots = { person: string; company: string }

const features = ['Flows', 'Forms', 'Approvals', 'Dashboards', 'Connect', 'Assist', 'Mobile Capture'] as const

/** Fills the slots of lines that belong to one text: they speak of one feature, and each has numbers of its own. */
export function speaker(slots: Slots, random: Random): (line: string) => string {
  const feature = random.pick(features)
  return (line) => {
    const filling: Record<string, string> = { ...slots, feature, number: String(random.int(3, 48)) }
    return line.replace(/\{(\w+)\}/g, (slot, name: string) => filling[name] ?? slot)
  }
}

export const moodAt = (strain: number, random: Random): Mood => {
  const felt = strain + random.around(0, 0.12)
  return felt > 0.5 ? 'worried' : felt > 0.22 ? 'flat' : 'well'
}
