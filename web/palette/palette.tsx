// Go to any record or page, or do something, from anywhere: type, arrows, Enter.
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type Icon, IconArrowRight, IconHistory, IconList } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Fragment, type KeyboardEvent, useEffect, useId, useState } from 'react'
import { fold } from '../../dictionary/words.ts'
import type { Me } from '../api/answers.ts'
import { openCapture } from '../capture/capture.tsx'
import { captures } from '../capture/captures.ts'
import { placesFor } from '../frame/places.ts'
import { useBook } from '../values/book.tsx'
import { openRecord } from '../values/record-link.tsx'
import { useLanguage } from '../words/language.tsx'
import { commandsNow } from './commands.ts'
import style from './palette.module.css'
import { recentNow } from './recent.ts'
import { type Hit, iconOf, noteOf, useFound } from './searched.ts'
import { takeTyped } from './typed-ahead.tsx'

type Item = { id: string; label: string; note?: string | null; also?: string; icon: Icon; run(): unknown }
type Group = { name: string; title: string; items: readonly Item[] }

const pauseMs = 80

export default function Palette({ me, close }: { me: Me; close(): void }) {
  const { t } = useLanguage()
  const [words, setWords] = useState(takeTyped)
  const [at, setAt] = useState(0)
  const listId = useId()
  const { groups, isPending } = useGroups(me, words)
  const items = groups.flatMap((group) => group.items)
  const here = Math.min(at, Math.max(0, items.length - 1))
  const optionId = (i: number) => `${listId}-${i}`
  useEffect(() => {
    document.getElementById(`${listId}-${here}`)?.scrollIntoView({ block: 'nearest' })
  }, [here, listId])
  const run = (item: Item | undefined) => {
    if (!item) return
    close()
    item.run()
  }
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((here + step + items.length) % Math.max(1, items.length))
    }
    if (event.key === 'Enter' && !isPending) {
      event.preventDefault()
      run(items[here])
    }
  }
  return (
    <Modal.Root opened onClose={close} size={620} yOffset="12vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')} className={style['palette'] ?? ''}>
        <input
          data-autofocus
          className={style['words']}
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={items.length > 0 ? optionId(here) : undefined}
          placeholder={t('palette.hint')}
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKey}
        />
        <div role="listbox" id={listId} aria-label={t('palette.title')} className={style['list']} tabIndex={-1}>
          {groups.map((group) => (
            <Fragment key={group.name}>
              {group.items.length > 0 && (
                <div className={style['group']} role="presentation">
                  {group.title}
                </div>
              )}
              {group.items.map((item) => {
                const i = items.indexOf(item)
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: keys are pressed in the input, which names the chosen one
                  <div
                    key={item.id}
                    id={optionId(i)}
                    role="option"
                    tabIndex={-1}
                    aria-selected={i === here}
                    className={style['item']}
                    onClick={() => run(item)}
                    onMouseMove={() => i !== here && setAt(i)}
                  >
                    <item.icon size={16} stroke={1.6} aria-hidden />
                    <span>{item.label}</span>
                    {item.note && <small>{item.note}</small>}
                  </div>
                )
              })}
            </Fragment>
          ))}
        </div>
        <p className={style['state']} role="status">
          {words.trim() === '' || isPending
            ? ''
            : items.length === 0
              ? t('palette.nothing', { words: words.trim() })
              : t('palette.count', { count: items.length })}
        </p>
      </Modal.Content>
    </Modal.Root>
  )
}

function useGroups(me: Me, words: string): { groups: readonly Group[]; isPending: boolean } {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const navigate = useNavigate()
  const wish = words.trim()
  const [asked] = useDebouncedValue(wish, pauseMs)
  const found = useFound(asked)
  const hits = asked === '' ? [] : (found.data ?? [])
  // The likeliest hit stands first, and its kind with it.
  const records = [...Map.groupBy(hits, ({ object }) => object)].map(([object, some]) => ({
    name: object,
    title: book.object(object)?.labelPlural ?? object,
    items: some.map((hit: Hit) => ({
      id: hit.id,
      label: hit.title,
      note: noteOf(hit, book, speech),
      icon: iconOf(object),
      run: () => openRecord(navigate, object, hit.id, hit.title),
    })),
  }))
  const recent = recentNow().map(({ object, id, title }) => ({
    id,
    label: title,
    icon: IconHistory,
    run: () => openRecord(navigate, object, id, title),
  }))
  const news = captures
    .filter((each) => each.isFor(me) && book.object(each.object))
    .map(({ name, object, icon }) => ({
      id: `new ${name}`,
      label: t('edit.new', { object: book.object(object)?.label ?? object }),
      icon,
      run: () => openCapture(name),
    }))
  const own = commandsNow().map((command) => ({ ...command, icon: command.icon ?? IconArrowRight }))
  const places = placesFor(me).map(({ to, name, icon }) => ({
    id: to,
    label: t(`rail.${name}`),
    icon,
    run: () => navigate({ to }),
  }))
  const lists = book
    .objects()
    .filter(({ name, may }) => may.includes('list') && !hasRailPlace.has(name))
    .map(({ name, labelPlural }) => ({
      id: `list ${name}`,
      label: labelPlural,
      icon: IconList,
      run: () => navigate({ to: '/lists/$object', params: { object: name } }),
    }))
  const fits = ({ label, also = '' }: { label: string; also?: string }) =>
    fold(wish)
      .split(' ')
      .every((word) => ` ${fold(`${label} ${also}`)}`.includes(` ${word}`))
  const group = (name: 'recent' | 'do' | 'go', items: readonly Item[]): Group => ({
    name,
    title: t(`palette.${name}`),
    items,
  })
  const groups: readonly Group[] = [
    group('recent', wish === '' ? recent : []),
    ...records,
    group('do', [...own, ...news].filter(fits)),
    group('go', [...places, ...(wish === '' ? [] : lists)].filter(fits)),
  ]
  return { groups, isPending: wish !== '' && (asked !== wish || found.isFetching) }
}

/** Their lists are places of their own. */
const hasRailPlace = new Set(['account', 'contact'])
