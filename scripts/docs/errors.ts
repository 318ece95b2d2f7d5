// docs/generated/errors.md: every failure and verdict, with its sentence as a client developer meets it.
import { languages, type Words } from '../../dictionary/index.ts'
import { catalogue, verdicts } from '../../src/platform/index.ts'

export type Said = { code: string; status: number | null; say: Words }

/** What the catalogues say, with the names of the details in braces where their values come. */
export const failuresSaid = (): Said[] =>
  Object.entries(catalogue).map(([code, { status, say }]) => ({
    code,
    status,
    // Each entry takes its own details; the stand-in answers to any name.
    say: (say as (details: object) => Words)(standIn),
  }))

export const verdictsSaid = (): Said[] =>
  Object.entries(verdicts).map(([code, say]) => ({
    code,
    status: null,
    say: say({ label: '{label}', given: '{given}', hint: '{hint}' }),
  }))

export function errorsPage(): string {
  const rows = (said: readonly Said[]) =>
    said.map(({ code, status, say }) =>
      [
        `### \`${code}\`${status === null ? '' : ` — ${status}`}`,
        '',
        ...languages.map((each) => `- ${each}: ${say[each]}`),
        '',
      ].join('\n'),
    )
  return [
    '# Errors',
    '',
    'Written by `npm run docs` from the catalogues in `src/platform/failures/`; a test keeps them equal.',
    'A failure is the answer to a whole request. Its JSON has `code`, `message` and the details named in braces here.',
    '',
    '## Failures',
    '',
    ...rows(failuresSaid()),
    '## Verdicts',
    '',
    'What can be wrong with one value or one row, by form, file and API alike. A word missing from the list `industry` has the',
    'code `unknown_industry` in the place of `unknown_term`.',
    '',
    ...rows(verdictsSaid()),
  ].join('\n')
}

/** Details by any name, each a text of its name in braces that can also be read as a list of one. */
const standIn: object = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? placeholder(name) : undefined) })

const placeholder = (name: string): object =>
  Object.assign(Object(`{${name}}`), { map: (each: (one: object) => unknown) => [each(standIn)] })
