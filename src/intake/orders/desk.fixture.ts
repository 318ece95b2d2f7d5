// A world with somebody at the import desk: what the tests of this folder begin with. Steps are done at once, as the worker does them.
import { Readable } from 'node:stream'
import { testSecret } from '../../../test/harness/global.ts'
import { openWorld, type World } from '../../../test/harness/world.ts'
import type { Actor } from '../../access/index.ts'
import { openSecret, rehearse } from '../../platform/index.ts'
import { openRecords } from '../../records/index.ts'
import type { Importing } from '../imports/run.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { Step } from './order.ts'
import type { ResultsOrder } from './results.ts'
import { carryOutStep, type Stepping } from './steps.ts'
import type { ImportView } from './view.ts'

export type Desk = {
  world: World
  stepping: Stepping
  /** Opens an import of these files, name → content. */
  send(
    files: Readonly<Record<string, string | Uint8Array>>,
    o?: { as?: Actor; questions?: 'ask' | 'create'; sheets?: readonly string[]; recurring?: string },
  ): Promise<ImportView>
  map(view: ImportView, change: (mapping: Mapping) => Mapping, as?: Actor): Promise<ImportView>
  step(view: ImportView, step: Step, as?: Actor): Promise<ImportView>
  results(view: ImportView, o: ResultsOrder, as?: Actor): Promise<ResultsOf>
  close(): Promise<void>
}
type ResultsOf = Awaited<ReturnType<World['imports']['results']>>['data']

export async function openDesk(): Promise<Desk> {
  const world = await openWorld()
  const { imports, operator, workspace, app: pool, system, clock, ids, uploads } = world
  const secret = openSecret({ folder: '', given: testSecret })
  const importing = (own: Pick<Importing, 'pool' | 'records'>): Importing => ({
    ...own,
    clock,
    ids,
    keepEvents: async () => {},
    addTerms: async () => {},
    followUp: async () => {},
  })
  const stepping: Stepping = {
    pool,
    uploads,
    clock,
    accessOf: (actor) => world.records.book.of(actor),
    importing: () => importing({ pool, records: world.records }),
    rehearse: (actor, work) =>
      rehearse(pool, actor.workspace, (within) =>
        work(
          importing({ pool: within, records: openRecords({ pool: within, background: system, clock, ids, secret }) }),
        ),
      ),
    currencyOf: async () => 'USD',
  }
  return {
    world,
    stepping,
    async send(files, { as = operator, questions, sheets, recurring } = {}) {
      const { id } = await imports.open(as, {
        name: Object.keys(files).join(', '),
        recurring,
        ...(questions ? { settings: { questions } } : {}),
      })
      let view = await imports.get(as, id)
      for (const [name, content] of Object.entries(files)) {
        const bytes = Buffer.from(content)
        const added = await imports.addFile(as, id, { name, size: bytes.length, sheets })
        view = await imports.receive(as, id, added.files.at(-1)?.id ?? '', {
          offset: 0,
          content: Readable.from([bytes]),
        })
      }
      return view
    },
    async map(view, change, as = operator) {
      const [file] = view.files
      if (!file || !('mapping' in file) || !file.mapping)
        throw new Error(`There is no mapping: ${JSON.stringify(view)}`)
      return imports.map(as, view.id, file.id, JSON.parse(JSON.stringify(change(file.mapping))), {})
    },
    async step(view, step, as = operator) {
      clock.advance(1_000)
      await imports.ask(as, view.id, step)
      await carryOutStep(stepping, { workspace: workspace.id, id: view.id })
      return imports.get(as, view.id)
    },
    async results(view, order, as = operator) {
      const all = []
      for (let after: string | undefined; ; ) {
        const { data, next } = await imports.results(as, view.id, { ...order, ...(after ? { after } : {}) })
        all.push(...data)
        if (next === null) return all
        after = next
      }
    },
    close: () => world.close(),
  }
}
