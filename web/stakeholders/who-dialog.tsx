// Who holds a part at this account: somebody already known here, or somebody new, written down in the same breath.
import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { type NewPerson, useAddPerson } from './add-person.ts'
import type { Person } from './people.ts'
import type { Drawn } from './queries.ts'
import style from './tie-dialog.module.css'

export type Sought = { role?: string; isPrimary?: boolean }

type Asking = {
  account: string
  sought: Sought
  people: readonly Person[]
  mayAdd: boolean
  draw(drawn: Drawn): void
  close(added?: { name: string; act: string | null }): void
}

export function WhoDialog({ account, sought, people, mayAdd, draw, close }: Asking) {
  const { t, locale } = useLanguage()
  const book = useBook()
  const [known, setKnown] = useState<string | null>(null)
  const isOpenSearch = sought.role === undefined && !sought.isPrimary
  const [isNew, setNew] = useState(isOpenSearch)
  const role = sought.role && book.term('account_contact', 'roles', sought.role)
  const title = role
    ? t('stakeholders.mendName', { role: role.toLocaleLowerCase(locale) })
    : t(sought.isPrimary ? 'stakeholders.mend_primary' : 'stakeholders.mend_add')
  const choose = () => {
    const person = people.find((each) => each.id === known)
    if (!person) return
    const roles = sought.role ? { roles: [...(person.roles ?? []), sought.role] } : {}
    draw({ do: 'part', person, values: { ...roles, ...(sought.isPrimary ? { isPrimary: true } : {}) } })
    close()
  }
  return (
    <Dialog title={title} close={() => close()}>
      {isNew ? (
        <NewPersonForm account={account} sought={sought} done={close} />
      ) : (
        <form
          className={style['form']}
          onSubmit={(event) => {
            event.preventDefault()
            choose()
          }}
        >
          <Select
            label={t('stakeholders.known')}
            data={people
              .filter(({ isCurrent }) => isCurrent)
              .map(({ id, name, title }) => ({ value: id, label: title ? `${name} · ${title}` : name }))}
            value={known}
            onChange={setKnown}
            searchable
            data-autofocus
            nothingFoundMessage={t('stakeholders.noSuchPerson')}
          />
          <div className={style['actions']}>
            {mayAdd && !sought.isPrimary && (
              <Button variant="subtle" onClick={() => setNew(true)}>
                {t('stakeholders.someoneNew')}
              </Button>
            )}
            <Button type="submit" disabled={!known}>
              {t('stakeholders.save')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}

type Made = { account: string; sought: Sought; done: Asking['close'] }

function NewPersonForm({ account, sought, done }: Made) {
  const { t } = useLanguage()
  const book = useBook()
  const label = (name: string) => book.field('contact', name)?.label
  const [person, setPerson] = useState<NewPerson>({
    name: '',
    title: '',
    email: '',
    roles: sought.role ? [sought.role] : [],
  })
  const add = useAddPerson(account)
  const set = (change: Partial<NewPerson>) => setPerson({ ...person, ...change })
  const save = (how: { existing?: string; anyway?: boolean } = {}) =>
    add.mutate({ person, ...how }, { onSuccess: ({ act }) => done({ name: person.name, act }) })
  return (
    <form
      className={style['form']}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextInput
        label={label('name')}
        value={person.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        required
        data-autofocus
        error={add.faults['name']}
      />
      <TextInput
        label={label('title')}
        value={person.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={add.faults['title']}
      />
      {label('email') && (
        <TextInput
          type="email"
          label={label('email')}
          value={person.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
          error={add.faults['email']}
        />
      )}
      {book.field('account_contact', 'roles') && (
        <MultiSelect
          label={book.field('account_contact', 'roles')?.label}
          data={[...(book.field('account_contact', 'roles')?.terms ?? [])]}
          value={[...person.roles]}
          onChange={(roles) => set({ roles })}
        />
      )}
      {add.alike.length > 0 ? (
        <div role="alert">
          <p className={style['to']}>{t('stakeholders.alike')}</p>
          {add.alike.map(({ id, title }) => (
            <Button key={id} variant="default" size="xs" mr={8} mt={8} onClick={() => save({ existing: id })}>
              {t('stakeholders.useThem', { name: title ?? '' })}
            </Button>
          ))}
          <Button variant="subtle" size="xs" mt={8} onClick={() => save({ anyway: true })}>
            {t('stakeholders.addAnyway')}
          </Button>
        </div>
      ) : (
        <div className={style['actions']}>
          {add.sentence && (
            <p role="alert" className="bad">
              {add.sentence}
            </p>
          )}
          <Button type="submit" loading={add.isPending} disabled={person.name.trim() === ''}>
            {t('stakeholders.add')}
          </Button>
        </div>
      )}
    </form>
  )
}
