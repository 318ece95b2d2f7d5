// On top of an account's timeline: one line that opens into the whole form, and says where a draft was left.
import { lazy, Suspense, useState } from 'react'
import type { Me } from '../api/answers.ts'
import { useLanguage } from '../words/language.tsx'
import { isBegun, useDraft } from './draft.ts'
import style from './talk.module.css'
import { useWrittenToast } from './written-toast.ts'

const TalkForm = lazy(async () => ({ default: (await import('./talk-form.tsx')).TalkForm }))

export function TalkBox({ me, account }: { me: Me; account: { id: string; name: string } }) {
  const { t } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { draft, change, clear } = useDraft(me.email, account.id, { account })
  const tell = useWrittenToast()
  if (!isOpen)
    return (
      <button type="button" className={style['closed']} onClick={() => setOpen(true)}>
        {isBegun(draft) ? t('talk.goOn', { subject: draft.subject || t('talk.untitled') }) : t('talk.open')}
      </button>
    )
  return (
    <div className={style['box']}>
      <Suspense>
        <TalkForm
          me={me}
          draft={draft}
          change={change}
          cancel={() => setOpen(false)}
          done={(written) => {
            clear()
            setOpen(false)
            tell(written)
          }}
        />
      </Suspense>
    </div>
  )
}
