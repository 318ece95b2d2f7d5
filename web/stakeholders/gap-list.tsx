// What the picture lacks, gravest first, each with the one thing that mends it.
import { Button } from '@mantine/core'
import { Done, Warning } from '../frame/marks.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './gap-list.module.css'
import type { Gap, Mend } from './gaps.ts'

/** `may` says which mends are open to the reader; a gap without one is still told. */
export function GapList({
  gaps,
  may,
  mend,
}: {
  gaps: readonly Gap[]
  may(mend: Mend): boolean
  mend(mend: Mend): void
}) {
  const { t, locale } = useLanguage()
  const book = useBook()
  if (gaps.length === 0)
    return (
      <p className={style['whole']}>
        <Done size={14} /> {t('stakeholders.noGaps')}
      </p>
    )
  const listed = (names: readonly string[]) => new Intl.ListFormat(locale).format(names)
  const button = (how: Mend) =>
    how.do === 'name'
      ? t('stakeholders.mendName', { role: book.term('account_contact', 'roles', how.role).toLocaleLowerCase(locale) })
      : t(`stakeholders.mend_${how.do}`)
  return (
    <ul className={style['gaps']}>
      {gaps.map((gap) => (
        <li key={`${gap.kind} ${gap.names.join()}`}>
          <span className="warn">
            <Warning size={14} />
          </span>
          <div>
            <p>{t(`stakeholders.gap_${gap.kind}`, { names: listed(gap.names), count: gap.names.length })}</p>
            {may(gap.mend) && (
              <Button variant="default" size="compact-xs" onClick={() => mend(gap.mend)}>
                {button(gap.mend)}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
