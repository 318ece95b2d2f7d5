// Of mailsplit, what is used here; it brings no types.
declare module 'mailsplit' {
  import type { Transform } from 'node:stream'

  export type Part = {
    type: 'node'
    root: boolean
    multipart: string | false
    contentType: string | false
    filename: string | false
    headers: { getFirst(name: string): string }
    /** What undoes the transfer encoding. */
    getDecoder(): Transform
  }
  /** A part's head, bytes of the body of the part before, or what stands between parts. */
  export type Piece = Part | { type: 'body' | 'data'; value: Buffer }

  const mailsplit: {
    Splitter: new (limits: { maxHeadSize: number; maxChildNodes: number }) => Transform & AsyncIterable<Piece>
  }
  export default mailsplit
}
