// What colleagues share and see together: one line here for each kind of route.
import type { FastifyInstance } from 'fastify'
import type { Shell } from '../shell.ts'
import { commentRoutes } from './comments.ts'
import { fieldHistoryRoutes } from './field-history.ts'
import { governanceRoutes } from './governance.ts'
import { liveRoute } from './live.ts'
import { pageRoutes } from './pages.ts'
import { searchRoute } from './search.ts'
import { viewRoutes } from './views.ts'

export function togetherRoutes(app: FastifyInstance, shell: Shell): void {
  for (const routes of [
    liveRoute,
    viewRoutes,
    commentRoutes,
    searchRoute,
    pageRoutes,
    fieldHistoryRoutes,
    governanceRoutes,
  ])
    routes(app, shell)
}
