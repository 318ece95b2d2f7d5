// The small mark beside a value: whose word it is, since when, and what the other systems say. Its shape tells a dispute from afar.
import { Popover } from '@mantine/core'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import type { Claim, Field, FieldSources } from '../api/answers.ts'
import { Agreed, Disputed } from '../frame/marks.tsx'
import { isEmpty, showDay, showMoment } from '../values/show.ts'
import { Value } from '../values/value.tsx'
import { type Speech, useLanguage } from '../words/language.tsx'
import style from './source-mark.module.css'

type Shown = { field: Field; sources: FieldSources | undefined; hasFailed: boolean }

export function SourceMark(shown: Shown) {
  const [isAsked, ask] = useState(false)
  return isAsked ? (
    <Opened {...shown} />
  ) : (
    <Mark {...shown} aria-haspopup="dialog" aria-expanded={false} onClick={() => ask(true)} />
  )
}

type Button = ComponentProps<'button'>

function Mark({ field, sources, hasFailed: _, ...button }: Shown & Button) {
  const isAgainst = sources !== undefined && isDisputed(sources)
  const label = useLabel(field, sources)
  return (
    <button
      type="button"
      className={style['mark']}
      data-disputed={isAgainst || undefined}
      aria-label={label}
      {...button}
    >
      {isAgainst ? <Disputed size={14} /> : <Agreed size={14} />}
    </button>
  )
}

function useLabel(field: Field, sources: FieldSources | undefined): string {
  const { t } = useLanguage()
  const isAgainst = sources !== undefined && isDisputed(sources)
  return isAgainst ? t('sources.openDiffer', { field: field.label }) : t('sources.open', { field: field.label })
}

/** With what it opens. A page has fifty marks and hardly one is pressed, so this is made when it is. */
function Opened(shown: Shown) {
  const { field, sources, hasFailed } = shown
  const { t } = useLanguage()
  const [isOpen, open] = useState(false)
  const mark = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The mark that was pressed has given way to this one, where the focus is to come back to.
    mark.current?.focus()
    open(true)
  }, [])
  return (
    <Popover
      opened={isOpen}
      onChange={open}
      position="bottom-end"
      width={330}
      shadow="md"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Mark {...shown} ref={mark} onClick={() => open(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown aria-label={useLabel(field, sources)}>
        {/* The focus goes to the text itself, which has nothing to press. */}
        <div tabIndex={-1} data-autofocus className={style['told']}>
          <h3>{field.label}</h3>
          {sources ? (
            <Told field={field} sources={sources} />
          ) : (
            <p>{t(hasFailed ? 'sources.unavailable' : 'sources.notRecorded')}</p>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Whether any other system says something else, be it that there is nothing. */
export const isDisputed = ({ others, value }: FieldSources): boolean =>
  others.some((other) => !isSame(other.value, value))

function Told({ field, sources }: { field: Field; sources: FieldSources }) {
  const speech = useLanguage()
  const { t } = speech
  const { from, others, authority } = sources
  if (!from) return <p>{t(authority === 'holdfast' ? 'sources.workedOut' : 'sources.notRecorded')}</p>
  return (
    <>
      <dl>
        <Line label={t('sources.source')}>{systemName(from.system, speech)}</Line>
        <Line label={t('sources.record')}>{from.localId}</Line>
        {from.file !== null && <Line label={t('sources.file')}>{placeIn(from, from.file, speech)}</Line>}
        <Line label={t('sources.said')}>{said(from, speech)}</Line>
        <Line label={t('sources.verified')}>
          {from.verifiedOn === null ? t('sources.notVerified') : showDay(from.verifiedOn, speech)}
        </Line>
      </dl>
      <h4>{t('sources.others')}</h4>
      {others.length === 0 ? (
        <p>{t('sources.noOthers')}</p>
      ) : (
        <ul>
          {others.map((other) => (
            <Other key={`${other.system} ${other.localId}`} field={field} other={other} value={sources.value} />
          ))}
        </ul>
      )}
      <p className="quiet">{t('sources.final', { system: systemName(authority, speech) })}</p>
    </>
  )
}

function Other({ field, other, value }: { field: Field; other: Claim; value: unknown }) {
  const speech = useLanguage()
  const { t } = speech
  return (
    <li>
      <strong>{systemName(other.system, speech)}</strong>{' '}
      {isSame(other.value, value) ? (
        t('sources.same')
      ) : isEmpty(other.value) ? (
        t('sources.nothing')
      ) : (
        <Value field={field} value={other.value} />
      )}
      <div className="quiet">
        {[other.localId, other.file && placeIn(other, other.file, speech), said(other, speech)]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </li>
  )
}

function Line({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const placeIn = ({ rows }: Claim, file: string, { t }: Speech): string =>
  rows?.length > 0 ? t('sources.lines', { file, lines: rows.join(', ') }) : file

/** When it was so by the system's own word; else when we heard of it, and told as that. */
function said({ saidAt, heardAt }: Claim, speech: Speech): string {
  if (saidAt) return showMoment(saidAt, speech)
  return heardAt ? speech.t('sources.heard', { at: showMoment(heardAt, speech) }) : speech.t('sources.notSaid')
}

/** A further system of a workspace has no name here and is told by its own. */
export const systemName = (system: string, { t }: Speech): string =>
  t(`systems.${system as 'crm'}`, { defaultValue: system }) // any text may be asked for; the default answers for the rest

/** Values are JSON as the server wrote it, so the same value has the same text once keys are in order. */
const isSame = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other)
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
