// JSON as the API has it: one list under the name of the object, or a record a line.
import type { Row } from './columns.ts'

export async function* jsonOf(name: string, pages: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  let before = `{${JSON.stringify(name)}:[\n`
  for await (const rows of pages)
    for (const row of rows) {
      yield before + JSON.stringify(row)
      before = ',\n'
    }
  yield before.startsWith('{') ? `${before}]}\n` : '\n]}\n'
}

/** Each line says of which object it is, for a line stands by itself. */
export async function* linesOf(object: string | null, pages: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  for await (const rows of pages)
    yield rows.map((row) => `${JSON.stringify(object === null ? row : { object, ...row })}\n`).join('')
}
