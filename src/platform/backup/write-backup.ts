import { baseBackup } from './base-backup.ts'
import { FORMAT_VERSION, writeContainer } from './container.ts'
import { withConnection } from './copy.ts'

/** What the caller knows of the database: the migration it stands at, and whatever else should be kept with it. */
export type About = { schema: string; [more: string]: string }

/**
 * Writes the whole server, as it is at the end of the call, to one file while it goes on serving.
 * `url` must be of a role that may replicate; `progress` hears the bytes read so far, before compression.
 */
export async function writeBackup(o: {
  url: string
  file: string
  about: About
  clock: () => Date
  progress?: (bytes: number) => void
}): Promise<{ bytes: number; sha256: string }> {
  return withConnection(replicationUrl(o.url), async (client) => {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    const postgres = Number.parseInt(rows[0]?.server_version ?? '', 10)
    const createdAt = o.clock().toISOString()
    return writeContainer(
      o.file,
      { format: 'cluster', version: FORMAT_VERSION, postgres, createdAt, about: o.about },
      async (put) => {
        let bytes = 0
        const counted = async function* (content: AsyncIterable<Buffer>) {
          for await (const chunk of content) {
            bytes += chunk.length
            o.progress?.(bytes)
            yield chunk
          }
        }
        for await (const { name, content } of baseBackup(client)) await put(name, counted(content))
      },
    )
  })
}

function replicationUrl(url: string): string {
  const replication = new URL(url)
  replication.searchParams.set('replication', 'true')
  return replication.href
}
