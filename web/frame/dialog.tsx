// What lies above a page: a dialog in its middle, or a panel at its side. Its head is no banner of the document, so these are put
// together here instead of by the library.
import { Drawer, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../words/language.tsx'
import style from './dialog.module.css'

type Laid = { title: string; close(): void; size?: 'md' | 'lg' | 'xl'; children: ReactNode }

export function Dialog({ title, close, size = 'md', children }: Laid) {
  const { t } = useLanguage()
  return (
    <Modal.Root opened onClose={close} size={size} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={style['head']}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('frame.close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

export function SidePanel({ title, close, children }: Omit<Laid, 'size'>) {
  const { t } = useLanguage()
  return (
    <Drawer.Root opened onClose={close} position="right" size={520} transitionProps={{ duration: 0 }}>
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={style['head']}>
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('frame.close')} />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
