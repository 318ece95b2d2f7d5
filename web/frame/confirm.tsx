// Whether something is really to go: what that means, a way back, and what was refused.
import { Button } from '@mantine/core'
import { useLanguage } from '../words/language.tsx'
import style from './confirm.module.css'
import { Dialog } from './dialog.tsx'
import { sentenceOf } from './trouble.tsx'

/** A mutation that is told nothing. */
type Removing = {
  isPending: boolean
  isError: boolean
  error: Error | null
  mutate(given: undefined, after: { onSuccess(): void }): void
}
type Asked = { title: string; text: string; keep: string; remove: string }

export function Confirm({ asked, removing, close }: { asked: Asked; removing: Removing; close(): void }) {
  const { t } = useLanguage()
  return (
    <Dialog title={asked.title} close={close}>
      <p>{asked.text}</p>
      {removing.isError && (
        <p role="alert" className="bad">
          {sentenceOf(removing.error) || t('trouble.unreachable')}
        </p>
      )}
      <div className={style['buttons']}>
        <Button variant="default" onClick={close}>
          {asked.keep}
        </Button>
        <Button
          color="red"
          loading={removing.isPending}
          onClick={() => removing.mutate(undefined, { onSuccess: close })}
        >
          {asked.remove}
        </Button>
      </div>
    </Dialog>
  )
}
