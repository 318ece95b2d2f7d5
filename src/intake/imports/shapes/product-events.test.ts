import { expect, test } from 'vitest'
import type { Context } from '../shape.ts'
import { productEvents } from './product-events.ts'

const context: Context = {
  file: 'events.jsonl',
  currency: 'USD',
  memory: { countryOf: new Map(), organizationOf: new Map() },
}

test('a workspace keeps the name that one line gave it where the next gives none', async () => {
  const lines = [{}, { name: 'Mega Makanan' }, {}].map((traits, i) => ({
    type: 'group',
    messageId: `m${i}`,
    userId: 'u1',
    groupId: 'w1',
    traits,
  }))
  const opened = {
    kind: 'lines' as const,
    sample: lines,
    async *items() {
      for (const [row, item] of lines.entries()) yield { row, item }
    },
  }
  const names: unknown[] = []
  for await (const reading of productEvents.read(opened, context))
    if ('parts' in reading) names.push(reading.parts[0]?.change.values?.['name'])
  expect(names).toEqual(['Workspace w1', 'Mega Makanan', 'Mega Makanan'])
})
