import type { Language } from '../places.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { ms } from './ms.ts'
import type { Phrasebook } from './phrasebook.ts'
import { pt } from './pt.ts'

export const phrasebooks: Record<Language, Phrasebook> = { en, es, pt, ms }
export { type Mood, moodAt, type Slots, speaker } from './phrasebook.ts'
