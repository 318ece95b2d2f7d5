/** Where time comes from. It is given, so that a job can run as of any date and a test is the same every day. */
export type Clock = () => Date
export const systemClock: Clock = () => new Date()

/** A clock that stands still until told otherwise. */
export function fixedClock(iso: string): Clock & { set(iso: string): void; advance(ms: number): void } {
  let at = new Date(iso).getTime()
  return Object.assign(() => new Date(at), {
    set: (next: string) => {
      at = new Date(next).getTime()
    },
    advance: (ms: number) => {
      at += ms
    },
  })
}
