// One import in a process of its own, so that what it holds in memory is its own. Told by its first word what to do: run an import, or
// take one back. Prints one line of JSON; progress goes to the parent, which may kill it.
import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Actor } from '../src/access/index.ts'
import { openHoldfast } from '../src/holdfast.ts'
import { carryOutStep, type Step } from '../src/intake/index.ts'
import { readConfig } from '../src/platform/index.ts'
import { steppingOf } from '../src/worker/index.ts'
import { cpuOf, cpuOfServer, memoryOf } from './cpu.ts'

export type Work = {
  env: Record<string, string>
  workspace: string
  postmaster: number
  /** Files to send first, each an import of its own; the last one is measured, the others warm the process up. */
  files: readonly string[]
  /** An import that was begun by a process that is no more. */
  id?: string
  step: Step
  questions: 'ask' | 'create'
}
export type Worked = {
  id: string
  rows: number
  created: number
  seconds: number
  growth: number
  ownMs: number
  databaseMs: number
  state: string
}

process.on('disconnect', () => process.exit(0))
process.on('message', (work: Work) => {
  void carryOut(work).then(
    // It ends when the parent has heard it: of a process that ends by itself the end is heard before its last word, on a busy machine.
    (worked) => process.send?.({ worked }),
    (error) => {
      console.error(error)
      process.exit(1)
    },
  )
})

async function carryOut(work: Work): Promise<Worked> {
  const holdfast = await openHoldfast(readConfig(work.env))
  const found = await holdfast.admin.findWorkspace(work.workspace)
  if (!found) throw new Error(`There is no workspace ${work.workspace}.`)
  const actor: Actor = { kind: 'operator', workspace: found.id, id: 'bench', via: 'import' }
  const stepping = steppingOf({ ...holdfast, ...withoutWhatFollows })
  const step = (id: string) => carryOutStep(stepping, { workspace: found.id, id })
  const { imports } = holdfast
  const begin = async (path: string): Promise<string> => {
    const { id } = await imports.open(actor, { name: basename(path), settings: { questions: work.questions } })
    const { files } = await imports.addFile(actor, id, { name: basename(path), size: statSync(path).size })
    await imports.receive(actor, id, files[0]?.id ?? '', { offset: 0, content: createReadStream(path) })
    return id
  }
  try {
    for (const path of work.files.slice(0, -1)) {
      const id = await begin(path)
      await imports.ask(actor, id, 'run')
      await step(id)
    }
    globalThis.gc?.()
    const held = memoryOf(process.pid)
    let most = held
    const watch = setInterval(() => {
      most = Math.max(most, memoryOf(process.pid))
    }, 50)
    const last = work.files.at(-1)
    const id = work.id ?? (last ? await begin(last) : '')
    process.send?.({ id })
    if (!work.id || work.step === 'undo') await imports.ask(actor, id, work.step)
    const before = {
      at: performance.now(),
      own: cpuOf(process.pid),
      database: cpuOfServer(work.postmaster),
    }
    await step(id)
    clearInterval(watch)
    const { counts, state, failure } = await imports.get(actor, id)
    if (failure) throw new Error(JSON.stringify(failure))
    if (work.step === 'run' && counts?.created !== counts?.rows) console.error(JSON.stringify(counts))
    return {
      id,
      rows: counts?.rows ?? 0,
      created: counts?.created ?? 0,
      seconds: (performance.now() - before.at) / 1_000,
      growth: most - held,
      ownMs: cpuOf(process.pid) - before.own,
      databaseMs: cpuOfServer(work.postmaster) - before.database,
      state,
    }
  } finally {
    await holdfast.close()
  }
}

/** Comparing all with all after an import is measured by bench:matching. */
const withoutWhatFollows = { duplicates: { find: async () => ({}) } } as unknown as Pick<
  Parameters<typeof steppingOf>[0],
  'duplicates'
> // only `find` follows an import
