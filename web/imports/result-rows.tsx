// Row by row what a preview or a run made of a file. A row that may mean several records asks which.
import { Button, Skeleton } from '@mantine/core'
import { Failed, sentenceOf } from '../frame/trouble.tsx'
import { useBook } from '../values/book.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { isEmpty, show } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { type Candidate, calledAs, type Import, meaning, type Outcome, type RowResult } from './answers.ts'
import style from './imports.module.css'
import { keyLabel } from './key-label.ts'
import { useAnswer, useResults } from './queries.ts'

export function ResultRows({ order, of, outcome }: { order: Import; of: 'preview' | 'rows'; outcome: Outcome | null }) {
  const { t } = useLanguage()
  const results = useResults(order.id, { of, outcome })
  const named = new Map(order.files.map((file) => [file.name, calledAs(file)]))
  const rows = results.data?.pages.flatMap(({ data }) => data) ?? []
  if (results.isPending) return <Skeleton height={320} />
  if (results.isError) return <Failed error={results.error} retry={results.refetch} />
  return (
    <>
      <ol className={style['rows']}>
        {rows.map((row) => (
          <li key={`${row.file}:${row.row}`}>
            <span className={style['place']}>
              {order.files.length > 1 && `${named.get(row.file) ?? row.file} `}
              {t('imports.row', { row: row.row })}
            </span>
            <div className={style['what']}>
              <strong className={tones[row.outcome] ?? ''}>{t(`importOutcome.${row.outcome}`, { count: 1 })}</strong>
              <Row order={order} row={row} />
            </div>
          </li>
        ))}
      </ol>
      {results.hasNextPage && (
        <Button variant="default" mt="sm" loading={results.isFetchingNextPage} onClick={() => results.fetchNextPage()}>
          {t('imports.moreRows')}
        </Button>
      )}
    </>
  )
}

const tones: Readonly<Partial<Record<Outcome, string>>> = { rejected: 'bad', question: 'warn', created: 'good' }

function Row({ order, row }: { order: Import; row: RowResult }) {
  const { t } = useLanguage()
  const book = useBook()
  const saidOf = useSaid()
  return (
    <>
      {row.faults?.map(({ code, message, field }) => (
        <p key={`${field} ${code}`}>{message}</p>
      ))}
      {row.says?.map(({ record, object, values }) => (
        <p key={record}>
          {book.object(object)?.label}:{' '}
          {Object.entries(values)
            .map(([name, text]) => saidOf(object, name, text))
            .join(' · ')}
        </p>
      ))}
      {row.records?.map((record) => (
        <div key={record.record ?? record.object ?? record.id}>
          {!row.says && (
            <span>
              {book.object(record.object ?? '')?.label}{' '}
              {record.id && record.object && record.title && isTitle(record.title) && !record.isDeleted ? (
                <RecordLink object={record.object} id={record.id}>
                  {record.title}
                </RecordLink>
              ) : (
                isTitle(record.title) && record.title
              )}
              {record.how && (
                <span className="quiet">
                  {' '}
                  · {t('imports.foundBy', { key: keyLabel(record.how, record.object ?? '', book, t) })}
                </span>
              )}
            </span>
          )}
          {record.cells && (
            <Cells
              object={record.object ?? ''}
              cells={record.cells}
              held={record.held ?? []}
              called={record.called ?? {}}
            />
          )}
          {record.candidates && record.record && (
            <Question
              order={order}
              row={row}
              record={record.record}
              object={record.object ?? ''}
              candidates={record.candidates}
              answer={record.answer}
            />
          )}
        </div>
      ))}
    </>
  )
}

/** Names and addresses speak for themselves; a date does not. */
function useSaid(): (object: string, name: string, text: string) => string {
  const speech = useLanguage()
  const book = useBook()
  return (object, name, text) => {
    const field = book.field(object, name)
    if (field?.type !== 'date') return text
    return `${field.label}: ${/^\d{4}-\d\d-\d\d$/.test(text) ? show(text, speech, field) : text}`
  }
}

/** What only ties two others together is called by its id, which says nothing to people. */
const isTitle = (title: string | null | undefined): boolean =>
  !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(title ?? '')

type Celled = {
  object: string
  cells: Readonly<Record<string, readonly [unknown, unknown]>>
  held: readonly string[]
  called: Readonly<Record<string, string>>
}

function Cells({ object, cells, held, called }: Celled) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const said = (name: string, value: unknown) => {
    const field = book.field(object, name)
    if (isEmpty(value)) return '—'
    if (field?.type === 'reference') return called[String(value)] ?? '…'
    return field ? show(value, speech, field) : String(value)
  }
  return (
    <ul className={style['cells']}>
      {Object.entries(cells).map(([name, [from, to]]) => (
        <li key={name}>
          {book.field(object, name)?.label ?? name}:{' '}
          {!isEmpty(from) && (
            <>
              <del>{said(name, from)}</del>
              {' → '}
            </>
          )}
          <ins>{said(name, to)}</ins>
          {held.includes(name) && <span className="warn"> {t('imports.held')}</span>}
        </li>
      ))}
    </ul>
  )
}

type Asked = {
  order: Import
  row: RowResult
  record: string
  object: string
  candidates: readonly Candidate[]
  answer: string | undefined
}

function Question({ order, row, record, object, candidates, answer: before }: Asked) {
  const { t } = useLanguage()
  const answer = useAnswer(order.id)
  const saidOf = useSaid()
  const place = `${row.file}:${row.row}:${record}`
  const said = answer.variables?.[place] ?? before
  const saying = (means: string) => ({
    size: 'compact-xs',
    variant: said === means ? 'filled' : means === 'skip' ? 'subtle' : 'default',
    'aria-pressed': said === means,
    onClick: () => answer.mutate({ [place]: means }),
  })
  return (
    <fieldset className={style['question']}>
      <legend>{t('imports.which')}</legend>
      {candidates.map((each) => (
        <span key={meaning(each)}>
          {each.id ? (
            <RecordLink object={object} id={each.id}>
              {each.title ?? t('values.unknown')}
            </RecordLink>
          ) : (
            (each.title ?? t('values.unknown'))
          )}{' '}
          <span className="quiet">
            {Object.entries(each.says ?? {})
              .filter(([, text]) => text !== each.title)
              .map(([name, text]) => saidOf(object, name, text))
              .join(' · ')}
          </span>{' '}
          <Button {...saying(meaning(each))}>{t('imports.isThis')}</Button>
        </span>
      ))}
      <Button {...saying('new')}>{t('imports.isNew')}</Button>
      <Button {...saying('skip')}>{t('imports.leaveOut')}</Button>
      {answer.isError ? (
        <span className="bad">{sentenceOf(answer.error) || t('trouble.unreachable')}</span>
      ) : (
        said !== undefined && <span className="quiet">{t('imports.answered')}</span>
      )}
    </fieldset>
  )
}
