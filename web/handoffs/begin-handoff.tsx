// A handoff begins with a deal that is known, from which it is filled, or with the customer's name alone.
import { Button, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { useDraft } from '../inputs/drafts.ts'
import { FieldInput } from '../inputs/field-input.tsx'
import style from '../inputs/inputs.module.css'
import type { ReferenceDraft } from '../inputs/reference.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { type Deal, useBegin } from './queries.ts'

export function BeginHandoff({ close }: { close(): void }) {
  const { t } = useLanguage()
  const book = useBook()
  const navigate = useNavigate()
  const begin = useBegin()
  const [deal, setDeal] = useState<ReferenceDraft>(null)
  const [customer = '', keep] = useDraft<string>('handoff to begin')
  const [isAsked, ask] = useState(false)
  const opportunity = book.field('handoff', 'opportunity')
  const isGiven = deal !== null || customer.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    ask(true)
    if (!isGiven) return
    const order: Deal = deal ? { opportunity: deal.id } : { customer: customer.trim() }
    const begun = await begin.mutateAsync(order).catch(() => null) // what it says is shown below
    if (!begun) return
    keep(undefined)
    await navigate({ to: '/handoffs/$id', params: { id: begun.id } })
  }
  return (
    <Dialog title={t('handoffs.begin')} close={close}>
      <form onSubmit={submit} noValidate className={style['form']}>
        {opportunity && book.object('opportunity') && (
          <FieldInput field={opportunity} draft={deal} change={(next) => setDeal(next as ReferenceDraft)} hasFocus />
        )}
        {deal === null && (
          <TextInput
            label={t('handoffs.orCustomer')}
            value={customer}
            onChange={(event) => keep(event.currentTarget.value || undefined)}
          />
        )}
        <p className="quiet">{t('handoffs.beginText')}</p>
        {isAsked && !isGiven && (
          <p role="alert" className="bad">
            {t('handoffs.beginNothing')}
          </p>
        )}
        {begin.isError && (
          <p role="alert" className="bad">
            {sentenceOf(begin.error) || t('trouble.unreachable')}
          </p>
        )}
        <div className={style['buttons']}>
          <Button variant="subtle" onClick={close}>
            {t('edit.cancel')}
          </Button>
          <Button type="submit" loading={begin.isPending}>
            {t('handoffs.begin')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
