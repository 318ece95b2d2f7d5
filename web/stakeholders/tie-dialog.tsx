// How two people are bound to each other outside the chart: asked when a line is drawn, and when one is opened.
import { Button, Radio, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { useDraft } from '../inputs/drafts.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Person, Tie } from './people.ts'
import type { Drawn } from './queries.ts'
import style from './tie-dialog.module.css'

/** What is asked about: a line that is there, or one from somebody to somebody who is yet to be chosen. */
export type Asked = { tie: Tie } | { from: string; to: string | null }

type Asking = { asked: Asked; people: readonly Person[]; draw(drawn: Drawn): void; close(): void }

export function TieDialog({ asked, people, draw, close }: Asking) {
  const { t } = useLanguage()
  const book = useBook()
  const there = 'tie' in asked ? asked.tie : null
  const from = there?.from ?? ('from' in asked ? asked.from : '')
  const [to, setTo] = useState(there?.to ?? ('from' in asked ? asked.to : null))
  const kinds = book.field('contact_connection', 'kind')
  const [kind, setKind] = useState(there?.kind ?? kinds?.terms?.[0]?.value ?? '')
  const [note = '', keep] = useDraft<string>(`tie ${from} ${there?.id ?? ''}`)
  const mayChange = kinds?.mayUpdate === true
  const nameOf = (id: string | null) => people.find((each) => each.id === id)?.name ?? ''
  const save = () => {
    if (!to) return
    draw(there ? { do: 'changeTie', tie: there.id, kind } : { do: 'tie', from, to, kind, note })
    keep(undefined)
    close()
  }
  return (
    <Dialog title={t('stakeholders.informal')} close={close}>
      <form
        className={style['form']}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Radio.Group label={nameOf(from)} value={kind} onChange={setKind} readOnly={!mayChange}>
          {(kinds?.terms ?? []).map((term) => (
            <Radio key={term.value} value={term.value} label={term.label} mt={6} disabled={!mayChange} />
          ))}
        </Radio.Group>
        {there || ('from' in asked && asked.to) ? (
          <p className={style['to']}>{nameOf(to)}</p>
        ) : (
          <Select
            label={t('stakeholders.withWhom')}
            data={people.filter(({ id }) => id !== from).map(({ id, name }) => ({ value: id, label: name }))}
            value={to}
            onChange={setTo}
            searchable
            nothingFoundMessage={t('stakeholders.noSuchPerson')}
          />
        )}
        {!there && book.field('contact_connection', 'note') && (
          <Textarea
            label={book.field('contact_connection', 'note')?.label}
            value={note}
            onChange={(event) => keep(event.currentTarget.value || undefined)}
            readOnly={!mayChange}
            autosize
            minRows={2}
          />
        )}
        {mayChange && (
          <div className={style['actions']}>
            {there && (
              <Button
                variant="subtle"
                color="red"
                onClick={() => {
                  draw({ do: 'untie', tie: there.id })
                  close()
                }}
              >
                {t('stakeholders.untie')}
              </Button>
            )}
            <Button type="submit" disabled={!to}>
              {t('stakeholders.save')}
            </Button>
          </div>
        )}
      </form>
    </Dialog>
  )
}
