// One secret per installation, outside the database. Everything that needs a key derives its own from it.
import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { words } from '../../dictionary/words.ts'
import { Unusable } from './failures/unusable.ts'

export type Secret = { derive(purpose: string, bytes?: number): Buffer }

/** From `HOLDFAST_SECRET`, else from the data folder, where the first start writes it readable by its owner alone. */
export function openSecret({ folder, given }: { folder: string; given?: string | undefined }): Secret {
  const root = given ? Buffer.from(given, 'utf8') : secretOfFolder(folder)
  if (root.length < 32)
    throw new Unusable(
      words(
        'HOLDFAST_SECRET is too short: give at least 32 characters, made at random.',
        'HOLDFAST_SECRET es demasiado corto: dé al menos 32 caracteres al azar.',
        'HOLDFAST_SECRET é curto demais: informe ao menos 32 caracteres aleatórios.',
        'HOLDFAST_SECRET terlalu pendek: beri sekurang-kurangnya 32 aksara rawak.',
      ),
    )
  return { derive: (purpose, bytes = 32) => Buffer.from(hkdfSync('sha256', root, 'holdfast', purpose, bytes)) }
}

function secretOfFolder(folder: string): Buffer {
  const file = join(folder, 'secret')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
    try {
      linkSync(draft, file) // fails where another process was first, whose secret then stands
    } catch {}
    rmSync(draft, { force: true })
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'utf8')
}
