// What is left in English, or in nobody's language, on a page in another language.
import { type Language, manifest, type Words } from '../../dictionary/index.ts'
import { catalogues, en } from '../../web/words/all.ts'

const sentences = (catalogue: object): readonly (readonly [string, string])[] =>
  Object.entries(catalogue).flatMap(([group, each]: [string, Record<string, string>]) =>
    Object.entries(each).map(([name, sentence]) => [`${group}.${name}`, sentence] as const),
  )

const objects = [...manifest.objects.values()]
const declared: readonly Words[] = [
  ...objects.flatMap(({ label, labelPlural, describe }) => [label, labelPlural, describe]),
  ...objects.flatMap(({ fields }) =>
    [...fields.values()].flatMap((field) => [
      field.label,
      field.describe,
      ...(field.terms ?? []).map(({ label }) => label),
    ]),
  ),
]

/** Samples of how days are written in a file, to choose from. */
const samples = new Set(['2026-12-31'])

const nameOfSentence = new RegExp(`\\{\\{|^(${Object.keys(en).join('|')})\\.[a-zA-Z_]+$`)
const gap = /\{\{\w+\}\}/

/** Days, numbers and amounts as another language writes them. ARR and its like are called so everywhere. */
const foreign: Readonly<Record<Exclude<Language, 'en'>, RegExp>> = {
  es: /\b(Jan|Apr|Aug|Dec) \d|\b\d{1,2}\/\d{1,2}\/20\d\d, \d{1,2}:\d\d [AP]M|\$\d{1,3}(,\d{3})+\b|\b20\d\d-\d\d-\d\d\b/,
  pt: /\b(Feb|Apr|May|Aug|Sep|Oct|Dec) \d|\$\d{1,3}(,\d{3})+\b|\b20\d\d-\d\d-\d\d\b/,
  ms: /\b(Mar|May|Aug|Oct|Dec) \d{1,2}\b|\b20\d\d-\d\d-\d\d\b/,
}

/** For one language, made once: answers which of the words on a page do not belong there. */
export function leftoverIn(
  language: Exclude<Language, 'en'>,
  dictionary = declared,
): (words: readonly string[]) => string[] {
  const own = sentences(catalogues[language])
  const theirs = new Set([...own.map(([, sentence]) => sentence), ...dictionary.map((each) => each[language])])
  const english = [...sentences(en).map(([, sentence]) => sentence), ...dictionary.map((each) => each.en)].filter(
    (sentence) => !theirs.has(sentence) && !/^[A-Z]{2,4}$/.test(sentence),
  )
  const whole = new Set(english)
  const withGaps = english
    .filter(
      (sentence) =>
        gap.test(sentence) &&
        sentence
          .replace(/\{\{\w+\}\}/g, '')
          .trim()
          .split(' ').length > 2,
    )
    .map(
      (sentence) =>
        new RegExp(
          `^${sentence
            .split(/\{\{\w+\}\}/)
            .map(escaped)
            .join('.+')}$`,
        ),
    )
  return (words) =>
    words.filter(
      (word) =>
        whole.has(word) ||
        nameOfSentence.test(word) ||
        (foreign[language].test(word) && !samples.has(word)) ||
        withGaps.some((sentence) => sentence.test(word)),
    )
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
