// Whatever bytes arrive, reading ends in rows or in a sentence, never in a crash.

import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openFile, UnreadableFile } from './index.ts'
import { all, testFiles } from './test-files.ts'

const write = testFiles()

async function drain(content: Uint8Array): Promise<string> {
  try {
    const opened = await openFile(await write(content))
    return `${(await all<unknown>(opened.kind === 'table' ? opened.rows() : opened.items())).length} rows`
  } catch (fault) {
    if (fault instanceof UnreadableFile) return fault.code
    throw fault
  }
}

const workbook = zipSync({
  'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>',
  ),
  'xl/sharedStrings.xml': strToU8('<sst><si><t>Name</t></si><si><t>ARR</t></si></sst>'),
  'xl/worksheets/s.xml': strToU8(
    '<worksheet><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="B2"><v>5</v></c></row></worksheet>',
  ),
})

const seeds = [
  workbook,
  strToU8('Name,ARR,Note\nAcme,"1,200.50","x\ny"\n"Peña",3,\n,,\nTotal,1203.50,\n'),
  strToU8('{"object":"list","data":[{"id":1,"tags":["a"]},{"id":"é\\"\\u00e9"}],"more":null}'),
  strToU8('{"id":1}\n{"id":2,"a":{"b":[1,2]}}\n'),
  new Uint8Array(Buffer.from('\ufeffName\tARR\nAcme\t1\n', 'utf16le')),
]

const change = fc.record({ at: fc.nat(999), remove: fc.nat(30), insert: fc.uint8Array({ maxLength: 6 }) })

test('the seeds themselves are read', async () => {
  expect(await Promise.all(seeds.map(drain))).toEqual(['1 rows', '4 rows', '2 rows', '2 rows', '1 rows'])
})

test('damaged files of every kind end in rows or in an UnreadableFile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (seed, changes) => {
        let bytes = Buffer.from(seed)
        for (const { at, remove, insert } of changes) {
          const from = at % (bytes.length + 1)
          bytes = Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + (insert.length ? 0 : remove))])
        }
        expect(await drain(bytes)).toMatch(/^\d+ rows$|^[a-z_]+$/)
      },
    ),
    { numRuns: 400 },
  )
}, 30_000)
