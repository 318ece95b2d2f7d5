import { createRoute, redirect } from '@tanstack/react-router'
import { root } from '../root.ts'

export const homePage = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/accounts', replace: true })
  },
})
