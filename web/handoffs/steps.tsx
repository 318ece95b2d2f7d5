// Whose turn it is and what they can do: submit, return with reasons, accept, say how useful it was.
import { Button, Rating, Textarea } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useUndo } from '../api/save.ts'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { useDraft } from '../inputs/drafts.ts'
import { Section } from '../record/section.tsx'
import { showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './handoff-page.module.css'
import { type HandoffForm, missingIn, type Step, type Stepped, useStep } from './queries.ts'

export function Steps({ form }: { form: HandoffForm }) {
  const speech = useLanguage()
  const { t } = speech
  const { handoff, missing, may } = form
  const state = handoff.state ?? 'draft'
  const step = useStep(handoff.id)
  const undo = useUndo()
  const navigate = useNavigate()
  /** Whether it was taken: what was typed for a step that failed is not thrown away. */
  const take = async (order: Step, said: string, after: (done: Stepped) => void = () => {}): Promise<boolean> => {
    try {
      const done = await step.mutateAsync(order)
      const { act } = done
      toast({ text: said, tone: 'good', ...(act ? { undo: () => undo(act) } : {}) })
      after(done)
      return true
    } catch {
      return false // what it says is shown below
    }
  }
  const isEmptyHanded = !may.submit && !may.accept && !may.return && !may.rate
  return (
    <div className={style['side']}>
      <Section title={t(`handoffTurn.${state}`)}>
        {(state === 'draft' || state === 'returned') && <Missing missing={missing} />}
        {may.submit && (
          <Button
            fullWidth
            mt="sm"
            loading={step.isPending}
            onClick={() => void take({ step: 'submit' }, t('handoffs.submitted'))}
          >
            {t('handoffs.submit')}
          </Button>
        )}
        {may.accept && (
          <>
            <p className="quiet">{t('handoffs.acceptText')}</p>
            <Button
              fullWidth
              mt="sm"
              loading={step.isPending}
              onClick={() =>
                void take({ step: 'accept' }, t('handoffs.accepted'), ({ account }) => {
                  if (account) void navigate({ to: '/accounts/$id', params: { id: account } })
                })
              }
            >
              {t('handoffs.accept')}
            </Button>
          </>
        )}
        {may.return && (
          <Return
            id={handoff.id}
            take={(reasons) => take({ step: 'return', body: { reasons } }, t('handoffs.returned'))}
          />
        )}
        {may.rate && (
          <Rate
            id={handoff.id}
            given={typeof handoff['usefulness'] === 'number' ? handoff['usefulness'] : 0}
            take={(body) => take({ step: 'rate', body }, t('handoffs.rated'))}
          />
        )}
        {isEmptyHanded && <p className="quiet">{t('handoffs.notYours')}</p>}
        {step.isError && missingIn(step.error).length === 0 && (
          <p role="alert" className="bad">
            {sentenceOf(step.error) || t('trouble.unreachable')}
          </p>
        )}
        {typeof handoff['hours_to_accept'] === 'number' && (
          <p className="quiet">
            {t('handoffs.tookHours', { hours: showNumber(Math.round(handoff['hours_to_accept']), speech) })}
          </p>
        )}
      </Section>
    </div>
  )
}

function Missing({ missing }: { missing: HandoffForm['missing'] }) {
  const { t } = useLanguage()
  if (missing.length === 0)
    return (
      <p className="good">
        <IconCircleCheck size={15} aria-hidden /> {t('handoffs.complete')}
      </p>
    )
  return (
    <>
      <p className="warn">{t('handoffs.missingCount', { count: missing.length })}</p>
      <ul className={style['missing']}>
        {missing.map(({ field, message }) => (
          <li key={field}>{message}</li>
        ))}
      </ul>
    </>
  )
}

function Return({ id, take }: { id: string; take(reasons: string): Promise<boolean> }) {
  const { t } = useLanguage()
  const [reasons, keep] = useDraft<string>(`handoff ${id} return`)
  return (
    <form
      className={style['return']}
      onSubmit={async (event) => {
        event.preventDefault()
        if (reasons?.trim() && (await take(reasons.trim()))) keep(undefined)
      }}
    >
      <Textarea
        label={t('handoffs.reasons')}
        autosize
        minRows={2}
        value={reasons ?? ''}
        onChange={(event) => keep(event.currentTarget.value || undefined)}
      />
      <Button type="submit" variant="default" fullWidth disabled={!reasons?.trim()}>
        {t('handoffs.return')}
      </Button>
    </form>
  )
}

type Rated = { id: string; given: number; take(body: { usefulness: number; note?: string }): Promise<boolean> }

function Rate({ id, given, take }: Rated) {
  const { t } = useLanguage()
  const [usefulness, setUsefulness] = useState(given)
  const [note = '', keep] = useDraft<string>(`handoff ${id} rate`)
  return (
    <form
      className={style['return']}
      onSubmit={async (event) => {
        event.preventDefault()
        if (await take({ usefulness, ...(note.trim() ? { note: note.trim() } : {}) })) keep(undefined)
      }}
    >
      <fieldset className={style['rating']}>
        <legend>{t('handoffs.howUseful')}</legend>
        <Rating
          value={usefulness}
          onChange={setUsefulness}
          getSymbolLabel={(value) => t('handoffs.ofFive', { score: value })}
        />
      </fieldset>
      <Textarea
        label={t('handoffs.whatWasMissing')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => keep(event.currentTarget.value || undefined)}
      />
      <Button type="submit" variant="default" fullWidth disabled={usefulness === 0}>
        {t('handoffs.rate')}
      </Button>
    </form>
  )
}
