// `npm run docs`: writes docs/generated/ from the dictionary and the catalogue of failures. test/catalogue.test.ts holds them equal.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pages } from './docs/index.ts'

for (const [path, write] of Object.entries(pages)) {
  const file = join(import.meta.dirname, '..', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, write())
  console.log(`${path} written`)
}
