// The words come from outside: `../shared/data/exports/industry_synonyms.csv`. Where that folder is absent, the test that
// reads it says so by being skipped.
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { choice } from '../field-types/choice.ts'
import type { Term } from '../field-types/index.ts'
import { words } from '../words.ts'
import { contact_role } from './contact_role.ts'
import { industry } from './industry.ts'

const synonyms = new URL('../../../shared/data/exports/industry_synonyms.csv', import.meta.url)

const read = (word: string, list: { terms: readonly Term[] }) =>
  choice.parse(word, { name: 'any', label: words('Any', 'Any', 'Any', 'Any'), terms: list.terms })

test('an industry is understood in four languages, in any case, with or without accents', () => {
  for (const word of ['TECH', 'Tecnología', 'tecnologia', 'Teknologi Maklumat', 'technology industry'])
    expect(read(word, industry)).toEqual({ value: 'Technology' })
})

test('a word that says nothing is no industry', () => {
  for (const word of ['Other', 'General', 'Otros', 'Outros', 'Lain-lain', 'N/A', 'TBD', 'Misc'])
    expect(read(word, industry)).toMatchObject({ fault: 'unknown_term' })
})

test('a vague role is not offered', () => {
  for (const word of ['Stakeholder', 'Main contact', 'TBD', 'Contact'])
    expect(read(word, contact_role)).toMatchObject({ fault: 'unknown_term' })
})

describe.skipIf(!existsSync(synonyms))('the words of ../shared/data/exports/industry_synonyms.csv', () => {
  test('each mean the industry they stand for', () => {
    const rows: { industry: string; word: string }[] = parse(readFileSync(synonyms), { columns: true })
    expect(rows.length).toBeGreaterThan(100)
    for (const row of rows) expect([row.word, read(row.word, industry)]).toEqual([row.word, { value: row.industry }])
  })
})
