import { expect, test } from 'vitest'
import { Failure } from '../../platform/index.ts'
import { noNames, type Records } from '../../records/index.ts'
import { openDesk } from '../orders/desk.fixture.ts'
import { carryOutStep, type Stepping } from '../orders/steps.ts'
import { rowsAFlush } from './run.ts'

test('an import that failed is taken back whole, with what was written beside the flush that failed', async () => {
  const desk = await openDesk()
  const { world, stepping } = desk
  const contacts = () => world.ask({ from: 'contact', select: ['name'], limit: 5 })
  try {
    const rows = Array.from({ length: rowsAFlush + 200 }, (_, n) => `P${n},Person ${letters(n)},p${n}@firm${n}.example`)
    const { id } = await desk.send({ 'people.csv': ['Id,Full name,E-mail', ...rows].join('\n') })
    await world.imports.ask(world.operator, id, 'run')
    await carryOutStep(failingFirst(stepping), { workspace: world.workspace.id, id })
    const failed = await world.imports.get(world.operator, id)
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'not_allowed' } })
    expect(await contacts(), 'those of the second flush').toHaveLength(5)
    const undone = await desk.step(failed, 'undo')
    expect(undone.state).toBe('undone')
    expect(await contacts()).toEqual([])
  } finally {
    await desk.close()
  }
})

/** The right to do it is taken away when the second flush is written and the first is not yet. */
function failingFirst(stepping: Stepping): Stepping {
  const secondIsWritten = Promise.withResolvers<void>()
  const failing = (records: Records): Records => ({
    ...records,
    async change(actor, object, changes, options) {
      if (changes.length === rowsAFlush) {
        await options?.beside?.(noNames)
        await secondIsWritten.promise
        throw new Failure('not_allowed', { verb: 'create', object })
      }
      const result = await records.change(actor, object, changes, options)
      secondIsWritten.resolve()
      return result
    },
  })
  return {
    ...stepping,
    importing(actor, of) {
      const own = stepping.importing(actor, of)
      return { ...own, records: failing(own.records) }
    },
  }
}

/** A word of its own for each number. */
const letters = (n: number): string => String(n).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))
