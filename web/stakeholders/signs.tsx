// How somebody stands towards us and how well we know them: a sign, a colour and a word, never one of them alone.
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './person-card.module.css'

const shapes: Readonly<Record<string, string>> = {
  champion: 'M8 1.8l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2 .7-4.3-3.1-3 4.3-.6Z',
  supporter: 'M3 9.5 8 4.5l5 5',
  neutral: 'M3 8h10',
  detractor: 'M3 6.5 8 11.5l5-5',
}

export function Stance({ stance }: { stance: string | null | undefined }) {
  const book = useBook()
  const { t } = useLanguage()
  if (stance === undefined) return null
  return (
    <span className={style['stance']} data-stance={stance ?? 'unknown'}>
      <svg width={13} height={13} viewBox="0 0 16 16" aria-hidden="true">
        {stance === null ? <circle cx="8" cy="8" r="4.5" strokeDasharray="2 2" /> : <path d={shapes[stance] ?? ''} />}
      </svg>
      {stance === null ? t('stakeholders.noStance') : book.term('account_contact', 'stance', stance)}
    </span>
  )
}

const bars: Readonly<Record<string, number>> = { none: 0, weak: 1, good: 2, strong: 3 }

/** Three bars, as many filled as the relationship is strong; none where nobody has judged it. */
export function Strength({ strength }: { strength: string | null | undefined }) {
  const book = useBook()
  const { t } = useLanguage()
  if (strength === undefined || strength === null) return null
  const word = t('stakeholders.strength', { strength: book.term('account_contact', 'strength', strength) })
  return (
    <span className={style['strength']} role="img" aria-label={word} title={word}>
      {[1, 2, 3].map((bar) => (
        <i key={bar} data-full={bar <= (bars[strength] ?? 0) || undefined} />
      ))}
    </span>
  )
}
