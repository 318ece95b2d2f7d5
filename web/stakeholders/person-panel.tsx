// The person that is looked at: what the map says of them in words, and every change of it without a mouse.
import { Button, CloseButton, MultiSelect, Select, Switch } from '@mantine/core'
import { useBook } from '../values/book.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { showWhen } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { type Person, type Stakeholders, wouldCircle } from './people.ts'
import style from './person-panel.module.css'
import type { Drawn } from './queries.ts'
import { Stance } from './signs.tsx'

type Looked = Stakeholders & {
  person: Person
  mayConnect: boolean
  mayTalk: boolean
  draw(drawn: Drawn): void
  /** Opens what asks with whom and how. */
  connect(from: string): void
  openTie(tie: string): void
  talk(person: Person): void
  close(): void
}

export function PersonPanel({
  person,
  people,
  ties,
  mayConnect,
  mayTalk,
  draw,
  connect,
  openTie,
  talk,
  close,
}: Looked) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const field = (name: string) => book.field('account_contact', name)
  const terms = (name: string) => [...(field(name)?.terms ?? [])]
  const mayPart = (name: string) => field(name)?.mayUpdate === true
  const part = (values: Extract<Drawn, { do: 'part' }>['values']) => draw({ do: 'part', person, values })
  const bound = ties.filter(({ from, to }) => from === person.id || to === person.id)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (
    <section className={style['panel']} aria-label={person.name}>
      <header>
        <div>
          <h2>
            <RecordLink object="contact" id={person.id}>
              {person.name}
            </RecordLink>
          </h2>
          <p className="quiet">{[person.title, person.department].filter(Boolean).join(' · ')}</p>
          {person.part === null && <p className="quiet">{t('stakeholders.elsewhere')}</p>}
          {person.lastTouch !== undefined && (
            <p className="quiet">
              {person.lastTouch === null
                ? t('stakeholders.neverMet')
                : t('stakeholders.lastMet', { date: showWhen(person.lastTouch, speech) })}
            </p>
          )}
        </div>
        <CloseButton size="sm" aria-label={t('frame.close')} onClick={close} />
      </header>
      {book.field('contact', 'reports_to') && <Boss person={person} people={people} draw={draw} />}
      {person.roles !== undefined && (
        <MultiSelect
          size="xs"
          label={field('roles')?.label}
          data={terms('roles')}
          value={[...(person.roles ?? [])]}
          readOnly={!mayPart('roles')}
          onChange={(roles) => part({ roles })}
        />
      )}
      {person.stance !== undefined && (
        <Select
          size="xs"
          label={field('stance')?.label}
          data={terms('stance')}
          value={person.stance}
          placeholder={t('stakeholders.noStance')}
          leftSection={null}
          readOnly={!mayPart('stance')}
          renderOption={({ option }) => <Stance stance={option.value} />}
          onChange={(stance) => stance && part({ stance })}
        />
      )}
      {person.strength !== undefined && (
        <Select
          size="xs"
          label={field('strength')?.label}
          data={terms('strength')}
          value={person.strength}
          placeholder={t('stakeholders.noStrength')}
          readOnly={!mayPart('strength')}
          onChange={(strength) => strength && part({ strength })}
        />
      )}
      {person.isPrimary !== undefined && (
        <Switch
          size="sm"
          label={t('stakeholders.primary')}
          checked={person.isPrimary === true}
          disabled={!mayPart('is_primary')}
          onChange={(event) => part({ isPrimary: event.currentTarget.checked })}
        />
      )}
      {bound.length > 0 && (
        <ul className={style['ties']} aria-label={t('stakeholders.informal')}>
          {bound.map(({ id, from, to, kind }) => (
            <li key={id}>
              <button type="button" onClick={() => openTie(id)}>
                {t('stakeholders.tieSays', {
                  from: names.get(from),
                  kind: book.term('contact_connection', 'kind', kind),
                  to: names.get(to),
                })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={style['actions']}>
        {mayConnect && (
          <Button variant="default" size="xs" onClick={() => connect(person.id)}>
            {t('stakeholders.connect')}
          </Button>
        )}
        {mayTalk && (
          <Button variant="default" size="xs" onClick={() => talk(person)}>
            {t('stakeholders.mend_talk')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Boss({ person, people, draw }: { person: Person; people: readonly Person[]; draw(drawn: Drawn): void }) {
  const { t } = useLanguage()
  const field = useBook().field('contact', 'reports_to')
  const boss = person.boss ?? null
  const others = people.filter(({ id, isCurrent }) => id !== person.id && (isCurrent || id === boss?.id))
  // Who they report to may have no part at this account, and is named all the same.
  const outside = boss && !others.some(({ id }) => id === boss.id) ? [{ value: boss.id, label: boss.name ?? '…' }] : []
  return (
    <Select
      size="xs"
      label={field?.label}
      placeholder={t('stakeholders.noBoss')}
      data={[
        ...outside,
        ...others.map(({ id, name, title }) => ({
          value: id,
          label: title ? `${name} · ${title}` : name,
          disabled: wouldCircle(people, person.id, id),
        })),
      ]}
      value={boss?.id ?? null}
      readOnly={!field?.mayUpdate}
      searchable
      clearable={field?.mayUpdate === true}
      clearButtonProps={{ 'aria-label': t('stakeholders.clearBoss') }}
      nothingFoundMessage={t('stakeholders.noSuchPerson')}
      onChange={(id) => draw({ do: 'boss', person, boss: people.find((each) => each.id === id) ?? null })}
    />
  )
}
