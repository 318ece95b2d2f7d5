// How many rows came out how: as a line, or as a choice of which to look at.
import { showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { type Counts, type Outcome, outcomes } from './answers.ts'
import style from './imports.module.css'

const there = (counts: Counts) => outcomes.filter((each) => (counts[each] ?? 0) > 0)

export function CountsLine({ counts }: { counts: Counts }) {
  const speech = useLanguage()
  const said = there(counts).map(
    (each) =>
      `${showNumber(counts[each] ?? 0, speech)} ${speech.t(`importOutcome.${each}`, { count: counts[each] ?? 0 })}`,
  )
  return <>{said.join(' · ')}</>
}

type Chosen = { counts: Counts; chosen: Outcome | null; choose(outcome: Outcome | null): void }

export function CountsChoice({ counts, chosen, choose }: Chosen) {
  const speech = useLanguage()
  const { t } = speech
  return (
    <fieldset className={style['counts']}>
      <legend className="seen-by-readers">{t('imports.result')}</legend>
      {[null, ...there(counts)].map((each) => (
        <button
          key={each ?? 'all'}
          type="button"
          aria-pressed={chosen === each}
          data-outcome={each ?? 'all'}
          onClick={() => choose(each)}
        >
          <strong>{showNumber(each ? (counts[each] ?? 0) : counts.rows, speech)}</strong>
          <span>{each ? t(`importOutcome.${each}`, { count: counts[each] ?? 0 }) : t('imports.rows')}</span>
        </button>
      ))}
    </fieldset>
  )
}
