// Public sets of people and companies whose true matches are known, as records for the matching engine. They are read where they
// lie, beside the repository, and never copied into it; where they are absent, tests say so and are skipped.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Kind, Values } from '../../src/matching/index.ts'

export const dataFolder = join(import.meta.dirname, '../../../shared/data')

export const isDataHere = existsSync(join(dataFolder, 'people-and-companies'))

export type Labelled = {
  name: string
  kind: Kind
  records: Values[]
  /** Rows of one thing have one label. */
  truth: string[]
}

export function febrl(number: 1 | 3): Labelled {
  const rows = rowsOf(`people-and-companies/febrl/dataset${number}.csv`)
  return {
    name: `FEBRL${number}`,
    kind: 'contact',
    truth: rows.map((row) => row['rec_id']?.split('-')[1] ?? ''),
    records: rows.map((row) => ({
      first_name: row['given_name'],
      last_name: row['surname'],
      house_number: row['street_number'],
      street: row['address_1'],
      postcode: row['postcode'],
      city: row['suburb'],
      birth_date: row['date_of_birth'],
      national_id: row['soc_sec_id'],
    })),
  }
}

export function fakeThousand(): Labelled {
  const rows = rowsOf('people-and-companies/splink-fake-1000/fake_1000.csv')
  return {
    name: 'fake_1000',
    kind: 'contact',
    truth: rows.map((row) => row['cluster'] ?? ''),
    records: rows.map((row) => ({
      first_name: row['first_name'],
      last_name: row['surname'],
      birth_date: row['dob'],
      city: row['city'],
      email: row['email'],
    })),
  }
}

export function restaurants(): Labelled {
  const rows = rowsOf('people-and-companies/restaurant-dedupe/restaurant-nophone-training.csv')
  return {
    name: 'restaurants',
    kind: 'account',
    truth: rows.map((row) => row['unique_id'] ?? ''),
    records: rows.map((row) => ({
      name: row['name'],
      street: row['address'],
      city: row['city'],
      industry: row['cuisine'],
    })),
  }
}

/** Titles of the register first, then the other spellings, each to be linked to its title. */
export function companyNames(): Labelled & { titles: number } {
  const rows = rowsOf('people-and-companies/company-names-cik/company_names.csv')
  const titles = rows.filter((row) => row['source'] === 'sec_2023')
  const others = rows.filter((row) => row['source'] !== 'sec_2023')
  const all = [...titles, ...others]
  return {
    name: 'company-names-cik',
    kind: 'account',
    titles: titles.length,
    truth: all.map((row) => row['cik'] ?? ''),
    records: all.map((row) => ({ name: row['name'] })),
  }
}

export const rowsOf = (
  file: string,
  options: { delimiter?: string; encoding?: string } = {},
): Record<string, string>[] =>
  parse(new TextDecoder(options.encoding ?? 'utf-8').decode(readFileSync(join(dataFolder, file))), {
    columns: true,
    trim: true,
    ltrim: true,
    relax_column_count: true,
    bom: true,
    delimiter: options.delimiter ?? ',',
  }) as Record<string, string>[] // with `columns: true` every row is an object of texts
