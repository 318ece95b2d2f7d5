// One person at a customer, whole: who they are, where they stand, how they may be reached, and whether it is still right.
import { Button, Skeleton } from '@mantine/core'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import accountStyle from '../account/account-page.module.css'
import tabStyle from '../account/tabs.module.css'
import type { DescribedObject } from '../api/answers.ts'
import { useMe } from '../api/queries.ts'
import { useSave, useUndo } from '../api/save.ts'
import { Comments } from '../comments/comments.tsx'
import { Warning } from '../frame/marks.tsx'
import { useDocumentTitle } from '../frame/page.tsx'
import { toast } from '../frame/toast.tsx'
import { Failed, Notice, sentenceOf } from '../frame/trouble.tsx'
import { AsOf } from '../record/as-of.tsx'
import { Facts } from '../record/facts.tsx'
import { History } from '../record/history.tsx'
import { Section } from '../record/section.tsx'
import { SourcesTable } from '../record/sources-table.tsx'
import type { Wish } from '../timeline/queries.ts'
import { Timeline } from '../timeline/timeline.tsx'
import { useBook } from '../values/book.tsx'
import { showDay } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './contact-page.module.css'
import { freshnessOf } from './freshness.ts'
import { groupsOf } from './groups.ts'
import { Lines, Parts } from './lists.tsx'
import { type ContactWhole, useContact } from './queries.ts'

export default function ContactPage() {
  const { t } = useLanguage()
  const { id } = useParams({ from: '/contacts/$id' })
  const { tab } = useSearch({ from: '/contacts/$id' })
  const object = useBook().object('contact')
  const { data, error, isPending, refetch } = useContact(id)
  useDocumentTitle(data?.name ?? object?.label ?? '')
  if (isPending) return <Waiting />
  if (error) return <Failed isPage error={error} retry={refetch} />
  if (!data || !object)
    return (
      <Notice isPage title={t('contact.missing')}>
        {t('contact.missingText')}
      </Notice>
    )
  return (
    <>
      <Header contact={data} object={object} />
      <nav className={tabStyle['tabs']} aria-label={t('account.parts')}>
        <Link from="/contacts/$id" search={{}} activeOptions={{ exact: true }} aria-current={tab ? undefined : 'page'}>
          {t('account.tab_overview')}
        </Link>
        <Link
          from="/contacts/$id"
          search={{ tab: 'data' }}
          activeOptions={{ exact: true }}
          aria-current={tab ? 'page' : undefined}
        >
          {t('account.tab_data')}
        </Link>
      </nav>
      {tab ? <DataTab object={object} id={data.id} /> : <Overview contact={data} object={object} />}
    </>
  )
}

function Header({ contact, object }: { contact: ContactWhole; object: DescribedObject }) {
  const speech = useLanguage()
  const { t } = speech
  const freshness = freshnessOf(contact, today())
  const verified = typeof contact['last_verified_on'] === 'string' ? showDay(contact['last_verified_on'], speech) : ''
  const told = {
    fresh: t('contact.verified', { date: verified }),
    stale: t('contact.stale', { date: verified }),
    expired: t('contact.expired', { date: verified }),
    never: t('contact.neverVerified'),
    hidden: '',
  }[freshness]
  const warnings = [
    contact['do_not_contact'] === true && t('contact.doNotContact'),
    contact['status'] === 'left' && t('contact.left'),
    typeof contact['bounced_on'] === 'string' && t('contact.bounced', { date: showDay(contact['bounced_on'], speech) }),
    contact['email_opt_out'] === true && t('contact.noMail'),
    contact['phone_opt_out'] === true && t('contact.noPhone'),
  ].filter((each) => typeof each === 'string')
  return (
    <header className={style['header']}>
      <h1>{contact.name}</h1>
      <p className="quiet">{[contact['title'], contact['department']].filter(Boolean).join(' · ')}</p>
      <div className={style['state']}>
        {warnings.map((warning) => (
          <span key={warning} className="bad">
            <Warning size={14} /> {warning}
          </span>
        ))}
        {told && (
          <span className={freshness === 'fresh' ? 'good' : 'warn'}>
            {freshness !== 'fresh' && <Warning size={14} />} {told}
          </span>
        )}
        {freshness !== 'hidden' && <Verify contact={contact} object={object} />}
      </div>
    </header>
  )
}

/** Somebody who knows says that all of it is still right. */
function Verify({ contact, object }: { contact: ContactWhole; object: DescribedObject }) {
  const { t } = useLanguage()
  const me = useMe().data
  const save = useSave(object)
  const undo = useUndo()
  const may = (name: string) => object.fields.find((field) => field.name === name)?.mayUpdate === true
  if (!may('last_verified_on') || contact['last_verified_on'] === today()) return null
  const values = {
    last_verified_on: today(),
    ...(may('status') ? { status: 'current' } : {}),
    ...(may('verified_by') && me?.userId ? { verified_by: me.userId } : {}),
  }
  const verify = async () => {
    try {
      // Awaited, because the button is gone as soon as the day is shown.
      const { act } = await save.mutateAsync({ id: contact.id, version: null, values })
      toast({
        text: t('contact.verifiedNow', { name: contact.name ?? '' }),
        ...(act ? { undo: () => undo(act) } : {}),
      })
    } catch (error) {
      toast({ text: sentenceOf(error) || t('edit.unsaved'), tone: 'bad' })
    }
  }
  return (
    <Button variant="default" size="compact-sm" loading={save.isPending} onClick={verify}>
      {t('contact.verifyNow')}
    </Button>
  )
}

function Overview({ contact, object }: { contact: ContactWhole; object: DescribedObject }) {
  const { t } = useLanguage()
  const { kind, since, search } = useSearch({ from: '/contacts/$id' })
  const navigate = useNavigate({ from: '/contacts/$id' })
  const look = (wish: Wish) =>
    void navigate({ search: (now) => ({ ...now, ...wish }), replace: true, resetScroll: false })
  const fields = object.fields.filter((field) => contact[field.name] !== undefined)
  const groups = groupsOf(fields).map(({ group, fields }) => ({ title: t(`contact.${group}`), fields }))
  return (
    <div className={accountStyle['columns']}>
      <div className={accountStyle['facts']}>
        <Facts object={object} record={contact} groups={groups} />
      </div>
      <div className={accountStyle['middle']}>
        <Timeline of="contacts" id={contact.id} wish={{ kind, since, search }} look={look} />
      </div>
      <div className={accountStyle['side']}>
        {contact.accounts && <Parts parts={contact.accounts} />}
        {(contact.connections ?? contact.connected_from ?? contact.direct_reports) && <Lines contact={contact} />}
        <Comments object="contact" record={contact.id} />
      </div>
    </div>
  )
}

function DataTab({ object, id }: { object: DescribedObject; id: string }) {
  const { t } = useLanguage()
  const { day } = useSearch({ from: '/contacts/$id' })
  const navigate = useNavigate({ from: '/contacts/$id' })
  const look = (next: string) =>
    void navigate({ search: (now) => ({ ...now, day: next }), replace: true, resetScroll: false })
  return (
    <div className={tabStyle['stack']}>
      <Section title={t('record.past')}>
        <AsOf object={object} id={id} day={day ?? null} look={look} />
      </Section>
      <Section title={t('record.sources')}>
        <SourcesTable object={object} id={id} />
      </Section>
      <Section title={t('record.history')}>
        <History object={object} id={id} />
      </Section>
    </div>
  )
}

/** Swedish days are written as ISO days. */
const today = () => new Date().toLocaleDateString('sv')

function Waiting() {
  const { t } = useLanguage()
  return (
    <div role="status" aria-label={t('trouble.loading')}>
      <Skeleton height={30} width={280} mb={10} />
      <Skeleton height={22} width={360} mb={30} />
      <div className={accountStyle['columns']}>
        <Skeleton height={520} />
        <Skeleton height={520} />
        <Skeleton height={320} />
      </div>
    </div>
  )
}
