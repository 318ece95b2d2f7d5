// One handoff: what sales knows of the customer, where each value comes from, what is missing, and whose turn it is.
import { Skeleton } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Problem } from '../api/ask.ts'
import { Page } from '../frame/page.tsx'
import { Failed, Notice } from '../frame/trouble.tsx'
import { Section } from '../record/section.tsx'
import { useBook } from '../values/book.tsx'
import { showWhen } from '../values/show.ts'
import { Reference, Value } from '../values/value.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './handoff-page.module.css'
import { LiveField } from './live-field.tsx'
import { type HandoffForm, useHandoff } from './queries.ts'
import { StateMark } from './state-mark.tsx'
import { Steps } from './steps.tsx'

const route = getRouteApi('/handoffs/$id')

/** The form's parts and their fields, in the order in which a deal is told. */
const groups = {
  deal: ['customer', 'arr', 'starts_on', 'renewal_date', 'terms', 'csm', 'sales_owner', 'kickoff_on'],
  people: [
    'primary_name',
    'primary_email',
    'primary_role',
    'sponsor_name',
    'sponsor_email',
    'billing_name',
    'billing_email',
    'technical_name',
    'technical_email',
  ],
  wants: ['use_case', 'success_criteria', 'promises', 'risks', 'integrations', 'notes'],
} as const

export default function HandoffPage() {
  const { t } = useLanguage()
  const { id } = route.useParams()
  const handoff = useHandoff(id)
  if (handoff.isPending)
    return (
      <Page title={t('handoffs.one')}>
        <div role="status" aria-label={t('trouble.loading')}>
          <Skeleton height={620} />
        </div>
      </Page>
    )
  if (!handoff.data) {
    const { error } = handoff
    const isMissing = error instanceof Problem && (error.status === 404 || error.status === 403)
    if (!isMissing) return <Failed error={error} retry={handoff.refetch} />
    return (
      <Notice isPage title={t('handoffs.missing')} action={<Link to="/handoffs">{t('handoffs.toAll')}</Link>}>
        {t('handoffs.missingText')}
      </Notice>
    )
  }
  return <Opened form={handoff.data} />
}

function Opened({ form }: { form: HandoffForm }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const object = book.object('handoff')
  const { handoff, missing, known, may } = form
  const state = handoff.state ?? 'draft'
  const isOpen = may.change && (state === 'draft' || state === 'returned')
  const account = handoff['account']
  return (
    <Page title={String(handoff['customer'] ?? t('handoffs.one'))} note={<StateMark state={state} />}>
      <p className={style['about']}>
        <Link to="/handoffs">{t('handoffs.title')}</Link>
        {typeof account === 'string' && (
          <span>
            {book.field('handoff', 'account')?.label}: <Reference to="account" id={account} />
          </span>
        )}
        {typeof handoff['submitted_at'] === 'string' && (
          <span className="quiet">
            {t('handoffs.submittedAt', { when: showWhen(handoff['submitted_at'], speech) })}
          </span>
        )}
      </p>
      {state === 'returned' && typeof handoff['return_reasons'] === 'string' && (
        <aside className={style['returned']}>
          <strong className="warn">{t('handoffs.returnedBecause')}</strong>
          <p className="prose">{handoff['return_reasons']}</p>
        </aside>
      )}
      <div className={style['columns']}>
        <div className={style['form']}>
          {Object.entries(groups).map(([group, names]) => {
            const fields = (object?.fields ?? []).filter(({ name }) => (names as readonly string[]).includes(name))
            fields.sort((a, b) => names.indexOf(a.name as never) - names.indexOf(b.name as never))
            return (
              <Section key={group} title={t(`handoffs.${group as keyof typeof groups}`)}>
                <div className={style['fields']}>
                  {object &&
                    fields.map((field) =>
                      isOpen && field.mayUpdate ? (
                        <LiveField
                          key={field.name}
                          object={object}
                          field={field}
                          record={handoff}
                          known={known[field.name] ?? []}
                          missing={missing.find((each) => each.field === field.name)?.message ?? null}
                        />
                      ) : (
                        <dl
                          key={field.name}
                          className={style['told']}
                          data-long={field.type === 'long_text' || undefined}
                        >
                          <dt>{field.label}</dt>
                          <dd>
                            <Value field={field} value={handoff[field.name]} />
                          </dd>
                        </dl>
                      ),
                    )}
                </div>
              </Section>
            )
          })}
        </div>
        <Steps form={form} />
      </div>
    </Page>
  )
}
