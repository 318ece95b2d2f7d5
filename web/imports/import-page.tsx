// One import on its way: files, what their columns mean, what is wrong in them, what would happen, and what did.
import { Skeleton } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Problem } from '../api/ask.ts'
import { Page } from '../frame/page.tsx'
import { Failed, Notice } from '../frame/trouble.tsx'
import { useLanguage } from '../words/language.tsx'
import { bookOf, type Import, type ImportState } from './answers.ts'
import { CheckStep } from './check-step.tsx'
import { FilesStep } from './files-step.tsx'
import style from './imports.module.css'
import { MappingStep } from './mapping-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { useImport } from './queries.ts'
import { useRecurring } from './recurring-queries.ts'
import { ResultStep } from './result-step.tsx'

const route = getRouteApi('/imports/$id')

const steps = { files: FilesStep, mapping: MappingStep, check: CheckStep, preview: PreviewStep, result: ResultStep }
type StepOfPage = keyof typeof steps
const inOrder = Object.keys(steps) as StepOfPage[] // as written above

/** Where an import in this state is gone on with. */
const openAt: Readonly<Record<ImportState, StepOfPage>> = {
  uploading: 'files',
  uploaded: 'mapping',
  mapped: 'check',
  previewed: 'preview',
  running: 'result',
  done: 'result',
  cancelled: 'result',
  failed: 'result',
  undone: 'result',
}

export default function ImportPage() {
  const { id } = route.useParams()
  // The API answers other things too under such an address; they are no imports.
  return isId(id) ? <OfId id={id} /> : <Missing />
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

function Missing() {
  const { t } = useLanguage()
  return (
    <Notice isPage title={t('imports.missing')} action={<Link to="/imports">{t('imports.toAll')}</Link>}>
      {t('imports.missingText')}
    </Notice>
  )
}

function OfId({ id }: { id: string }) {
  const { t } = useLanguage()
  const order = useImport(id)
  if (order.isPending)
    return (
      <Page title={t('imports.one')}>
        <div role="status" aria-label={t('trouble.loading')}>
          <Skeleton height={48} mb="md" />
          <Skeleton height={420} />
        </div>
      </Page>
    )
  if (!order.data) {
    const isMissing = order.error instanceof Problem && (order.error.status === 404 || order.error.status === 403)
    return isMissing ? <Missing /> : <Failed isPage error={order.error} retry={order.refetch} />
  }
  return <Opened order={order.data} />
}

function Opened({ order }: { order: Import }) {
  const { t } = useLanguage()
  const { step: wished } = route.useSearch()
  const [first] = order.files
  const recurring = useRecurring(order.recurring !== null).data?.find(({ id }) => id === order.recurring)
  const isReady = order.files.length > 0 && order.files.every(({ state }) => state === 'ready')
  const hasRun = order.counts !== null || openAt[order.state] === 'result'
  const isOpen = (step: StepOfPage) =>
    step === 'files' ||
    (step === 'result' ? hasRun : step === 'preview' ? isReady && order.state !== 'undone' : isReady)
  const next = openAt[order.state]
  const here = inOrder.find((each) => each === wished && isOpen(each)) ?? (isOpen(next) ? next : 'files')
  const navigate = route.useNavigate()
  useEffect(() => {
    // The step is in the address from the beginning: a correction that changes the state must not turn the page.
    if (wished !== here) void navigate({ search: (before) => ({ ...before, step: here }), replace: true })
  }, [wished, here, navigate])
  const Step = steps[here]
  return (
    <Page
      title={order.name || (first && bookOf(first)) || t('imports.one')}
      note={
        <>
          {t(`importState.${order.state}`)}
          {recurring && ` · ${t('recurring.of', { name: recurring.name })}`}
        </>
      }
      tools={<Link to="/imports">{t('imports.toAll')}</Link>}
    >
      <nav className={style['steps']} aria-label={t('imports.steps')}>
        <ol>
          {inOrder.map((each) => (
            <li key={each}>
              {isOpen(each) ? (
                <Link
                  to="/imports/$id"
                  params={{ id: order.id }}
                  search={{ step: each }}
                  aria-current={each === here ? 'step' : undefined}
                >
                  {t(`importStep.${each}`)}
                </Link>
              ) : (
                <span className="quiet">{t(`importStep.${each}`)}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      {order.seenIn.length > 0 && order.counts === null && (
        <p className={style['told']} role="status">
          {t('imports.seen', { name: order.seenIn[0]?.name })}
        </p>
      )}
      {order.failure && (
        <p className={`bad ${style['told']}`} role="alert">
          {order.failure.message ?? order.failure.code}
        </p>
      )}
      <Step key={here} order={order} />
    </Page>
  )
}
