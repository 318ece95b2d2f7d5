import type { Field } from '../api/answers.ts'
import { Section } from '../record/section.tsx'
import { useBook } from '../values/book.tsx'
import { isEmpty, show, showDay, showNumber, showPeriod, showSum } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './home.module.css'
import { type ExecutiveHome, executiveParts, type Groups } from './queries.ts'

/** Groups and sums, never a single customer. */
export function ExecutiveView({ home }: { home: ExecutiveHome }) {
  const speech = useLanguage()
  const { t } = speech
  const count = home.total?.rows[0]?.['n']
  return (
    <>
      {typeof count === 'number' && (
        <p className={style['answer']}>{t('home.customers', { count, shown: showNumber(count, speech) })}</p>
      )}
      <div className={style['parts']}>
        {executiveParts.map((part) => {
          const groups = home[part]
          return (
            groups && (
              <Section key={part} title={t(`homePart.${part}`)}>
                <Table groups={groups} period={part === 'renewals' ? 'quarter' : null} />
                {groups.isHeldBack && <p className="quiet">{t('home.heldBack')}</p>}
              </Section>
            )
          )
        })}
      </div>
    </>
  )
}

const amounts = new Set(['arr'])

type Period = 'quarter' | null

function Table({ groups: { rows }, period }: { groups: Groups; period: Period }) {
  const speech = useLanguage()
  const { t } = speech
  const [first] = rows
  if (!first) return <p className="quiet">{t('home.nothingKnown')}</p>
  // Of an amount the currency is a column of its own; it is told with the amount.
  const names = Object.keys(first).filter((name) => name !== 'currency')
  return (
    <table className={style['groups']}>
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              <Heading name={name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={JSON.stringify(row)}>
            {names.map((name) => (
              <td key={name}>
                <Cell name={name} row={row} period={period} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Groups are of accounts, save those of the answers to surveys. */
function useGrouped(name: string): Field | undefined {
  const book = useBook()
  return book.field('account', name) ?? book.field('survey_response', name)
}

function Heading({ name }: { name: string }) {
  const { t } = useLanguage()
  const field = useGrouped(name)
  if (name === 'n') return <>{t('home.count')}</>
  if (amounts.has(name)) return <>ARR</>
  return <>{field?.label ?? name}</>
}

type Told = { name: string; row: Readonly<Record<string, unknown>>; period: Period }

function Cell({ name, row, period }: Told) {
  const speech = useLanguage()
  const field = useGrouped(name)
  const value = row[name]
  if (isEmpty(value)) return <span className="quiet">{speech.t('values.unknown')}</span>
  if (amounts.has(name) && typeof row['currency'] === 'string')
    return <>{showSum({ amount: Number(value), currency: row['currency'] }, speech)}</>
  if (typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value)
    return <>{showSum(value as { amount: number; currency: string }, speech)}</>
  if (typeof value === 'number') return <>{showNumber(Math.round(value * 10) / 10, speech)}</>
  if (/^\d{4}-\d{2}-\d{2}/.test(String(value)))
    return <>{period ? showPeriod(String(value), period, speech) : showDay(String(value), speech)}</>
  return <>{field ? show(value, speech, field) : String(value)}</>
}
