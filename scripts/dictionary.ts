// `npm run dictionary [name]`: checks the declarations, and where the tables they need differ from the committed snapshot writes
// the next migration and the new snapshot. `--check` writes nothing and fails where something would be written.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { manifest, snapshotOf } from '../dictionary/index.ts'
import { indexes } from '../src/records/indexes.ts'
import { type Schema, statementsBetween } from '../src/records/tables.ts'

const root = join(import.meta.dirname, '..')
const file = join(root, 'dictionary/manifest.snapshot.json')
const folder = join(root, 'migrations')

const before: Schema = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : { objects: {}, vocabularies: {}, indexes: {} }
const after: Schema = { ...snapshotOf(manifest), indexes }
const text = `${JSON.stringify(after, null, 1)}\n`
const isCurrent = existsSync(file) && readFileSync(file, 'utf8') === text

if (process.argv.includes('--check')) {
  if (!isCurrent)
    fail(
      'dictionary/manifest.snapshot.json is behind the declarations: run `npm run dictionary`, and commit what it writes.',
    )
} else if (isCurrent) {
  console.log('The snapshot and the declarations agree; nothing to do.')
} else {
  const statements = statementsBetween(before, after)
  if (statements.length) {
    const number = String(readdirSync(folder).length + 1).padStart(4, '0')
    const name = process.argv[2] ?? 'dictionary'
    writeFileSync(
      join(folder, `${number}_${name}.sql`),
      `-- Generated from the dictionary by \`npm run dictionary\`.\n\n${statements.map((each) => `${each};\n`).join('\n')}`,
    )
    console.log(`migrations/${number}_${name}.sql: ${statements.length} statements`)
  }
  writeFileSync(file, text)
  console.log('dictionary/manifest.snapshot.json written')
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
