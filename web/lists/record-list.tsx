// The list of any object, derived from the dictionary: searched, filtered, sorted, grouped, edited where one reads, many at once; all of
// what is seen is in its address.
import { Button, Skeleton } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import type { DescribedObject, Row } from '../api/answers.ts'
import { Problem } from '../api/ask.ts'
import { Page } from '../frame/page.tsx'
import { Failed, Notice } from '../frame/trouble.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { useBook } from '../values/book.tsx'
import { showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { columnsOf, defaultColumns } from './columns.ts'
import { Filters } from './filters.tsx'
import type { ListSearch } from './list-search.ts'
import { useCount, useRows } from './queries.ts'
import style from './record-list.module.css'
import { readColumns, readGroup, readWhere, writeColumns } from './search.ts'
import { SearchBox } from './search-box.tsx'
import { Table, TableSkeleton } from './table.tsx'
import { useDefaultView } from './views.ts'
import { ViewsMenu } from './views-menu.tsx'

const Groups = lazy(() => import('./groups.tsx'))
const ColumnChooser = lazy(() => import('./column-chooser.tsx'))
const ExportMenu = lazy(() => import('./export-menu.tsx'))
const SelectionBar = lazy(() => import('./selection-bar.tsx'))

export type ListProps = {
  object: DescribedObject
  search: ListSearch
  /** Puts another state into the address; `isStep` where going back should lead through what was before. */
  change(next: ListSearch, isStep?: boolean): void
  /** What belongs here and how it comes, where there is none yet. */
  empty?: { title: string; text: string; action?: ReactNode }
}

export function RecordList({ object, search, change, empty }: ListProps) {
  const { t } = useLanguage()
  useDefaultView(object, search, change)
  return (
    <List
      key={object.name}
      object={object}
      search={search}
      change={change}
      empty={empty ?? { title: t('lists.empty', { objects: object.labelPlural }), text: t('lists.emptyText') }}
    />
  )
}

function List({ object, search, change, empty }: Required<ListProps>) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const reader = useMemo(() => ({ book, t }), [book, t])
  const wished = search.columns ? readColumns(search.columns) : defaultColumns(reader, object)
  const wishedText = writeColumns(wished)
  const columns = useMemo(() => columnsOf(reader, object, readColumns(wishedText)), [reader, object, wishedText])
  const where = useMemo(() => readWhere(search.where), [search.where])
  const order = search.order ?? columns.find(({ order }) => order)?.order ?? ''
  const group = readGroup(search.group)
  const words = search.search ?? ''
  const asked = { object, columns, where: search.where ?? '', search: words, order }
  const rows = useRows(asked, { enabled: group === null })
  const count = useCount(object, where, words)
  const [selected, select] = useState<ReadonlyMap<string, Row>>(new Map())
  const fault = search.where && rows.error instanceof Problem && rows.error.status < 500 ? rows.error.message : null
  const found = useMemo(() => rows.data?.pages.flatMap((page) => page.data) ?? [], [rows.data])
  const isNarrowed = words !== '' || Boolean(search.where)
  const set = (next: Partial<ListSearch>, isStep = false) => change({ ...search, ...next }, isStep)
  const clear = () => set({ search: '', where: '' }, true)
  useKeys({ '/': { does: t('keys.search'), run: () => document.getElementById('list-search')?.focus() } })
  return (
    <Page
      title={object.labelPlural}
      note={
        <span role="status" className={style['count']}>
          {count.data !== undefined && t('lists.count', { count: count.data, shown: showNumber(count.data, speech) })}
        </span>
      }
      tools={
        <>
          <Suspense fallback={object.may.includes('export') && <Skeleton width={92} height={30} />}>
            {object.may.includes('export') && (
              <ExportMenu object={object} columns={columns} where={search.where ?? ''} search={words} order={order} />
            )}
          </Suspense>
          <ViewsMenu object={object} search={search} columns={columns} change={change} />
        </>
      }
    >
      <div className={style['tools']}>
        <SearchBox words={words} search={(next) => set({ search: next })} />
        <Filters
          object={object}
          text={search.where ?? ''}
          where={where}
          fault={fault}
          change={(next) => set({ where: next }, true)}
        />
        <span className={style['apart']} />
        <Suspense fallback={<ToolSkeletons />}>
          <ColumnChooser object={object} columns={columns} group={search.group ?? ''} set={set} />
        </Suspense>
      </div>
      <Suspense>
        {selected.size > 0 && (
          <SelectionBar
            asked={asked}
            selected={selected}
            select={select}
            count={count.data ?? null}
            isMore={rows.hasNextPage}
          />
        )}
      </Suspense>
      {group !== null ? (
        <Suspense fallback={<TableSkeleton />}>
          <Groups {...asked} group={group} condition={where} order={order} change={set} />
        </Suspense>
      ) : rows.isPending ? (
        <TableSkeleton />
      ) : rows.isError && found.length === 0 ? (
        !fault && <Failed error={rows.error} retry={rows.refetch} />
      ) : found.length > 0 ? (
        <Table
          object={object}
          columns={columns}
          rows={found}
          order={order}
          isStale={rows.isPlaceholderData}
          total={rows.hasNextPage ? Math.max(count.data ?? 0, found.length + 1) : found.length}
          isMore={rows.hasNextPage}
          more={() => !rows.isFetchingNextPage && void rows.fetchNextPage()}
          sort={(next) => set({ order: next })}
          resize={(path, width) =>
            set({ columns: writeColumns(wished.map((each) => (each.path === path ? { path, width } : each))) })
          }
          selected={selected}
          select={select}
        />
      ) : isNarrowed ? (
        <Notice
          title={t('lists.noMatch')}
          action={
            <Button variant="default" onClick={clear}>
              {t('lists.clear')}
            </Button>
          }
        >
          {t('lists.noMatchText')}
        </Notice>
      ) : (
        <Notice title={empty.title} action={empty.action}>
          {empty.text}
        </Notice>
      )}
    </Page>
  )
}

/** As wide as what comes, so that nothing moves into another line when it does. */
function ToolSkeletons() {
  return (
    <>
      <Skeleton width={150} height={30} />
      <Skeleton width={104} height={30} />
    </>
  )
}
