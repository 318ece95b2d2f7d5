// What one was told, behind a bell that says how much of it is new.
import { ActionIcon, Indicator, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useLanguage } from '../words/language.tsx'
import { loadWords } from '../words/store.ts'
import { useUnread } from './queries.ts'

const Inbox = lazy(async () => {
  await loadWords('inbox')
  return import('./inbox.tsx')
})

export function Bell() {
  const { t } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { data: unread = 0 } = useUnread()
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={360} trapFocus withRoles={false}>
      <Popover.Target>
        <Indicator disabled={unread === 0} label={unread} size={16} offset={5} color="harbour">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-expanded={isOpen}
            data-tour="told"
            aria-label={unread === 0 ? t('frame.told') : t('frame.toldNew', { count: unread })}
            onClick={() => setOpen(!isOpen)}
          >
            <IconBell size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Indicator>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <Suspense>{isOpen && <Inbox close={() => setOpen(false)} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
