// What can be made from anywhere, one line each: in the menu of `+`, in the palette, and wherever `openCapture` is called.
import { type Icon, IconBuilding, IconCheckbox, IconMessage, IconUser } from '@tabler/icons-react'
import { type ComponentType, lazy } from 'react'
import type { Me } from '../api/answers.ts'
import { may } from '../root.ts'
import { loadWords } from '../words/store.ts'

export type CaptureProps = {
  kind: CaptureKind
  close(): void
  /** The record it is made for, where it was begun on one's page. */
  of?: { object: string; id: string } | undefined
}

export type CaptureKind = {
  name: string
  /** The object whose label it carries. */
  object: string
  icon: Icon
  isFor(me: Me): boolean
  Form: ComponentType<CaptureProps>
  /** For a form derived from the dictionary: its fields, in order. */
  fields?: readonly string[]
}

const NewRecord = lazy(() => import('./new-record.tsx'))

const newRecord = (object: string, icon: Icon, fields: readonly string[]): CaptureKind => ({
  name: object,
  object,
  icon,
  isFor: (me) => may(me, object, 'create'),
  Form: NewRecord,
  fields,
})

export const captures: readonly CaptureKind[] = [
  {
    name: 'interaction',
    object: 'interaction',
    icon: IconMessage,
    isFor: (me) => may(me, 'interaction', 'create'),
    Form: lazy(async () => {
      await loadWords('talk')
      return import('../talk/talk-dialog.tsx')
    }),
  },
  newRecord('contact', IconUser, ['name', 'email', 'title', 'phone', 'language']),
  newRecord('task', IconCheckbox, ['name', 'account', 'owner', 'due_on', 'priority']),
  newRecord('account', IconBuilding, ['name', 'domains', 'country', 'tier', 'owner']),
]
