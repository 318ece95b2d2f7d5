// A dialog with its title and the way out. Put together from parts, because the library's own head is a banner of the page.
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../words/language.tsx'
import style from './dialog.module.css'

type Asked = { title: string; size?: 'md' | 'lg'; close(): void; children: ReactNode }

export function Dialog({ title, size = 'md', close, children }: Asked) {
  const { t } = useLanguage()
  return (
    <Modal.Root opened onClose={close} size={size}>
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
