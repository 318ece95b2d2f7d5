// The language in which whoever asks is answered. It changes words and nothing else, so it goes beside the work instead of through
// every stage of it: an actor is who may do what, in whatever language they read.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Language } from '../../../dictionary/words.ts'

const speaking = new AsyncLocalStorage<Language>()

/** The work, answered in this language wherever it says a sentence. */
export const speakIn = <T>(language: Language, work: () => T): T => speaking.run(language, work)

/** English where nobody said otherwise, as in logs. */
export const spoken = (): Language => speaking.getStore() ?? 'en'
