// The people of an account: the map or the table of them, what the picture lacks, and whoever is looked at. What is looked at is in
// the address.
import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Me } from '../api/answers.ts'
import { useMe } from '../api/queries.ts'
import { useUndo } from '../api/save.ts'
import { toast } from '../frame/toast.tsx'
import { Failed, Notice, sentenceOf } from '../frame/trouble.tsx'
import { may } from '../root.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { GapList } from './gap-list.tsx'
import { gapsIn, type Mend } from './gaps.ts'
import type { Stakeholders as Known, Person } from './people.ts'
import { PeopleTable } from './people-table.tsx'
import { PersonPanel } from './person-panel.tsx'
import { type Drawn, useDraw, useStakeholders } from './queries.ts'
import style from './stakeholders.module.css'
import { type Asked, TieDialog } from './tie-dialog.tsx'
import { type Sought, WhoDialog } from './who-dialog.tsx'

const StakeholderMap = lazy(() => import('./stakeholder-map.tsx'))

type Opened = { account: string; talk(person: Person): void }

export function Stakeholders(opened: Opened) {
  const { t } = useLanguage()
  const me = useMe().data
  const stakeholders = useStakeholders(opened.account)
  if (stakeholders.isPending || !me) return <Skeleton height={560} role="status" aria-label={t('trouble.loading')} />
  if (!stakeholders.data) return <Failed error={stakeholders.error} retry={stakeholders.refetch} />
  return <Shown {...opened} me={me} known={stakeholders.data} />
}

function Shown({ account, me, talk, known }: Opened & { me: Me; known: Known }) {
  const { t } = useLanguage()
  const book = useBook()
  const search = useSearch({ from: '/accounts/$id' })
  const navigate = useNavigate({ from: '/accounts/$id' })
  const draw = useDrawn(account, known)
  const undo = useUndo()
  const [tie, askTie] = useState<Asked | null>(null)
  const [sought, seek] = useState<Sought | null>(null)
  const isNarrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  const view = search.view ?? (isNarrow ? 'list' : 'map')
  const selected = known.people.find(({ id }) => id === search.person) ?? null
  const look = (next: { person?: string | undefined; view?: 'map' | 'list' }) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const open = (id: string) => look({ person: id === selected?.id ? undefined : id })
  const openTie = (id: string) => {
    const found = known.ties.find((each) => each.id === id)
    if (found) askTie({ tie: found })
  }
  const mayUpdate = (object: string, field: string) => book.field(object, field)?.mayUpdate === true
  const mayAdd = may(me, 'contact', 'create') && may(me, 'account_contact', 'create')
  const mayTie = may(me, 'contact_connection', 'create')
  const mayTalk = may(me, 'interaction', 'create')
  const mayMend = (how: Mend): boolean =>
    ({
      name: mayUpdate('account_contact', 'roles'),
      primary: mayUpdate('account_contact', 'is_primary'),
      add: mayAdd,
      talk: mayTalk,
      open: true,
    })[how.do]
  const mend = (how: Mend) => {
    if (how.do === 'open') open(how.id)
    else if (how.do === 'talk') talkTo(how.id)
    else seek(how.do === 'name' ? { role: how.role } : how.do === 'primary' ? { isPrimary: true } : {})
  }
  const talkTo = (id: string) => {
    const person = known.people.find((each) => each.id === id)
    if (person) talk(person)
  }
  const setBoss = (id: string, boss: string) => {
    const find = (one: string) => known.people.find((each) => each.id === one)
    const [person, above] = [find(id), find(boss)]
    if (person && above) draw({ do: 'boss', person, boss: above })
  }
  return (
    <div className={style['columns']}>
      <section className={style['picture']} aria-label={t('stakeholders.title')}>
        <header>
          <SegmentedControl
            size="xs"
            aria-label={t('stakeholders.view')}
            value={view}
            onChange={(next) => look({ view: next === 'list' ? 'list' : 'map' })}
            data={[
              { value: 'map', label: t('stakeholders.map') },
              { value: 'list', label: t('stakeholders.list') },
            ]}
          />
          {view === 'map' && <p className="quiet">{mayUpdate('contact', 'reports_to') && t('stakeholders.how')}</p>}
          {mayAdd && (
            <Button variant="default" size="xs" onClick={() => seek({})}>
              {t('stakeholders.mend_add')}
            </Button>
          )}
        </header>
        {known.people.length === 0 ? (
          <Notice title={t('stakeholders.none')}>{t('stakeholders.noneText')}</Notice>
        ) : view === 'list' ? (
          <PeopleTable {...known} selected={selected?.id ?? null} open={open} />
        ) : (
          <div className={style['map']}>
            <Suspense fallback={<Skeleton height="100%" />}>
              <StakeholderMap
                {...known}
                selected={selected?.id ?? null}
                open={open}
                openTie={openTie}
                setBoss={mayUpdate('contact', 'reports_to') ? setBoss : undefined}
                tie={mayTie ? (from, to) => askTie({ from, to }) : undefined}
              />
            </Suspense>
          </div>
        )}
      </section>
      <aside className={style['side']}>
        {selected && (
          <PersonPanel
            {...known}
            person={selected}
            mayConnect={mayTie}
            mayTalk={mayTalk}
            draw={draw}
            connect={(from) => askTie({ from, to: null })}
            openTie={openTie}
            talk={talk}
            close={() => open(selected.id)}
          />
        )}
        <section aria-labelledby="gaps">
          <h2 id="gaps">{t('stakeholders.gaps')}</h2>
          <GapList gaps={gapsIn(known, new Date().toLocaleDateString('sv'))} may={mayMend} mend={mend} />
        </section>
      </aside>
      {tie && <TieDialog asked={tie} people={known.people} draw={draw} close={() => askTie(null)} />}
      {sought && (
        <WhoDialog
          account={account}
          sought={sought}
          people={known.people}
          mayAdd={mayAdd}
          draw={draw}
          close={(added) => {
            seek(null)
            if (added) {
              const { act, name } = added
              toast({ text: t('stakeholders.added', { name }), ...(act ? { undo: () => undo(act) } : {}) })
            }
          }}
        />
      )}
    </div>
  )
}

/** Draws, and tells what came of it. Another system may have the last word on who reports to whom: then that is said. */
function useDrawn(account: string, { people }: Known): (drawn: Drawn) => void {
  const { t } = useLanguage()
  const { mutate } = useDraw(account)
  const undo = useUndo()
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name
  const told = (drawn: Drawn): string => {
    switch (drawn.do) {
      case 'boss':
        return drawn.boss
          ? t('stakeholders.nowReports', { name: drawn.person.name, boss: drawn.boss.name })
          : t('stakeholders.reportsToNobody', { name: drawn.person.name })
      case 'part':
        return t('stakeholders.changed', { name: drawn.person.name })
      case 'tie':
        return t('stakeholders.tied', { from: nameOf(drawn.from), to: nameOf(drawn.to) })
      case 'changeTie':
        return t('stakeholders.tieChanged')
      case 'untie':
        return t('stakeholders.untied')
    }
  }
  return (drawn) =>
    mutate(drawn, {
      onSuccess: ({ act, held }) =>
        toast({
          text: held && held.length > 0 ? t('stakeholders.held') : told(drawn),
          ...(held && held.length > 0 ? { tone: 'warn' as const } : {}),
          ...(act ? { undo: () => undo(act) } : {}),
        }),
      onError: (error) => toast({ text: sentenceOf(error) || t('trouble.unreachable'), tone: 'bad' }),
    })
}
