// What is in the file, before anything is tried: how full each column is, what can't be read, words that are in no list, rows said
// twice, and a few customers beside what is held of them.
import { Button, NativeSelect, Progress, Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { sentenceOf } from '../frame/trouble.tsx'
import { Section } from '../record/section.tsx'
import { useBook } from '../values/book.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { isEmpty, show, showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import type { ColumnProfile, Import, ImportFile, Profile } from './answers.ts'
import { FileChoice, useFileChosen } from './file-choice.tsx'
import style from './imports.module.css'
import { stepOf } from './onward.tsx'
import { useComparison, useMap, useProfile, useStep } from './queries.ts'
import { Working } from './working.tsx'

const route = getRouteApi('/imports/$id')

export function CheckStep({ order }: { order: Import }) {
  const { t } = useLanguage()
  const file = useFileChosen(order)
  const step = useStep(order.id)
  const preview = useStep(order.id)
  const navigate = route.useNavigate()
  const profile = useProfile(order.id, file?.id ?? '', order.step === null && file !== undefined)
  const isMissing = profile.data === null && order.step === null && order.counts === null
  const asked = useRef(false)
  useEffect(() => {
    if (!isMissing || asked.current) return
    asked.current = true
    step.mutate('profile')
  }, [isMissing, step.mutate])
  if (!file) return null
  return (
    <>
      <FileChoice order={order} chosen={file} />
      {order.step && <Working order={order} />}
      {step.isError && <p className="bad">{sentenceOf(step.error) || t('trouble.unreachable')}</p>}
      {profile.data ? (
        <>
          <Words order={order} file={file} profile={profile.data} />
          <Problems profile={profile.data} />
          <Fill profile={profile.data} />
        </>
      ) : (
        !order.step && <Skeleton height={260} />
      )}
      {profile.data && <SideBySide order={order} file={file} />}
      {order.counts === null && (
        <div className={style['onward']}>
          <Button
            // One thing at a time: nothing is tried before the file is looked through.
            loading={preview.isPending || step.isPending || profile.isPending || order.step !== null}
            onClick={async () => {
              await preview.mutateAsync('preview')
              await navigate(stepOf(order.id, 'preview'))
            }}
          >
            {t('imports.preview')}
          </Button>
        </div>
      )}
      {preview.isError && <p className="bad">{sentenceOf(preview.error) || t('trouble.unreachable')}</p>}
    </>
  )
}

function Words({ order, file, profile }: { order: Import; file: ImportFile; profile: Profile }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const map = useMap(order.id, file.id)
  const { mapping } = file
  const columns = profile.columns.filter(({ unknownWords }) => unknownWords.length > 0)
  if (!mapping || columns.length === 0) return null
  const say = (index: number, word: string, term: string) =>
    map.mutate({
      mapping: {
        ...mapping,
        columns: mapping.columns.map((each) =>
          each.index === index ? { ...each, words: { ...each.words, [word]: term === '' ? null : term } } : each,
        ),
      },
    })
  return (
    <Section title={t('imports.unknownWords')} note={<span className="quiet">{t('imports.unknownWordsText')}</span>}>
      {columns.map((column) => {
        const mapped = mapping.columns.find(({ index }) => index === column.index)
        const object = mapping.records.find(({ name }) => name === mapped?.to?.record)?.object ?? ''
        const terms = book.field(object, mapped?.to?.field ?? '')?.terms ?? []
        return (
          <div key={column.index} className={style['words']}>
            <h3>{column.header}</h3>
            {column.unknownWords.slice(0, 20).map(({ word, count, nearest }) => {
              const said = mapped?.words && Object.hasOwn(mapped.words, word) ? mapped.words[word] : undefined
              return (
                <div key={word} className={style['word']}>
                  <span>
                    “{word}” <span className="quiet">× {showNumber(count, speech)}</span>
                  </span>
                  <NativeSelect
                    size="xs"
                    aria-label={t('imports.wordMeans', { word })}
                    value={said === undefined ? '?' : (said ?? '')}
                    onChange={(event) => say(column.index, word, event.currentTarget.value)}
                    data={[
                      { value: '?', label: t('imports.notSaid'), disabled: true },
                      { value: '', label: t('imports.leaveOut') },
                      ...terms.map(({ value, label }) => ({ value, label })),
                    ]}
                  />
                  {said === undefined && nearest && (
                    <Button size="compact-xs" variant="subtle" onClick={() => say(column.index, word, nearest)}>
                      {t('imports.takeNearest', {
                        term: terms.find(({ value }) => value === nearest)?.label ?? nearest,
                      })}
                    </Button>
                  )}
                </div>
              )
            })}
          </div>
        )
      })}
    </Section>
  )
}

function Problems({ profile }: { profile: Profile }) {
  const speech = useLanguage()
  const { t } = speech
  const found = profile.columns.flatMap((column) => column.problems.map((problem) => ({ column, ...problem })))
  const unread = found.flatMap((each) => (each.code === 'untrimmed' ? [] : [{ ...each, code: each.code }]))
  const mended = found.filter(({ code }) => code === 'untrimmed')
  const repeats = profile.repeats.examples
    .slice(0, 3)
    .map(({ row, of, key }) => t('imports.repeat', { row, of, key: key.slice(key.indexOf(' ') + 1) }))
  return (
    <Section title={t('imports.problems')}>
      {unread.length === 0 && profile.repeats.count === 0 && <p className="good">{t('imports.noProblems')}</p>}
      <ul className={style['problems']}>
        {unread.map(({ column, code, count, examples }) => (
          <li key={`${column.index} ${code}`}>
            <strong>{column.header}</strong>: {t(`importProblem.${code}`)} × {showNumber(count, speech)}{' '}
            <span className="quiet">
              {examples.map(({ row, value }) => t('imports.example', { row, value })).join('; ')}
            </span>
          </li>
        ))}
        {profile.repeats.count > 0 && (
          <li>
            {t('imports.repeats', { count: profile.repeats.count })} <span className="quiet">{repeats.join('; ')}</span>
          </li>
        )}
      </ul>
      {mended.map(({ column, count }) => (
        <p key={column.index} className="quiet">
          {t('imports.untrimmed', { column: column.header, count })}
        </p>
      ))}
    </Section>
  )
}

function Fill({ profile }: { profile: Profile }) {
  const speech = useLanguage()
  const { t, locale } = speech
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const most = ({ top }: ColumnProfile) => top.slice(0, 3).map(({ value, count }) => `${value} (${count})`)
  return (
    <Section
      title={t('imports.filled')}
      note={<span className="quiet">{t('imports.rowsIn', { count: profile.rows })}</span>}
    >
      <div className={style['scroll']}>
        <table className={style['table']}>
          <thead>
            <tr>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.filledShare')}</th>
              <th scope="col">{t('imports.distinct')}</th>
              <th scope="col">{t('imports.mostSaid')}</th>
            </tr>
          </thead>
          <tbody>
            {profile.columns.map((column) => (
              <tr key={column.index}>
                <th scope="row">{column.header}</th>
                <td className={style['share']}>
                  <Progress value={column.fillRate * 100} aria-label={column.header} />
                  {percent.format(column.fillRate)}
                </td>
                <td>
                  {column.isExact ? '' : '≈ '}
                  {showNumber(column.distinct, speech)}
                </td>
                <td className={style['samples']}>{most(column).join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function SideBySide({ order, file }: { order: Import; file: ImportFile }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const { data } = useComparison(order.id, file.id)
  if (!data || data.customers.length === 0 || !data.object) return null
  const { object } = data
  const said = (field: string, value: unknown) => {
    const declared = book.field(object, field)
    if (isEmpty(value)) return '—'
    return declared && declared.type !== 'reference' ? show(value, speech, declared) : String(value)
  }
  return (
    <Section title={t('imports.sideBySide')}>
      {data.customers.map((customer) => {
        const different = customer.fields.filter(({ isSame }) => isSame === false)
        return (
          <div key={customer.id} className={style['customer']}>
            <h3>
              <RecordLink object={object} id={customer.id}>
                {customer.title ?? t('values.unknown')}
              </RecordLink>
            </h3>
            {different.length === 0 ? (
              <p className="quiet">{t('imports.agrees')}</p>
            ) : (
              <ul className={style['cells']}>
                {different.map(({ field, inFile, here }) => (
                  <li key={field}>
                    {book.field(object, field)?.label ?? field}: {t('imports.fileSays', { value: said(field, inFile) })}{' '}
                    <span className="quiet">{t('imports.hereIs', { value: said(field, here) })}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )
      })}
    </Section>
  )
}
