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

type File = { path: string; size: number; type: string; isHashed: boolean }

export function webApp(app: FastifyInstance, { options }: Shell): void {
  const files = filesIn(options.webFolder)
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !/^\/(api|mcp)(\/|$)/.test(path)
    const file = isPage ? (files.get(path) ?? (extname(path) === '' ? files.get('/index.html') : undefined)) : undefined
    if (!file) throw new Failure('no_such_route', { route: `${request.method} ${path.slice(0, 200)}` })
    return sendFile(reply, file)
  })
}

function sendFile(reply: FastifyReply, file: File): FastifyReply {
  return reply
    .header('content-type', file.type)
    .header('content-length', file.size)
    .header('cache-control', file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    .send(createReadStream(file.path))
}

function filesIn(folder: string): ReadonlyMap<string, File> {
  if (!existsSync(join(folder, 'index.html'))) return new Map()
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  return new Map(
    found.map((each) => {
      const path = join(each.parentPath, each.name)
      const address = `/${relative(folder, path).split(sep).join('/')}`
      const type = types[extname(path)] ?? 'application/octet-stream'
      return [address, { path, size: statSync(path).size, type, isHashed: address.startsWith('/assets/') }]
    }),
  )
}
