// A scratch copy of the repository — as the working tree is now — with its packages: for tests that change the
// program itself.
import { execFile } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../house/sources.ts'

const execute = promisify(execFile)
// It may be a link, which the ignored folder of that name is not.
const notOurs = ':!node_modules'

export type Copy = {
  /** Runs a file of the copy, or of its packages, on this same Node. Throws with what it said where it fails. */
  run(file: string, words?: readonly string[]): Promise<string>
  write(path: string, text: string): void
  /** Replaces the one place that reads `from`. */
  edit(path: string, from: string, to: string): void
  /** Paths that differ from the last `keep`, in order of the alphabet. */
  touched(): Promise<string[]>
  /** What is there now is where the next `touched` counts from. */
  keep(): Promise<void>
  remove(): void
}

export async function copyOfHouse(): Promise<Copy> {
  const place = mkdtempSync(join(tmpdir(), 'holdfast-copy-'))
  const folder = join(place, 'house')
  mkdirSync(folder)
  // Programs run one after the other on much the same files: what one has compiled serves the next.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(place, 'compiled') }
  const git = async (at: string, ...words: string[]) =>
    (await execute('git', words, { cwd: at, maxBuffer: 1e7 })).stdout.split('\0').filter((each) => each !== '')
  for (const path of await git(
    root,
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    '.',
    notOurs,
  )) {
    if (!existsSync(join(root, path))) continue // deleted, and not committed yet
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(join(root, path), join(folder, path))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const keep = async () => {
    await git(folder, 'add', '--all', '--', '.', notOurs)
    const author = ['-c', 'user.name=Test', '-c', 'user.email=test@vendor.example', '-c', 'commit.gpgsign=false']
    await git(folder, ...author, 'commit', '--quiet', '--no-verify', '--message', 'kept')
  }
  await git(folder, 'init', '--quiet')
  await keep()
  return {
    async run(file, words = []) {
      const { stdout } = await execute(process.execPath, [join(folder, file), ...words], {
        cwd: folder,
        env,
        maxBuffer: 1e7,
      }).catch((error: { stdout?: string; stderr?: string }) => {
        throw new Error(`${file} failed:\n${error.stdout ?? ''}${error.stderr ?? ''}`, { cause: error })
      })
      return stdout
    },
    write: (path, text) => writeFileSync(join(folder, path), text),
    edit(path, from, to) {
      const text = readFileSync(join(folder, path), 'utf8')
      if (text.split(from).length !== 2) throw new Error(`${path} does not read "${from}" once.`)
      writeFileSync(
        join(folder, path),
        text.replace(from, () => to),
      )
    },
    async touched() {
      const entries = await git(folder, 'status', '-z', '--porcelain', '--untracked-files=all', '--', notOurs)
      return entries.map((entry) => entry.slice(3)).sort()
    },
    keep,
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}
