// The condition as sentences one can press, and the panel where it is built. A condition that the server refuses says why, here.
import { Button, CloseButton } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Where } from '../../src/question/index.ts'
import type { DescribedObject } from '../api/answers.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { useNamesIn } from './names.ts'
import style from './record-list.module.css'
import { writeWhere } from './search.ts'
import { say } from './sentence.ts'

const FilterPanel = lazy(() => import('./filter-panel.tsx'))

type Shown = {
  object: DescribedObject
  text: string
  /** Undefined where the text is no condition. */
  where: Where | null | undefined
  fault: string | null
  change(text: string): void
}

export function Filters({ object, text, where, fault, change }: Shown) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const names = useNamesIn(object.name, where ?? null)
  const [isOpen, open] = useState(false)
  const parts = where ? partsOf(where) : []
  const without = (part: Where) => change(writeWhere({ all: parts.filter((each) => each !== part) }))
  return (
    <>
      <div className={style['filters']}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={14} stroke={1.8} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => open(true)}
        >
          {t('lists.filter')}
        </Button>
        {parts.map((part) => {
          const said = say({ book, speech, names }, object.name, part)
          return (
            <span key={JSON.stringify(part)} className={style['part']}>
              <button type="button" title={said} onClick={() => open(true)}>
                {said}
              </button>
              <CloseButton
                size={26}
                iconSize={13}
                aria-label={t('lists.without', { what: said })}
                onClick={() => without(part)}
              />
            </span>
          )
        })}
        {where === undefined && (
          <span className={style['part']}>
            <button type="button" onClick={() => open(true)}>
              {text}
            </button>
            <CloseButton
              size={26}
              iconSize={13}
              aria-label={t('lists.without', { what: text })}
              onClick={() => change('')}
            />
          </span>
        )}
        <Suspense>
          {isOpen && (
            <FilterPanel
              object={object}
              text={text}
              where={where}
              fault={fault}
              change={change}
              close={() => open(false)}
            />
          )}
        </Suspense>
      </div>
      {fault && !isOpen && (
        <p role="alert" className={`bad ${style['fault']}`}>
          {fault}
        </p>
      )}
    </>
  )
}

/** What must all hold, one by one. */
export const partsOf = (where: Where): readonly Where[] => ('all' in where ? where.all : [where])
