// A talk written down from anywhere: from `+`, from the key `n`, from a gap on the map. On an account's page the account is chosen.
import { useMe, useTitle } from '../api/queries.ts'
import type { CaptureProps } from '../capture/captures.ts'
import { Dialog } from '../frame/dialog.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Draft } from './draft.ts'
import { useDraft } from './draft.ts'
import { TalkForm } from './talk-form.tsx'
import { useWrittenToast } from './written-toast.ts'

export default function TalkDialog({ close, of }: CaptureProps) {
  const { t } = useLanguage()
  const me = useMe().data
  const object = useBook().object('account')
  const account = of?.object === 'account' ? of.id : null
  const { data: name } = useTitle(account ? object : undefined, account ?? '')
  // The account's name is in the page already, so this waits for nothing.
  if (!me || (account && name === undefined)) return null
  return (
    <Dialog title={t('talk.title')} size="lg" close={close}>
      <Begun
        email={me.email}
        place={account ?? 'anywhere'}
        begun={account ? { account: { id: account, name: name ?? '' } } : {}}
        me={me}
        close={close}
      />
    </Dialog>
  )
}

type Begin = {
  email: string
  place: string
  begun: Partial<Draft>
  me: NonNullable<ReturnType<typeof useMe>['data']>
  close(): void
}

function Begun({ email, place, begun, me, close }: Begin) {
  const { draft, change, clear } = useDraft(email, place, begun)
  const tell = useWrittenToast()
  return (
    <TalkForm
      me={me}
      draft={draft}
      change={change}
      picksAccount={begun.account === undefined}
      cancel={close}
      done={(written) => {
        clear()
        close()
        tell(written)
      }}
    />
  )
}
