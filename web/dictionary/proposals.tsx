import { Button, SegmentedControl, Skeleton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { toast } from '../frame/toast.tsx'
import { Failed, Notice, sentenceOf } from '../frame/trouble.tsx'
import { useDraft } from '../inputs/drafts.ts'
import { useBook } from '../values/book.tsx'
import { showMoment } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './dictionary.module.css'
import { type Proposal, useDecide, useProposals } from './queries.ts'

export function Proposals() {
  const { t } = useLanguage()
  const [state, setState] = useState<Proposal['state'] | null>('open')
  const proposals = useProposals(state)
  const rows = proposals.data?.pages.flatMap(({ data }) => data) ?? []
  return (
    <section className={style['object']} aria-labelledby="proposals">
      <header>
        <h2 id="proposals">{t('dictionary.proposals')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('dictionary.proposals')}
          value={state ?? ''}
          onChange={(next) => setState(next === 'open' ? 'open' : null)}
          data={[
            { value: 'open', label: t('proposalState.open') },
            { value: '', label: t('dictionary.allProposals') },
          ]}
        />
      </header>
      {proposals.isPending && <Skeleton height={160} />}
      {proposals.isError && <Failed error={proposals.error} retry={proposals.refetch} />}
      {proposals.isSuccess && rows.length === 0 && (
        <Notice title={t('dictionary.noProposals')}>{t('dictionary.noProposalsText')}</Notice>
      )}
      <ul className={style['proposals']}>
        {rows.map((each) => (
          <One key={each.id} proposal={each} />
        ))}
      </ul>
    </section>
  )
}

function One({ proposal }: { proposal: Proposal }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const decide = useDecide()
  const [because = '', keep] = useDraft<string>(`proposal ${proposal.id}`)
  const { object, field, change } = proposal
  const said = change['label'] ?? change['describe'] ?? change['owner'] ?? change['required'] ?? change['name']
  const where = [book.object(object)?.label, field && book.field(object, field)?.label].filter(Boolean).join(' · ')
  const take = async (step: 'approve' | 'refuse' | 'withdraw', told: string) => {
    try {
      // Awaited, because the proposal leaves the list once it is decided.
      await decide.mutateAsync({ id: proposal.id, step, because: because.trim() })
      keep(undefined)
      toast({ text: told })
    } catch {} // what it says is shown below
  }
  return (
    <li>
      <p>
        <strong>{where}</strong>: {t(`proposalKind.${change.kind}`)} — {textOf(said)}
      </p>
      <p className="quiet">
        {proposal.proposedBy?.name} · {showMoment(proposal.proposedAt, speech)} · {t(`proposalState.${proposal.state}`)}
      </p>
      {change.kind === 'new_field' && (
        <p>
          {t(`fieldType.${change['type'] as 'text'}`, { defaultValue: change['type'] })} ·{' '}
          {t(`fieldClass.${change['sensitivity'] as 'general'}`, { defaultValue: change['sensitivity'] })} ·{' '}
          {textOf(change['describe'])}
        </p>
      )}
      <p className="prose">{proposal.because}</p>
      {proposal.decidedBecause && <p className="quiet">{proposal.decidedBecause}</p>}
      {proposal.state === 'open' && (proposal.mayDecide || proposal.isMine) && (
        <div className={style['decide']}>
          <TextInput
            size="xs"
            aria-label={t('dictionary.decideBecause')}
            placeholder={t('dictionary.decideBecause')}
            value={because}
            onChange={(event) => keep(event.currentTarget.value || undefined)}
          />
          {proposal.mayDecide && (
            <>
              <Button
                size="xs"
                disabled={!because.trim()}
                onClick={() => void take('approve', t('dictionary.approved'))}
              >
                {t('dictionary.approve')}
              </Button>
              <Button
                size="xs"
                variant="default"
                disabled={!because.trim()}
                onClick={() => void take('refuse', t('dictionary.refused'))}
              >
                {t('dictionary.refuse')}
              </Button>
            </>
          )}
          {proposal.isMine && (
            <Button
              size="xs"
              variant="subtle"
              disabled={!because.trim()}
              onClick={() => void take('withdraw', t('dictionary.withdrawn'))}
            >
              {t('dictionary.withdraw')}
            </Button>
          )}
        </div>
      )}
      {decide.isError && <p className="bad">{sentenceOf(decide.error) || t('edit.unsaved')}</p>}
    </li>
  )
}

/** A label may be told in one language or in each. */
const textOf = (said: unknown): string =>
  typeof said === 'object' && said !== null ? String(Object.values(said)[0] ?? '') : String(said ?? '')
