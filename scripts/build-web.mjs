// Builds the web application into dist/web, only when something it is made of has changed, so that the second start is quick.
// It is built beside the old one and put in its place whole: a build that fails leaves what was there.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const made = join(root, 'dist', 'web')
const stamp = join(made, '.stamp')

const state = hashOf(['web', 'dictionary', 'package-lock.json', 'scripts/build-web.mjs'])
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== state) await buildWeb()

async function buildWeb() {
  // Whoever builds, tests too, builds what is shipped: another environment would take React's slower, larger code for development.
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  const draft = join(root, 'dist', `.web-${process.pid}`)
  const old = join(root, 'dist', `.web-old-${process.pid}`)
  mkdirSync(draft, { recursive: true })
  try {
    await build({
      configFile: join(root, 'web', 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: draft, emptyOutDir: true },
    })
    pack(draft)
    writeFileSync(join(draft, '.stamp'), state)
    if (existsSync(made)) renameSync(made, old)
    renameSync(draft, made)
  } catch (error) {
    console.error(`holdfast: the web application could not be built: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

/** Beside every text its gzip, so that the server hands out a quarter of the bytes and never compresses anything itself. */
function pack(folder) {
  for (const each of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(each.parentPath ?? each.path, each.name)
    if (!each.isFile() || !/\.(js|css|html|svg|json|webmanifest)$/.test(each.name)) continue
    const bytes = readFileSync(path)
    const packed = gzipSync(bytes, { level: 9 })
    if (packed.length < bytes.length) writeFileSync(`${path}.gz`, packed)
  }
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesAt))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

/** Files below a path, from the root, in one order on every machine. */
function filesAt(path) {
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && !each.name.includes('.test.'))
    .map((each) =>
      join(each.parentPath ?? each.path, each.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}
