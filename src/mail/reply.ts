// What a sender is answered, by the codes of RFC 5321. With one of 4xx it keeps the mail and tries again.

export type Reply = Error & { responseCode: number }

const reply =
  (responseCode: number) =>
  (text: string): Reply =>
    Object.assign(new Error(line(text)), { responseCode })

export const closing = reply(421)
export const tryAgain = reply(451)
export const noRoom = reply(452)
export const notHere = reply(550)
export const tooLarge = reply(552)
export const notTaken = reply(554)

/** Whatever the recipient was, or was not. */
export const noSuchAddress = (): Reply => notHere('No such address here')

export const isReply = (error: unknown): error is Reply => error instanceof Error && 'responseCode' in error

/** One line that any mail server passes on: what is in it may be the name of a file. */
const line = (text: string): string =>
  text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 400)
