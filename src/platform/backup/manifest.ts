// The server's own list of what a base backup holds. WAL is not listed by file but by range.
// https://www.postgresql.org/docs/18/backup-manifest-format.html
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Words } from '../../../dictionary/words.ts'
import { reasons } from './reasons.ts'
import { BackupRefused } from './refused.ts'

const lsn = z.string().regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/i)

const manifestShape = z.object({
  Files: z.array(
    z.object({
      Path: z.string().optional(),
      'Encoded-Path': z.string().optional(),
      Size: z.number(),
      'Checksum-Algorithm': z.literal('SHA256'),
      Checksum: z.string(),
    }),
  ),
  'WAL-Ranges': z.array(z.object({ Timeline: z.number(), 'Start-LSN': lsn, 'End-LSN': lsn })).min(1),
})

export type FileSum = { size: number; sha256: string }
export type Manifest = { files: Map<string, FileSum>; wal: z.infer<typeof manifestShape>['WAL-Ranges'] }

/** Reads a manifest after holding it against its own checksum, which covers everything before its last line. */
export function readManifest(text: string): Manifest {
  const lastLine = text.lastIndexOf('"Manifest-Checksum"')
  const sum = createHash('sha256').update(text.slice(0, lastLine)).digest('hex')
  if (lastLine < 0 || !text.slice(lastLine).includes(`"${sum}"`)) {
    throw new BackupRefused('damaged', reasons.manifestSum)
  }
  const { Files: files, 'WAL-Ranges': wal } = manifestShape.parse(JSON.parse(text))
  return {
    files: new Map(files.map((file) => [pathOf(file), { size: file.Size, sha256: file.Checksum }])),
    wal,
  }
}

/** Refuses when the files found are not exactly those of the manifest, naming the first at fault. */
export function checkFiles(manifest: Manifest, found: ReadonlyMap<string, FileSum>): void {
  const faults = [
    ...[...manifest.files].flatMap(([path, expected]) => faultOf(path, expected, found.get(path))),
    ...[...found.keys()]
      .filter((path) => !manifest.files.has(path) && !path.startsWith('pg_wal/'))
      .map((path) => reasons.fileUnlisted(path)),
  ]
  const [first, ...others] = faults
  if (!first) return
  throw new BackupRefused('damaged', reasons.files(first, others.length))
}

/** Refuses when a WAL segment is absent without which the restored server could not reach a consistent state. */
export function checkWal(manifest: Manifest, found: ReadonlyMap<string, FileSum>): void {
  const segments = [...found].filter(([path]) => /^pg_wal\/[0-9A-F]{24}$/.test(path))
  const segmentSize = BigInt(segments[0]?.[1].size ?? 16 * 1024 * 1024)
  for (const range of manifest.wal) {
    const last = (position(range['End-LSN']) - 1n) / segmentSize
    for (let segment = position(range['Start-LSN']) / segmentSize; segment <= last; segment += 1n) {
      const path = `pg_wal/${segmentName(range.Timeline, segment, segmentSize)}`
      if (found.get(path)?.size !== Number(segmentSize)) {
        throw new BackupRefused('missing_wal', reasons.missingWal(path))
      }
    }
  }
}

function faultOf(path: string, expected: FileSum, found: FileSum | undefined): Words[] {
  if (!found) return [reasons.fileMissing(path)]
  if (found.size !== expected.size) return [reasons.fileSize(path, found.size, expected.size)]
  return found.sha256 === expected.sha256 ? [] : [reasons.fileDiffers(path)]
}

function pathOf(file: z.infer<typeof manifestShape>['Files'][number]): string {
  return file.Path ?? Buffer.from(file['Encoded-Path'] ?? '', 'hex').toString()
}

function position(text: string): bigint {
  const [high = '0', low = '0'] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
}

function segmentName(timeline: number, segment: bigint, segmentSize: bigint): string {
  const perFile = 0x1_0000_0000n / segmentSize
  return [BigInt(timeline), segment / perFile, segment % perFile]
    .map((value) => value.toString(16).toUpperCase().padStart(8, '0'))
    .join('')
}
