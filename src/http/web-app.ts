// The web application's built files, and its first page for every address that is none of the API's. Only files found at start are
// served, so no address can lead outside their folder.
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Failure } from '../platform/index.ts'
import type { Shell } from './shell.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
}

type File = {
  path: string
  size: number
  type: string
  isHashed: boolean
  packed: { path: string; size: number } | null
}

/** The same file in gzip beside it, made with the application (scripts/build-web.mjs). */
const packedEnd = '.gz'

export function webApp(app: FastifyInstance, { options }: Shell): void {
  const files = filesIn(options.webFolder)
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !/^\/(api|mcp)(\/|$)/.test(path)
    const file = isPage ? (files.get(path) ?? (extname(path) === '' ? files.get('/index.html') : undefined)) : undefined
    if (!file) throw new Failure('no_such_route', { route: `${request.method} ${path.slice(0, 200)}` })
    return sendFile(reply, file, takesGzip(request.headers['accept-encoding']))
  })
}

function sendFile(reply: FastifyReply, file: File, mayBePacked: boolean): FastifyReply {
  const packed = mayBePacked ? file.packed : null
  const { path, size } = packed ?? file
  if (packed) reply.header('content-encoding', 'gzip')
  if (file.packed) reply.header('vary', 'accept-encoding')
  return reply
    .header('content-type', file.type)
    .header('content-length', size)
    .header('cache-control', file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    .send(createReadStream(path))
}

const takesGzip = (accepted: string | string[] | undefined): boolean =>
  [accepted ?? []]
    .flat()
    .some((text) => text.split(',').some((each) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(each)))

function filesIn(folder: string): ReadonlyMap<string, File> {
  if (!existsSync(join(folder, 'index.html'))) return new Map()
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const paths = new Set(found.map((each) => join(each.parentPath, each.name)))
  const sized = (path: string) => ({ path, size: statSync(path).size })
  return new Map(
    [...paths]
      .filter((path) => !path.endsWith(packedEnd))
      .map((path) => {
        const address = `/${relative(folder, path).split(sep).join('/')}`
        const type = types[extname(path)] ?? 'application/octet-stream'
        const packed = paths.has(path + packedEnd) ? sized(path + packedEnd) : null
        return [address, { ...sized(path), type, isHashed: address.startsWith('/assets/'), packed }]
      }),
  )
}
