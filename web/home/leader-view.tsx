import { Link } from '@tanstack/react-router'
import type { Money } from '../../dictionary/index.ts'
import { showNumber, showSum } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './home.module.css'
import type { LeaderHome, Portfolio } from './queries.ts'

const counted = ['accounts', 'renewing', 'pastDue', 'escalatedTickets', 'overdueTasks'] as const

/** The portfolio, person by person. A figure that the reader may not know is absent. */
export function LeaderView({ home: { portfolios, total } }: { home: LeaderHome }) {
  const speech = useLanguage()
  const { t } = speech
  const worst = [...portfolios].sort((a, b) => weightOf(b) - weightOf(a))
  return (
    <>
      <dl className={style['figures']}>
        <div>
          <dt>{t('home.arr')}</dt>
          <dd>
            <Amounts of={total.arr} />
          </dd>
        </div>
        <div>
          <dt>{t('home.renewingArr')}</dt>
          <dd>
            <Amounts of={total.renewingArr} />
          </dd>
        </div>
        {counted.map((name) => (
          <div key={name}>
            <dt>{t(`homeFigure.${name}`)}</dt>
            <dd>{showNumber(total[name], speech)}</dd>
          </div>
        ))}
      </dl>
      <div className={style['scroll']}>
        <table className={style['table']}>
          <caption className="seen-by-readers">{t('home.portfolios')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('home.csm')}</th>
              <th scope="col">{t('home.arr')}</th>
              <th scope="col">{t('home.renewingArr')}</th>
              {counted.map((name) => (
                <th key={name} scope="col">
                  {t(`homeFigure.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {worst.map((portfolio) => (
              <tr key={portfolio.owner?.id ?? 'nobody'}>
                <th scope="row">
                  <Whose owner={portfolio.owner} />
                </th>
                <td>
                  <Amounts of={portfolio.arr} />
                </td>
                <td>
                  <Amounts of={portfolio.renewingArr} />
                </td>
                {counted.map((name) => (
                  <td
                    key={name}
                    className={name !== 'accounts' && name !== 'renewing' && portfolio[name] > 0 ? 'warn' : ''}
                  >
                    {showNumber(portfolio[name], speech)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const weightOf = ({ pastDue, escalatedTickets, overdueTasks, renewing }: Portfolio): number =>
  pastDue + escalatedTickets + overdueTasks + renewing

/** Leads to the accounts that the figures are about. */
function Whose({ owner }: Pick<Portfolio, 'owner'>) {
  const { t } = useLanguage()
  const where = owner ? `owner is "${owner.id}"` : 'owner is empty'
  return (
    <Link to="/accounts" search={{ where }}>
      {owner ? (owner.name ?? t('values.unknown')) : t('home.nobody')}
    </Link>
  )
}

function Amounts({ of }: { of: readonly Money[] }) {
  const speech = useLanguage()
  if (of.length === 0) return <>—</>
  return (
    <span className={style['amounts']}>
      {of.map((money) => (
        <span key={money.currency}>{showSum(money, speech)}</span>
      ))}
    </span>
  )
}
