// What the run would do, found out by doing it and taking it back: each row, and each value from what to what.
import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { Notice, sentenceOf } from '../frame/trouble.tsx'
import { useLanguage } from '../words/language.tsx'
import { type Import, type Outcome, outcomes } from './answers.ts'
import { CountsChoice } from './counts.tsx'
import style from './imports.module.css'
import { stepOf } from './onward.tsx'
import { useStep } from './queries.ts'
import { ResultRows } from './result-rows.tsx'
import { Working } from './working.tsx'

const route = getRouteApi('/imports/$id')

export function PreviewStep({ order }: { order: Import }) {
  const { t } = useLanguage()
  const navigate = route.useNavigate()
  const { outcome: wished } = route.useSearch()
  const preview = useStep(order.id)
  const run = useStep(order.id)
  const outcome = outcomes.find((each) => each === wished) ?? null
  const choose = (next: Outcome | null) =>
    navigate({ search: { step: 'preview', ...(next ? { outcome: next } : {}) }, replace: true })
  if (order.step) return <Working order={order} />
  const fault = preview.error ?? run.error
  const askAgain = (
    <Button
      variant={order.preview ? 'default' : 'filled'}
      loading={preview.isPending}
      onClick={() => preview.mutate('preview')}
    >
      {t(order.preview ? 'imports.previewAgain' : 'imports.preview')}
    </Button>
  )
  if (!order.preview || order.preview.isStale)
    return (
      <>
        <Notice title={t('imports.noPreview')} action={askAgain}>
          {t('imports.noPreviewText')}
        </Notice>
        {fault && <p className="bad">{sentenceOf(fault) || t('trouble.unreachable')}</p>}
      </>
    )
  const { counts, questions } = order.preview
  return (
    <>
      <CountsChoice counts={counts} chosen={outcome} choose={choose} />
      {questions > 0 && <p className={`warn ${style['told']}`}>{t('imports.questions', { count: questions })}</p>}
      <ResultRows order={order} of="preview" outcome={outcome} />
      <div className={style['onward']}>
        {askAgain}
        <Button
          loading={run.isPending}
          onClick={async () => {
            await run.mutateAsync('run')
            await navigate(stepOf(order.id, 'result'))
          }}
        >
          {t('imports.run', { count: (counts.created ?? 0) + (counts.updated ?? 0) + (counts.matched ?? 0) })}
        </Button>
      </div>
      {fault && <p className="bad">{sentenceOf(fault) || t('trouble.unreachable')}</p>}
    </>
  )
}
