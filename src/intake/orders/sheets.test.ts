// The four spreadsheets of pack A, in four languages, with the mapping as it was guessed: what is refused is exactly what must be. Reads
// ../shared/data/exports; where that is absent the test says so and is skipped.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openDesk } from './desk.fixture.ts'

const pack = join(import.meta.dirname, '../../../../shared/data/exports')
const isHere = existsSync(join(pack, 'truth/rejects.csv'))
if (!isHere) console.warn('pack A (../shared/data/exports) is absent: its sheets are skipped')

const sheets = ['hoja_clientes.csv', 'planilha_contatos.csv', 'senarai_pelanggan.csv', 'us_renewals.csv']

describe.skipIf(!isHere)('the sheets of pack A', () => {
  let desk: Desk
  let read: (file: string) => Record<string, string>[]
  beforeAll(async () => {
    ;({ read } = await import(pathToFileURL(join(pack, 'tools/score.mjs')).href))
    desk = await openDesk()
    const list = read(join(pack, 'industry_synonyms.csv')).map(({ industry = '', word = '' }) => ({
      vocabulary: 'industry',
      term: { value: industry, label: { en: industry, es: industry, pt: industry, ms: industry }, synonyms: [word] },
    }))
    await desk.world.admin.addTerms(desk.world.workspace.id, list)
  })
  afterAll(() => desk.close())

  test.each(sheets)(
    '%s: rejects equal the truth, with the guessed mapping untouched',
    async (name) => {
      const view = await desk.send({ [name]: readFileSync(join(pack, name)) })
      expect(view.files[0]).toMatchObject({ state: 'ready', mappedBy: 'guess' })
      const done = await desk.step(view, 'run')
      expect(done.state, JSON.stringify(done.failure)).toBe('done')
      const truth = read(join(pack, 'truth/rejects.csv')).filter((row) => row['file'] === name)
      const named = (kind: string) =>
        truth
          .filter((row) => row['kind'] === kind)
          .map((row) => `${row['row']} ${row['reason']}`)
          .sort()
      const rejected = await desk.results(view, { of: 'run', outcome: 'rejected' })
      const codes = rejected.flatMap(({ row, faults = [] }) => [...new Set(faults.map(({ code }) => `${row} ${code}`))])
      expect(codes.sort()).toEqual(named('reject'))
      const skipped = await desk.results(view, { of: 'run', outcome: 'skipped' })
      expect(skipped.map(({ row, skip }) => `${row} ${skip}`).sort()).toEqual(named('skip'))
      const { rows, question, ...counts } = done.counts ?? { rows: 0, question: 0 }
      expect(Object.values(counts).reduce((a, b) => a + b, question)).toBe(rows)
      // What looks like a company or person of an earlier sheet is asked, not guessed.
      expect(question / rows).toBeLessThan(0.1)
    },
    60_000,
  )
})
