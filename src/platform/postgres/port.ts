// A folder's server keeps one port for life, so that addresses handed out stay true.
import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errnoOf } from './start-error.ts'

/** The port the folder had last time. */
export function rememberedPort(folder: string): number | undefined {
  try {
    const port = Number(readFileSync(join(folder, 'port'), 'utf8'))
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error
  }
  return undefined
}

/** The port to try first for a new folder. */
export function likelyPort(folder: string): number {
  return firstPort + (hashOf(realpathSync(folder)) % portCount)
}

export function rememberPort(folder: string, port: number): void {
  writeFileSync(join(folder, 'port'), `${port}\n`)
}

export function nextPort(port: number): number {
  const offset = port - firstPort
  return firstPort + ((((offset + 1) % portCount) + portCount) % portCount)
}

// Spreads folders over the ports, so that two of them seldom start at the same one (FNV-1a).
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}

// Below the ports that systems lend to outgoing connections (from 32768 on Linux), so that none squats on ours.
const firstPort = 20_000
const portCount = 10_000
