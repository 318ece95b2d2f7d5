// Imports as somebody with a key sends them: what the tests of imports over HTTP begin with.
import { expect } from 'vitest'
import { settle } from '../worker/index.ts'
import type { Answered, Served } from './served.fixture.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type ImportDesk = {
  /** The route begins behind `/api/v1/imports`. */
  ask(method: Method, route: string, body?: unknown): Promise<Answered>
  put(route: string, content: Uint8Array | string): Promise<Pick<Answered, 'status' | 'json'>>
  /** An import of one file, sent whole; of a workbook, the sheets that are named. */
  send(name: string, content: Uint8Array | string, sheets?: readonly string[]): Promise<{ id: string; file: string }>
  /** Asks for a step, does what the worker has to do, and answers the import as it is then. */
  step(id: string, name: string, body?: unknown): Promise<Answered['json']>
}

export function importDesk(served: Served, as: string): ImportDesk {
  const at = '/api/v1/imports'
  const ask: ImportDesk['ask'] = (method, route, body) =>
    served.ask(method, `${at}${route}`, { as, ...(body === undefined ? {} : { body }) })
  const put: ImportDesk['put'] = async (route, content) => {
    const answer = await served.app.inject({
      method: 'PUT',
      url: `${at}${route}`,
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/octet-stream' },
      payload: Buffer.from(content),
    })
    return { status: answer.statusCode, json: answer.json() }
  }
  return {
    ask,
    put,
    async send(name, content, sheets) {
      const { json: opened } = await ask('POST', '', { name })
      const added = await ask('POST', `/${opened.id}/files`, { name, size: Buffer.byteLength(content), sheets })
      const file = added.json.files[0].id
      const { status, json } = await put(`/${opened.id}/files/${file}/content`, content)
      expect(status, JSON.stringify(json)).toBe(200)
      return { id: opened.id, file }
    },
    async step(id, name, body = {}) {
      const asked = await ask('POST', `/${id}/${name}`, body)
      expect(asked.status, asked.text).toBe(202)
      await settle({ ...served.holdfast }, served.world.workspace.id)
      return (await ask('GET', `/${id}`)).json
    },
  }
}
