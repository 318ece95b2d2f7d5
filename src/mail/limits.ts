/** What a stranger may take up. */
export type Limits = {
  connections: number
  /** Of one mail, as it travels. */
  bytes: number
  /** Tables that one mail brings. */
  tables: number
  /** Parts of any kind, and the bytes of the head of one. */
  parts: number
  head: number
  /** A line of it; parts are read line by line. */
  line: number
  /** Recipients that are not here, on one connection. */
  misses: number
  /** How long a connection may say nothing, and how long it may take in all. */
  idleMs: number
  wholeMs: number
  /** A refused recipient is told so after this long, whatever was looked up for it. */
  refusalMs: number
}

export const limitsFor = (bytes: number): Limits => ({
  connections: 20,
  bytes,
  tables: 10,
  parts: 100,
  head: 128 * 1_024,
  line: 1_048_576,
  misses: 5,
  idleMs: 60_000,
  wholeMs: 20 * 60_000,
  refusalMs: 300,
})
