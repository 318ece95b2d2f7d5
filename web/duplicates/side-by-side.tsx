// Fields as rows, records as columns, and what merging makes of each. A value shows whose word it is; a differing one can be taken by
// hand, and until one is, the rule that settles it is told.
import { Button, CloseButton } from '@mantine/core'
import type { Field } from '../api/answers.ts'
import { Disputed } from '../frame/marks.tsx'
import { SourceMark, systemName } from '../record/source-mark.tsx'
import { type Book, useBook } from '../values/book.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { isEmpty, showNumber } from '../values/show.ts'
import { Value } from '../values/value.tsx'
import { type Speech, useLanguage } from '../words/language.tsx'
import type { Choices, ComparedField, Comparison, Dependants, Merged } from './answers.ts'
import style from './side-by-side.module.css'

type Shown = {
  comparison: Comparison
  names: ReadonlyMap<string, string>
  into: string
  setInto(id: string): void
  choices: Choices
  setChoices(choices: Choices): void
  /** What merging would make of them; undefined until it is known, or where it is not the reader's to ask. */
  merged: Merged | undefined
  mayMerge: boolean
  onlyDiffering: boolean
  leaveOut(id: string): void
}

export function SideBySide(props: Shown) {
  const { comparison, names, into, setInto, mayMerge, onlyDiffering, leaveOut } = props
  const { t } = useLanguage()
  const book = useBook()
  const fields = comparison.fields.flatMap((compared) => {
    const field = book.field(comparison.object, compared.field)
    const isDisputed =
      new Set(compared.values.filter((value) => !isEmpty(value)).map((value) => JSON.stringify(value))).size > 1
    return field && (isDisputed || !onlyDiffering) ? [{ field, compared, isDisputed }] : []
  })
  const isMany = comparison.records.length > 2
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={style['scroll']} aria-label={t('duplicates.compare')} tabIndex={0}>
      <table className={style['table']}>
        <thead>
          <tr>
            <th scope="col">{t('duplicates.field')}</th>
            {comparison.records.map((record) => (
              <th key={record.id} scope="col">
                <span className={style['head']}>
                  <Title object={comparison.object} id={record.id} name={names.get(record.id) ?? ''} />
                  {isMany && (
                    <CloseButton
                      size="xs"
                      aria-label={t('duplicates.leaveOut', { name: names.get(record.id) })}
                      onClick={() => leaveOut(record.id)}
                    />
                  )}
                </span>
                <Hangs dependants={record.dependants} />
              </th>
            ))}
            {mayMerge && <th scope="col">{t('duplicates.result')}</th>}
          </tr>
        </thead>
        <tbody>
          {mayMerge && (
            <tr>
              <th scope="row">{t('duplicates.master')}</th>
              {comparison.records.map(({ id }) => (
                <td key={id}>
                  <label className={style['stays']}>
                    <input type="radio" name="into" checked={id === into} onChange={() => setInto(id)} />
                    {t('duplicates.stays', { name: names.get(id) })}
                  </label>
                </td>
              ))}
              <td>{names.get(into)}</td>
            </tr>
          )}
          {fields.map((each) => (
            <FieldRow key={each.field.name} {...props} {...each} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Title({ object, id, name }: { object: string; id: string; name: string }) {
  return (
    <RecordLink object={object} id={id}>
      {name}
    </RecordLink>
  )
}

function Hangs({ dependants }: { dependants: readonly Dependants[] }) {
  const speech = useLanguage()
  const { t } = speech
  const told = countsOf(dependants, useBook(), speech)
  return (
    <small className={style['hangs']}>
      {told.length === 0
        ? t('duplicates.nothingHangs')
        : `${t('duplicates.hangs')}: ${new Intl.ListFormat(speech.locale, { type: 'unit' }).format(told)}`}
    </small>
  )
}

/** `Tickets (3)`, for each relation. */
export const countsOf = (dependants: readonly Dependants[], book: Book, speech: Speech): string[] =>
  dependants.map(({ object, count }) => `${book.object(object)?.labelPlural ?? object} (${showNumber(count, speech)})`)

type Row = Shown & {
  field: Field
  compared: ComparedField
  /** Two of them say something, and not the same. Where only one says anything, there is nothing to choose. */
  isDisputed: boolean
}

function FieldRow({ comparison, names, choices, setChoices, merged, mayMerge, field, compared, isDisputed }: Row) {
  const { t } = useLanguage()
  const outcome = merged?.fields.find((each) => each.field === field.name)
  const chosen = choices[field.name]
  const isOpen = mayMerge && isDisputed && field.mayUpdate && field.type !== 'computed'
  const winner = chosen ?? outcome?.from?.record
  return (
    <tr data-differs={isDisputed || undefined}>
      <th scope="row" title={field.describe}>
        {field.label}
        {isDisputed && (
          <span className={style['differs']}>
            <Disputed size={13} />
            <span className="seen-by-readers">{t('duplicates.differs')}</span>
          </span>
        )}
      </th>
      {comparison.records.map(({ id }, i) => (
        <td key={id}>
          <div className={style['cell']}>
            {isOpen && !isEmpty(compared.values[i]) && (
              <input
                type="radio"
                name={field.name}
                aria-label={t('duplicates.choose', { field: field.label, name: names.get(id) })}
                checked={winner === id}
                onChange={() => setChoices({ ...choices, [field.name]: id })}
              />
            )}
            <Claimed field={field} compared={compared} at={i} />
          </div>
        </td>
      ))}
      {mayMerge && (
        <td>
          {outcome && !isEmpty(outcome.value) && (
            <>
              <Value field={field} value={outcome.value} />
              <small className={style['rule']}>{t(`duplicates.rule_${outcome.rule}`)}</small>
            </>
          )}
          {chosen && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() =>
                setChoices(Object.fromEntries(Object.entries(choices).filter(([name]) => name !== field.name)))
              }
            >
              {t('duplicates.byRule')}
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}

function Claimed({ field, compared, at }: { field: Field; compared: ComparedField; at: number }) {
  const speech = useLanguage()
  const value = compared.values[at]
  const sources = compared.sources[at]
  if (isEmpty(value) && !sources?.from) return <span className="quiet">–</span>
  return (
    <span className={style['claim']}>
      <Value field={field} value={value} />
      {sources?.from && (
        <small className={style['rule']}>
          {systemName(sources.from.system, speech)}
          <SourceMark
            field={field}
            sources={{ field: field.name, value, ...sources, authority: sources.from.system, settledBy: 'recency' }}
            hasFailed={false}
          />
        </small>
      )}
    </span>
  )
}
