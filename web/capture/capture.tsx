// `+`: something new, from anywhere. The form that was begun is shown above the page until it is saved or closed.
import { ActionIcon, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Suspense, useSyncExternalStore } from 'react'
import type { Me } from '../api/answers.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { type CaptureProps, captures } from './captures.ts'

type Begun = { name: string; of?: CaptureProps['of'] }

let begun: Begun | null = null
const listeners = new Set<() => void>()

/** Begins something new: from the palette, a key, or a record's own page. */
export function openCapture(name: string, of?: CaptureProps['of']): void {
  set({ name, ...(of ? { of } : {}) })
}

function set(next: Begun | null): void {
  begun = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Capture({ me }: { me: Me }) {
  const { t } = useLanguage()
  const book = useBook()
  const now = useSyncExternalStore(listen, () => begun)
  const open = captures.filter((each) => each.isFor(me) && book.object(each.object))
  const [first] = open
  const kind = open.find(({ name }) => name === now?.name)
  useKeys(first ? { c: { does: t('keys.add'), run: () => openCapture(first.name) } } : {}, 'everywhere')
  const note = open.find(({ name }) => name === 'interaction')
  useKeys(note ? { n: { does: t('keys.note'), run: () => openCapture(note.name) } } : {}, 'everywhere')
  if (!first) return null
  return (
    <>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="filled" size="md" aria-label={t('frame.add')} data-tour="add">
            <IconPlus size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {open.map(({ name, object, icon: Icon }) => (
            <Menu.Item
              key={name}
              leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
              onClick={() => openCapture(name)}
            >
              {book.object(object)?.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Suspense>{kind && <kind.Form kind={kind} close={() => set(null)} of={now?.of} />}</Suspense>
    </>
  )
}
