// Colleagues called in a comment: written `@Ana Souza` while typing, kept as `@[USER]`, so that a name may change and still be theirs.
export type Called = { user: string; name: string }

/** The text as it is kept: every name that was chosen becomes its user. */
export function bodyOf(text: string, called: readonly Called[]): string {
  const longestFirst = [...called].sort((a, b) => b.name.length - a.name.length)
  return longestFirst.reduce((body, { user, name }) => body.replaceAll(`@${name}`, `@[${user}]`), text)
}

/** The parts of a kept text: words, and users that are called. */
export function calledIn(body: string): (string | { user: string })[] {
  return body.split(/@\[([0-9a-f-]{36})\]/).map((part, i) => (i % 2 === 0 ? part : { user: part }))
}

/** What is being typed after the `@` before the cursor; null where none is. */
export function wordAt(text: string, cursor: number): string | null {
  const [, word] = /(?:^|\s)@([^@\n]{0,40})$/.exec(text.slice(0, cursor)) ?? []
  return word === undefined || word.split(' ').length > 3 ? null : word
}
