// The program's own text, for the tests that read it: every source file with its imports, comments set apart.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** `to` is a path from the root for a file of ours, and the name of a package otherwise. `isTypeOnly`: gone when it runs. */
export type Import = { to: string; isTypeOnly: boolean; isOurs: boolean }
export type Source = { path: string; lines: number; code: string; imports: readonly Import[]; isTest: boolean }

const folders = ['dictionary', 'src', 'test', 'scripts', 'bench', 'web']

export const readSources = (): Source[] =>
  folders.flatMap((folder) => filesUnder(folder)).map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8')))

export function sourceOf(path: string, text: string): Source {
  const code = withoutComments(text)
  return {
    path,
    lines: text.split('\n').length - 1,
    code,
    imports: importsOf(path, code),
    // What only tests load: the tests themselves, and what they share beside the code.
    isTest: path.startsWith('test/') || /\.(test|fixture)\.tsx?$|\/test(ing|-files)\.ts$|\.examples\.ts$/.test(path),
  }
}

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !/node_modules|\/dist\//.test(file))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Line comments that stand alone or after code, and block comments; addresses (`https://`) in texts stay. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(,])\/\/.*$/gm, '$1')

const statement = /^\s*(import|export)\s+(type\s+)?(?:[\w*{][^'"`;=()]*?\s+from\s+)?['"]([^'"\n]+)['"]/gm
const call = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g

function importsOf(path: string, code: string): Import[] {
  const found = [...code.matchAll(statement)].map(([, , type, to = '']) => ({ to, isTypeOnly: Boolean(type) }))
  const later = [...code.matchAll(call)].map(([, to = '']) => ({ to, isTypeOnly: false }))
  return [...found, ...later].map((each) =>
    each.to.startsWith('.')
      ? { ...each, to: join(path, '..', each.to).replaceAll('\\', '/'), isOurs: true }
      : { ...each, isOurs: false },
  )
}
