// An address of its own that the file of a recurring import is mailed to, and who may send to it.
import { Checkbox, Textarea } from '@mantine/core'
import { useLanguage } from '../words/language.tsx'
import type { Recurring } from './answers.ts'

export type MailDraft = { isMailed: boolean; senders: string; isNewAddress: boolean }

type Shown = {
  draft: MailDraft
  set(change: Partial<MailDraft>): void
  /** As it stands. */
  now: Recurring['mail']
  isWrong: boolean
}

export function MailFields({ draft, set, now, isWrong }: Shown) {
  const { t } = useLanguage()
  return (
    <>
      <Checkbox
        label={t('recurring.mailed')}
        description={t('recurring.mailedText')}
        checked={draft.isMailed}
        onChange={(event) => set({ isMailed: event.currentTarget.checked })}
      />
      {draft.isMailed && (
        <>
          {now?.address && (
            <Textarea
              label={t('recurring.address')}
              readOnly
              autosize
              minRows={1}
              value={now.address}
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
          {now?.address && (
            <Checkbox
              label={t('recurring.newAddress')}
              description={t('recurring.newAddressText')}
              checked={draft.isNewAddress}
              onChange={(event) => set({ isNewAddress: event.currentTarget.checked })}
            />
          )}
          <Textarea
            label={t('recurring.senders')}
            description={t('recurring.sendersText')}
            autosize
            minRows={1}
            maxRows={6}
            autoCapitalize="none"
            spellCheck={false}
            value={draft.senders}
            error={isWrong && t('recurring.sendersWrong')}
            onChange={(event) => set({ senders: event.currentTarget.value })}
          />
        </>
      )}
    </>
  )
}

export const openMail = (mail: Recurring['mail']): MailDraft => ({
  isMailed: mail !== null,
  senders: mail?.senders.join(', ') ?? '',
  isNewAddress: false,
})

export const mailOf = ({ isMailed, senders, isNewAddress }: MailDraft) =>
  isMailed ? { senders: sendersIn(senders), ...(isNewAddress ? { address: 'new' as const } : {}) } : null

export const sendersIn = (text: string): string[] => text.split(/[\s,;]+/).filter((each) => each !== '')

/** An address or a domain. */
export const isSender = (text: string): boolean => /^([^\s@<>,;"]+@)?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)
