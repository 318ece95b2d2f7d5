// From nothing to the first answered question, as after a deploy: the database is up, the service is not. And the memory it
// then holds, once it has nothing to do.
import { memoryOf } from './cpu.ts'
import type { Installation } from './installation.ts'
import { median } from './rounds.ts'
import { startHoldfast } from './servers.ts'
import { against, fixed, type Section } from './table.ts'

const starts = 5
const idleMs = 10_000

export async function benchStart(installation: Installation): Promise<Section> {
  const [workspace] = installation.workspaces
  const question = {
    path: '/api/v1/accounts?limit=50',
    headers: { authorization: `Bearer ${workspace?.keys['sales']}` },
  }
  const seconds: number[] = []
  const memory: number[] = []
  for (let i = 0; i < starts; i++) {
    const began = performance.now()
    const server = await startHoldfast(installation, { ready: question })
    seconds.push((performance.now() - began) / 1_000)
    if (i === starts - 1) {
      await new Promise((resolve) => setTimeout(resolve, idleMs))
      memory.push(memoryOf(server.pid))
    }
    await server.stop()
  }
  return {
    title: 'Start',
    columns: ['', 'median', 'all'],
    rows: [
      [
        'seconds from start to the first list of 50',
        against(median(seconds), '≤', 1),
        seconds.map((each) => fixed(each, 2)).join(' '),
      ],
      [
        `MB held ${idleMs / 1_000} s later`,
        against(median(memory), '≤', 170, 0),
        memory.map((each) => fixed(each, 0)).join(' '),
      ],
    ],
  }
}
