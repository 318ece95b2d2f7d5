// What runs until somebody stops it. The first signal asks it to finish what it has begun; a second one ends it at once, for
// which the database is made: nothing that was answered is lost.
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** How long what is under way may take once we were asked to stop. */
export const longestEnding = 10_000

/** Waits for a signal. After it, a second one ends the process, and so does staying longer than `longestEnding`. */
export async function untilStopped(): Promise<NodeJS.Signals> {
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const each of signals) process.once(each, resolve)
  })
  for (const each of signals) process.on(each, () => process.exit(130))
  setTimeout(() => process.exit(1), longestEnding + 2_000).unref()
  return signal
}
