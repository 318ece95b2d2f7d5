// Makes a bare machine ready: installs packages when the lock file changed, and for tests finds or installs a browser.
// Plain JavaScript for Node 20, because it runs before the pinned Node is there.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const forTests = process.argv.includes('--test')

installPackages()
if (forTests) findBrowser()

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.prepared')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  // Not `npm ci`: it stops where the lock lacks the packages of a platform that is not this one.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund'])
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, lock)
}

function findBrowser() {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env.CHROMIUM_PATH]
  if (known.some((path) => path && existsSync(path))) return
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    console.error('No Chromium found: install it or set CHROMIUM_PATH. Browser tests will say that they were skipped.')
    return
  }
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
}

function run(command, args) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    console.error(
      `holdfast: '${command} ${args.join(' ')}' failed. Mend what it says above and run the same command again.`,
    )
    process.exit(done.status ?? 1)
  }
}
