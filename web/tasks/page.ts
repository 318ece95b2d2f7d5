import { IconCheckbox } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { may, root } from '../root.ts'
import { loadWords } from '../words/store.ts'

/** `whose`: `all` for everybody's; without it one's own. */
export type TasksSearch = { whose?: string; done?: string }

export const tasksPage = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  validateSearch: ({ whose, done }: TasksSearch): TasksSearch => ({
    ...(whose === 'all' ? { whose } : {}),
    ...(done === 'yes' ? { done } : {}),
  }),
  loader: () => loadWords('tasks'),
  component: lazyRouteComponent(() => import('./tasks-page.tsx')),
  staticData: {
    rail: { section: 'work', rank: 50, name: 'tasks', icon: IconCheckbox, isFor: (me) => may(me, 'task', 'list') },
  },
})
