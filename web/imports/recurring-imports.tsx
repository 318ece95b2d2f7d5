// What is to come again and again, whose it is, and whether it has come in time.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useId, useState } from 'react'
import { useLanguage } from '../words/language.tsx'
import type { Recurring } from './answers.ts'
import style from './recurring.module.css'
import { RecurringRow } from './recurring-row.tsx'

const RecurringForm = lazy(() => import('./recurring-form.tsx'))
const RemoveRecurring = lazy(() => import('./remove-recurring.tsx'))

/** What lies above the page: the form of a new one, or of one that is there, or whether one is really to go. */
type Opened = { do: 'add' } | { do: 'change' | 'remove'; recurring: Recurring }

export function RecurringImports({ rows }: { rows: readonly Recurring[] }) {
  const { t } = useLanguage()
  const id = useId()
  const [opened, open] = useState<Opened | null>(null)
  const close = () => open(null)
  return (
    <section aria-labelledby={id} className={style['recurring']}>
      <header>
        <h2 id={id}>{t('recurring.title')}</h2>
        {rows.length === 0 && <p className="quiet">{t('recurring.none')}</p>}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
          aria-label={t('recurring.addOne')}
          onClick={() => open({ do: 'add' })}
        >
          {t('recurring.add')}
        </Button>
      </header>
      {rows.length > 0 && (
        <div className={style['scroll']}>
          <table className={style['table']} aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">{t('imports.name')}</th>
                <th scope="col">{t('recurring.due')}</th>
                <th scope="col">{t('recurring.owner')}</th>
                <th scope="col">{t('recurring.expected')}</th>
                <th scope="col">{t('recurring.last')}</th>
                <th scope="col">
                  <span className="seen-by-readers">{t('recurring.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((recurring) => (
                <RecurringRow
                  key={recurring.id}
                  recurring={recurring}
                  change={() => open({ do: 'change', recurring })}
                  remove={() => open({ do: 'remove', recurring })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Suspense>
        {opened?.do === 'add' && <RecurringForm recurring={null} close={close} />}
        {opened?.do === 'change' && <RecurringForm recurring={opened.recurring} close={close} />}
        {opened?.do === 'remove' && <RemoveRecurring recurring={opened.recurring} close={close} />}
      </Suspense>
    </section>
  )
}
