// The language in which whoever asks is answered. It changes words and nothing else, so it goes beside the work instead of through
// every stage of it: an actor is who may do what, in whatever language they read.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Language, Words } from '../../../dictionary/words.ts'

const speaking = new AsyncLocalStorage<Language>()

/** The work, answered in this language wherever it says a sentence. */
export const speakIn = <T>(language: Language, work: () => T): T => speaking.run(language, work)

/** English where nobody said otherwise, as in logs. */
export const spoken = (): Language => speaking.getStore() ?? 'en'

declare const told_: unique symbol
/** Words in the language of whoever asks. A text that is there in English alone is none, so the compiler asks for the others. */
export type Told = string & { readonly [told_]: true }

export const told = (text: Words): Told => text[spoken()] as Told // what the type stands for is just done

/** What another program says, which has words of its own. */
export const inTheirWords = (text: string): Told => text as Told // nobody could say it in another language
