import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { DescribedObject } from '../api/answers.ts'
import { Dialog } from '../frame/dialog.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { useDraft } from '../inputs/drafts.ts'
import { useLanguage } from '../words/language.tsx'
import { type Audience, audiences, useKeepView, type View } from './views.ts'

type Shown = { object: DescribedObject; definition: View['definition']; close(): void; saved(view: View): void }

export default function SaveView({ object, definition, close, saved }: Shown) {
  const { t } = useLanguage()
  const [name = '', keepName] = useDraft<string>(`new view ${object.name}`)
  const [audience, setAudience] = useState<Audience>('private')
  const { create } = useKeepView(object)
  const leave = () => {
    keepName(undefined)
    close()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    create.mutate(
      { name: name.trim(), audience, definition },
      {
        onSuccess: (view) => {
          leave()
          saved(view)
        },
      },
    )
  }
  return (
    <Dialog title={t('lists.saveView')} close={leave}>
      <form onSubmit={save}>
        <Stack>
          <TextInput
            label={t('lists.viewName')}
            data-autofocus
            maxLength={120}
            value={name}
            error={create.isError ? sentenceOf(create.error) || t('edit.unsaved') : null}
            onChange={(event) => keepName(event.currentTarget.value || undefined)}
          />
          <Radio.Group
            label={t('lists.audience')}
            value={audience}
            onChange={(next) => setAudience(audiences.find((each) => each === next) ?? 'private')}
          >
            {audiences.map((each) => (
              <Radio key={each} mt="xs" value={each} label={t(`lists.${each}Long`)} />
            ))}
          </Radio.Group>
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
            {t('edit.save')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
