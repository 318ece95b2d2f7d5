import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { withLock } from './lock.ts'
import { isRunning, markOf, parseMark } from './process-mark.ts'

test('work under a lock never overlaps, and the lock is gone afterwards', async () => {
  const lock = await lockPath()
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await sleep(5)
    inside--
  }
  await Promise.all(Array.from({ length: 8 }, () => withLock(lock, work)))
  expect(most).toBe(1)
  expect(existsSync(lock)).toBe(false)
})

test('a lock left by a dead process is taken over by one waiter at a time', async () => {
  const lock = await lockPath()
  writeFileSync(lock, JSON.stringify(await markOfDeadProcess()))
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await sleep(2)
    inside--
  }
  await Promise.all(Array.from({ length: 8 }, () => withLock(lock, work)))
  expect(most).toBe(1)
})

test('a lock whose maker was killed before it wrote its name is taken over once it is old', async () => {
  const lock = await lockPath()
  writeFileSync(lock, '')
  utimesSync(lock, new Date(0), new Date(0))
  expect(await withLock(lock, async () => 'in')).toBe('in')
})

test('a failure under the lock frees it', async () => {
  const lock = await lockPath()
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock(lock, async () => 'in')).toBe('in')
})

test('a process is known by its number and its birth, so a number that came round again is another', async () => {
  const here = markOf(process.pid)
  expect(isRunning(here)).toBe(true)
  if (here.born !== null) expect(isRunning({ ...here, born: 'another time' })).toBe(false)
  expect(isRunning(await markOfDeadProcess())).toBe(false)
  expect(parseMark(JSON.stringify(here))).toEqual(here)
  for (const text of ['', '{', 'null', '{"pid":1}', '{"pid":-1,"born":null}', '{"pid":"1","born":null}']) {
    expect(parseMark(text)).toBeUndefined()
  }
})

async function lockPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-lock-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'lock')
}

async function markOfDeadProcess() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(child, 'spawn')
  const mark = markOf(child.pid ?? 0)
  child.kill('SIGKILL')
  await once(child, 'exit')
  return mark
}
