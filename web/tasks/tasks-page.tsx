// What I have to do, by when: ticked off in place, opened at the customer it is for.
import { Button, Checkbox, SegmentedControl, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { DescribedObject } from '../api/answers.ts'
import { useMe } from '../api/queries.ts'
import { useSave, useUndo } from '../api/save.ts'
import { openCapture } from '../capture/capture.tsx'
import { Page } from '../frame/page.tsx'
import { toast } from '../frame/toast.tsx'
import { Failed, Notice, sentenceOf } from '../frame/trouble.tsx'
import { Editable } from '../inputs/editable.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { Section } from '../record/section.tsx'
import { may } from '../root.ts'
import { useBook } from '../values/book.tsx'
import { openRecord, RecordLink } from '../values/record-link.tsx'
import { useLanguage } from '../words/language.tsx'
import { type Task, useTasks } from './queries.ts'
import style from './tasks-page.module.css'
import { todayHere, type When, whenDue, whens } from './when.ts'

const route = getRouteApi('/tasks')

export default function TasksPage() {
  const { t } = useLanguage()
  const me = useMe().data
  const object = useBook().object('task')
  if (!object || !me || !may(me, 'task', 'list'))
    return (
      <Page title={t('tasks.title')}>
        <Notice title={t('trouble.closed')}>{t('trouble.closedText')}</Notice>
      </Page>
    )
  return (
    <Page
      title={t('tasks.title')}
      tools={
        may(me, 'task', 'create') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openCapture('task')}>
            {t('edit.new', { object: object.label })}
          </Button>
        )
      }
    >
      <Choice />
      <Tasks object={object} />
    </Page>
  )
}

function Choice() {
  const { t } = useLanguage()
  const navigate = route.useNavigate()
  const { whose, done } = route.useSearch()
  return (
    <div className={style['choice']}>
      <SegmentedControl
        aria-label={t('tasks.whose')}
        value={whose ?? 'mine'}
        onChange={(next) =>
          navigate({ search: (before) => ({ ...before, whose: next === 'all' ? next : '' }), replace: true })
        }
        data={[
          { value: 'mine', label: t('tasks.mine') },
          { value: 'all', label: t('tasks.all') },
        ]}
      />
      <SegmentedControl
        aria-label={t('tasks.which')}
        value={done ?? 'no'}
        onChange={(next) =>
          navigate({ search: (before) => ({ ...before, done: next === 'yes' ? next : '' }), replace: true })
        }
        data={[
          { value: 'no', label: t('tasks.open') },
          { value: 'yes', label: t('tasks.done') },
        ]}
      />
    </div>
  )
}

function Tasks({ object }: { object: DescribedObject }) {
  const { t } = useLanguage()
  const navigate = route.useNavigate()
  const { whose, done } = route.useSearch()
  const isDone = done === 'yes'
  const tasks = useTasks({ isAll: whose === 'all', isDone })
  const [at, setAt] = useState(-1)
  const rows = (tasks.data?.pages.flatMap(({ data }) => data) ?? []) as Task[] // as selected
  const tick = useTick(object)
  const here = rows[at]
  const step = (by: number) => setAt(Math.max(0, Math.min(rows.length - 1, at + by)))
  useKeys({
    j: { does: t('keys.next'), run: () => step(1) },
    k: { does: t('keys.previous'), run: () => step(-1) },
    Enter: {
      does: t('keys.open'),
      run: () => here?.account && openRecord(navigate, 'account', here.account.id),
    },
    x: { does: t('tasks.tick'), run: () => here && tick(here) },
  })
  if (tasks.isPending) return <Skeleton height={320} />
  if (tasks.isError) return <Failed error={tasks.error} retry={tasks.refetch} />
  if (rows.length === 0)
    return <Notice title={t(isDone ? 'tasks.noneDone' : 'tasks.none')}>{t('tasks.noneText')}</Notice>
  const today = todayHere()
  const grouped = Map.groupBy(rows, (task) => (isDone ? 'ended' : whenDue(task.due_on, today)))
  return (
    <div className={style['groups']}>
      {(isDone ? (['ended'] as const) : whens).map((when) => {
        const those = grouped.get(when)
        return (
          those && (
            <Section key={when} title={t(`taskWhen.${when}`)} note={<Count when={when} count={those.length} />}>
              <ul className={style['list']}>
                {those.map((task) => (
                  <One key={task.id} object={object} task={task} isHere={task === here} tick={() => tick(task)} />
                ))}
              </ul>
            </Section>
          )
        )
      })}
      {tasks.hasNextPage && (
        <Button variant="default" loading={tasks.isFetchingNextPage} onClick={() => tasks.fetchNextPage()}>
          {t('tasks.more')}
        </Button>
      )}
    </div>
  )
}

function Count({ when, count }: { when: When | 'ended'; count: number }) {
  const { t } = useLanguage()
  const said = t('tasks.count', { count })
  if (when !== 'late') return <span className="quiet">{said}</span>
  return (
    <span className={`bad ${style['late']}`}>
      <IconAlertTriangle size={15} aria-hidden /> {said}
    </span>
  )
}

/** Done, or open again; what others did to the task meanwhile stands. */
function useTick(object: DescribedObject): (task: Task) => void {
  const { t } = useLanguage()
  const save = useSave(object)
  const undo = useUndo()
  return async (task) => {
    const isDone = task.status === 'done'
    const values = isDone ? { status: 'open', done_on: null } : { status: 'done', done_on: todayHere() }
    try {
      const { act } = await save.mutateAsync({ id: task.id, version: null, values })
      const text = t(isDone ? 'tasks.reopened' : 'tasks.ticked', { name: task.name })
      toast({ text, ...(act ? { undo: () => undo(act) } : {}) })
    } catch (error) {
      toast({ text: sentenceOf(error) || t('edit.unsaved'), tone: 'bad' })
    }
  }
}

type Shown = { object: DescribedObject; task: Task; isHere: boolean; tick(): void }

function One({ object, task, isHere, tick }: Shown) {
  const book = useBook()
  const { t } = useLanguage()
  const due = book.field('task', 'due_on')
  const status = book.field('task', 'status')
  return (
    <li data-here={isHere || undefined} aria-current={isHere || undefined}>
      <Checkbox
        checked={task.status === 'done'}
        disabled={!status?.mayUpdate}
        aria-label={t('tasks.tickOne', { name: task.name })}
        onChange={tick}
      />
      <div className={style['what']}>
        <span className={style['name']}>{task.name}</span>
        <span className="quiet">
          {task.account && (
            <RecordLink object="account" id={task.account.id}>
              {task.account.name}
            </RecordLink>
          )}
          {task.owner?.name && ` · ${task.owner.name}`}
          {task.priority && task.priority !== 'normal' && ` · ${book.term('task', 'priority', task.priority)}`}
        </span>
      </div>
      {due && (
        <span className={style['due']}>
          <Editable object={object} field={due} record={task} />
        </span>
      )}
    </li>
  )
}
