// One `serve` per data folder. A file there says which process serves and where; one left by a killed process counts for nothing.
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { told } from '../platform/index.ts'
import { isRunning, markOf, parseMark } from '../platform/postgres/index.ts'
import { Refused } from './command.ts'
import { says } from './words/frame.ts'

export type Serving = {
  /** Says where we are to be found, once we are. */
  announce(url: string): void
  end(): void
}

/** Claims the folder. Throws Refused, naming the process that has it and where that one is. */
export function startServing(folder: string): Serving {
  const file = fileOf(folder)
  const mark = markOf(process.pid)
  while (!create(file, JSON.stringify({ ...mark, url: null }))) {
    const other = whoServes(folder)
    if (other) throw new Refused('already_running', told(says.alreadyRunning(other.pid, other.url)), other)
    rmSync(file, { force: true })
  }
  return {
    announce(url) {
      const draft = `${file}.${process.pid}`
      writeFileSync(draft, JSON.stringify({ ...mark, url }))
      renameSync(draft, file)
    },
    end: () => rmSync(file, { force: true }),
  }
}

/** The living process that serves a folder, if any does. */
export function whoServes(folder: string): { pid: number; url: string | null } | null {
  const text = readIfThere(fileOf(folder))
  const mark = text === null ? undefined : parseMark(text)
  if (text === null || !mark || !isRunning(mark)) return null
  const { url }: { url?: unknown } = JSON.parse(text) // parseMark has read it as JSON
  return { pid: mark.pid, url: typeof url === 'string' ? url : null }
}

const fileOf = (folder: string): string => join(folder, 'serving')

function create(file: string, text: string): boolean {
  try {
    const descriptor = openSync(file, 'wx')
    writeFileSync(descriptor, text)
    closeSync(descriptor)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
