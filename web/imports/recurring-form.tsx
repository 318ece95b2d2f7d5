// A recurring import as it is begun or changed. What is typed is kept until it is saved or given up.
import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMe } from '../api/queries.ts'
import { Dialog } from '../frame/dialog.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { DayInput } from '../inputs/day-input.tsx'
import { isDay } from '../inputs/day-text.ts'
import { useDraft } from '../inputs/drafts.ts'
import style from '../inputs/inputs.module.css'
import { useColleagues } from '../talk/queries.ts'
import { useLanguage } from '../words/language.tsx'
import type { Recurring } from './answers.ts'
import { isSender, type MailDraft, MailFields, mailOf, openMail, sendersIn } from './recurring-mail.tsx'
import { useReceivesMail, useSaveRecurring } from './recurring-queries.ts'
import { openReading, type ReadingDraft, ReadingFields, settingsOf } from './recurring-reading.tsx'

type Draft = ReadingDraft &
  MailDraft & { name: string; days: string; beginsOn: string; folder: string; owner: string | null }

export default function RecurringForm({ recurring, close }: { recurring: Recurring | null; close(): void }) {
  const { t } = useLanguage()
  const me = useMe().data
  const colleagues = useColleagues()
  const receivesMail = useReceivesMail()
  const save = useSaveRecurring(recurring?.id ?? null)
  const [typed, keep] = useDraft<Draft>(`recurring import ${recurring?.id ?? 'new'}`)
  const [isAsked, ask] = useState(false)
  const draft = { ...open(recurring, me?.userId ?? null), ...typed }
  const set = (change: Partial<Draft>) => keep({ ...draft, ...change })
  const isWrong = faultsOf(draft)
  const leave = () => {
    keep(undefined)
    close()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(true)
    if (!Object.values(isWrong).includes(true)) save.mutate(read(draft, receivesMail), { onSuccess: leave })
  }
  return (
    <Dialog title={t(recurring ? 'recurring.change' : 'recurring.addOne')} close={leave}>
      <form onSubmit={submit} noValidate className={style['form']}>
        <TextInput
          label={t('imports.name')}
          required
          data-autofocus
          autoComplete="off"
          maxLength={200}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('recurring.days')}
          required
          inputMode="numeric"
          autoComplete="off"
          value={draft.days}
          error={isAsked && isWrong.days && t('recurring.daysWrong')}
          onChange={(event) => set({ days: event.currentTarget.value })}
        />
        {!recurring?.last && (
          <DayInput
            label={t('recurring.beginsOn')}
            description={recurring ? undefined : t('recurring.beginsOnText')}
            value={draft.beginsOn}
            change={(beginsOn) => set({ beginsOn })}
            error={isAsked && isWrong.beginsOn && t('recurring.dayWrong')}
          />
        )}
        <TextInput
          label={t('recurring.folder')}
          description={t('recurring.folderText')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={63}
          value={draft.folder}
          error={isAsked && isWrong.folder && t('recurring.folderWrong')}
          onChange={(event) => set({ folder: event.currentTarget.value })}
        />
        {(receivesMail || recurring?.mail) && (
          <MailFields draft={draft} set={set} now={recurring?.mail ?? null} isWrong={isAsked && isWrong.senders} />
        )}
        {me?.administers.includes('imports') && (
          <Select
            label={t('recurring.owner')}
            data={colleagues}
            value={draft.owner}
            onChange={(owner) => set({ owner })}
            searchable
            allowDeselect={false}
            nothingFoundMessage={t('edit.nothing')}
          />
        )}
        <ReadingFields draft={draft} set={set} />
        {save.isError && (
          <p role="alert" className={`bad ${style['faults']}`}>
            {sentenceOf(save.error) || t('edit.unsaved')}
          </p>
        )}
        <div className={style['buttons']}>
          <Button variant="subtle" onClick={leave}>
            {t('edit.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={draft.name.trim() === ''}>
            {t('edit.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const open = (recurring: Recurring | null, self: string | null): Draft => ({
  name: recurring?.name ?? '',
  days: String(recurring?.everyDays ?? 30),
  beginsOn: recurring?.beginsOn ?? '',
  folder: recurring?.folder?.split('/').at(-1) ?? '',
  owner: recurring?.owner.id ?? self,
  ...openMail(recurring?.mail ?? null),
  ...openReading(recurring?.settings ?? {}),
})

const faultsOf = ({ days, beginsOn, folder, isMailed, senders }: Draft) => ({
  days: !/^\d{1,3}$/.test(days.trim()) || Number(days) < 1 || Number(days) > 366,
  beginsOn: beginsOn !== '' && !isDay(beginsOn),
  folder: !/^([a-z0-9][a-z0-9-]*)?$/.test(folder.trim()),
  senders: isMailed && !sendersIn(senders).every(isSender),
})

const read = (
  { name, days, beginsOn, folder, owner, isMailed, senders, isNewAddress, ...reading }: Draft,
  receivesMail: boolean,
) => ({
  name: name.trim(),
  everyDays: Number(days),
  ...(beginsOn ? { beginsOn } : {}),
  folder: folder.trim() || null,
  ...(owner ? { owner } : {}),
  settings: settingsOf(reading),
  // Where none is received, what was said before stays, or goes.
  ...(receivesMail || !isMailed ? { mail: mailOf({ isMailed, senders, isNewAddress }) } : {}),
})
