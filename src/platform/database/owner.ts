import pg from 'pg'

export type OwnerQuery = (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>

/** A connection of the schema's owner, for the time of one piece of upkeep. Never for a request. */
export async function asOwner<T>(url: string, work: (query: OwnerQuery) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'holdfast upkeep' })
  await client.connect()
  try {
    return await work(async (text, values = []) => (await client.query(text, [...values])).rows)
  } finally {
    await client.end()
  }
}
