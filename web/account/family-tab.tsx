// The whole family of companies this one belongs to, each with what it has itself and what it has together with all beneath it.
import { Skeleton } from '@mantine/core'
import { Failed } from '../frame/trouble.tsx'
import { Section } from '../record/section.tsx'
import { useBook } from '../values/book.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { showDay, showMoney, showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { type FamilyMember, useFamily } from './family.ts'
import style from './family-tab.module.css'

export default function FamilyTab({ account }: { account: string }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const family = useFamily(account)
  if (family.isPending) return <Skeleton height={320} role="status" aria-label={t('trouble.loading')} />
  if (!family.data) return <Failed error={family.error} retry={family.refetch} />
  const { accounts: members, isCut } = family.data
  const has = (key: keyof FamilyMember['own']) => members.some(({ own }) => own[key] !== undefined)
  const label = (name: string) => book.field('account', name)?.label ?? name
  return (
    <Section title={t('account.tab_family')}>
      {members.length === 1 ? (
        <p className="quiet">{t('account.noFamily')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
        <div className={style['scroll']} tabIndex={0}>
          <table className={style['family']}>
            <thead>
              <tr>
                <th scope="col">{label('name')}</th>
                {has('arr') && <th scope="col">{label('arr')}</th>}
                {has('arr') && <th scope="col">{t('account.withBelow')}</th>}
                {has('openTickets') && <th scope="col">{t('account.openTickets')}</th>}
                {has('contacts') && <th scope="col">{t('account.people')}</th>}
                {has('renewalDate') && <th scope="col">{label('renewal_date')}</th>}
              </tr>
            </thead>
            <tbody>
              {members.map(({ id, name, depth, isThis, own, total }) => (
                <tr key={id} data-this={isThis || undefined}>
                  <th scope="row" style={{ paddingLeft: depth * 22 }}>
                    {isThis ? (
                      <strong>{name}</strong>
                    ) : (
                      <RecordLink object="account" id={id}>
                        {name}
                      </RecordLink>
                    )}
                  </th>
                  {has('arr') && <td>{own.arr ? showMoney(own.arr, speech) : t('values.unknown')}</td>}
                  {has('arr') && <td>{total.arr?.map((sum) => showMoney(sum, speech)).join(' + ') || '–'}</td>}
                  {has('openTickets') && <td>{showNumber(total.openTickets ?? 0, speech)}</td>}
                  {has('contacts') && <td>{showNumber(total.contacts ?? 0, speech)}</td>}
                  {has('renewalDate') && (
                    <td>{total.nextRenewal ? showDay(total.nextRenewal, speech) : t('values.unknown')}</td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isCut && <p className="quiet">{t('account.familyCut')}</p>}
    </Section>
  )
}
