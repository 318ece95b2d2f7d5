// Files that mean harm, or were made by accident: each ends in a clear word, the service goes on, and nothing of it is half-written.
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from './desk.fixture.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const workbook = (sheet: Uint8Array) =>
  zipSync(
    {
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>',
      ),
      'xl/worksheets/s.xml': sheet,
    },
    { level: 9 },
  )

/** Each file, and the code it is refused with when all of it is here. */
const refused: Readonly<Record<string, [content: () => string | Uint8Array, code: string]>> = {
  'cut.xlsx': [() => workbook(strToU8('<worksheet/>')).subarray(0, 300), 'broken_workbook'],
  'report.csv': [() => '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'not_a_table'],
  'packed.csv': [() => gzipSync('Name,E-mail\nA,a@b.example\n'), 'not_a_table'],
  'cell.csv': [() => `Name,E-mail\n"${'x'.repeat(10_000_000)}",a@b.example\n`, 'row_too_long'],
  'wide.csv': [() => `${Array.from({ length: 6_000 }, (_, i) => `c${i}`).join(',')}\n`, 'too_many_columns'],
  'wider.csv': [() => `${'c,'.repeat(1_000_000)}\n1,2\n`, 'too_many_columns'],
  'zero.csv': [() => 'Name,E-mail\nA\0B,a@b.example\n', 'zero_bytes'],
  'mixed.csv': [
    () =>
      Buffer.concat([
        Buffer.from('Name,E-mail\nPeña,a@b.example\nNuñez,n@b.example\n'),
        Buffer.from('Peña,c@d.example\n', 'latin1'),
      ]),
    'broken_text',
  ],
  'surrogate.csv': [() => Buffer.from([0xff, 0xfe, 0x41, 0, 0x00, 0xd8, 0x0a, 0]), 'broken_text'],
  'quote.csv': [() => 'Name,E-mail\n"A,a@b.example\n', 'unclosed_quote'],
  'deep.json': [() => `[{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`, 'too_deep'],
  'empty.csv': [() => '', 'empty_file'],
}

test.each(Object.keys(refused))(
  '%s is refused in words, and can’t be run',
  async (name) => {
    const [content, code] = refused[name] ?? [() => '', '']
    const began = performance.now()
    const view = await desk.send({ [name]: content() })
    expect(view.files[0], `${Math.round(performance.now() - began)} ms`).toMatchObject({
      state: 'unreadable',
      failure: { code },
    })
    expect(view.files[0]?.failure?.message.length).toBeGreaterThan(20)
    await expect(desk.world.imports.ask(desk.world.operator, view.id, 'run')).rejects.toMatchObject({
      code: 'mapping_refused',
    })
  },
  60_000,
)

test('five thousand columns are looked at and left out, but for those that mean something', async () => {
  const headers = ['Full name', 'E-mail', ...Array.from({ length: 4_998 }, (_, i) => `x${i}`)]
  const cells = ['Wide Person', 'wide@columns.example', ...Array.from({ length: 4_998 }, (_, i) => `${i}`)]
  const view = await desk.send({ 'columns.csv': `${headers.join(',')}\n${cells.join(',')}\n` })
  expect(view.files[0]).toMatchObject({ state: 'ready', mappedBy: 'guess' })
  expect((await desk.step(view, 'run')).counts).toMatchObject({ created: 1 })
})

test('headers called like parts of the language, and cells that are formulas, are words like any other', async () => {
  const text =
    'Full name,E-mail,__proto__,constructor,toString\n"=HYPERLINK(""http://evil"")",f@formula.example,{},x,y\n@cmd,nobody,1,2,3\n'
  const view = await desk.send({ 'formula.csv': text })
  const done = await desk.step(view, 'run')
  expect(done.counts).toMatchObject({ created: 1, rejected: 1 })
  const where = { field: 'email', op: 'is', value: 'f@formula.example' }
  expect(await desk.world.ask({ from: 'contact', select: ['name'], where })).toMatchObject([
    { name: '=HYPERLINK("http://evil")' },
  ])
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  const { lines } = await desk.world.imports.rejectedRows(desk.world.operator, view.id, view.files[0]?.id ?? '')
  const rejected = []
  for await (const line of lines) rejected.push(line)
  expect(rejected[1]?.slice(0, 2)).toEqual(['@cmd', 'nobody'])
})

test('a lone surrogate in JSON is a fault of its row', async () => {
  const view = await desk.send({
    'lone.json': '[{"name":"A \\ud800 B","email":"lone@json.example"},{"name":"Whole","email":"whole@json.example"}]',
  })
  const done = await desk.step(view, 'run')
  expect(done).toMatchObject({ state: 'done', counts: { created: 1, rejected: 1 } })
})

test('what did not arrive whole, or not as it was, is not taken in', async () => {
  const { imports, operator } = desk.world
  const { id } = await imports.open(operator, {})
  const added = await imports.addFile(operator, id, { name: 'half.csv', size: 100 })
  const half = async function* () {
    yield Buffer.from('Full name,E-mail\n')
    throw new Error('the connection broke')
  }
  await expect(
    imports.receive(operator, id, added.files[0]?.id ?? '', { offset: 0, content: half() }),
  ).rejects.toThrow()
  await expect(imports.ask(operator, id, 'run')).rejects.toMatchObject({ code: 'mapping_refused' })
  const other = await imports.addFile(operator, id, { name: 'other.csv', size: 3, sha256: '0'.repeat(64) })
  const content = async function* () {
    yield Buffer.from('a,b')
  }
  await expect(
    imports.receive(operator, id, other.files[1]?.id ?? '', { offset: 0, content: content() }),
  ).rejects.toMatchObject({ code: 'digest_differs' })
  const more = async function* () {
    yield Buffer.from('a,b,c')
  }
  await expect(
    imports.receive(operator, id, other.files[1]?.id ?? '', { offset: 0, content: more() }),
  ).rejects.toMatchObject({ code: 'too_large' })
})
