// Which sheets of a workbook are taken. Each that is one is a file of the import, with columns and rejected rows of its own.
import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sentenceOf } from '../frame/trouble.tsx'
import { useLanguage } from '../words/language.tsx'
import { bookOf, type Import, type ImportFile } from './answers.ts'
import style from './imports.module.css'
import { stepOf } from './onward.tsx'
import { useTakeSheets } from './queries.ts'

export function Sheets({ order, file }: { order: Import; file: ImportFile }) {
  const { t } = useLanguage()
  const take = useTakeSheets(order.id, bookOf(file))
  const sheets = file.sheets ?? []
  /** What was chosen and not yet answered. */
  const [wished, wish] = useState<readonly string[] | null>(null)
  const taken = wished ?? sheets.filter((sheet) => sheet.file !== null).map(({ name }) => name)
  const choose = (name: string, isTaken: boolean) => {
    const next = isTaken ? taken.filter((each) => each !== name) : [...taken, name]
    wish(next)
    take.mutate(next, { onSettled: () => wish(null) })
  }
  return (
    <fieldset className={`${style['card']} ${style['sheets']}`} aria-busy={take.isPending}>
      <legend>{t('imports.sheets', { name: bookOf(file) })}</legend>
      {sheets.map(({ name, why }) => {
        const isTaken = taken.includes(name)
        return (
          <Checkbox
            key={name}
            size="sm"
            label={name}
            description={why?.message}
            checked={isTaken}
            // One has to stay: without any, the file itself would go.
            disabled={order.counts !== null || (isTaken && taken.length === 1)}
            onChange={() => choose(name, isTaken)}
          />
        )
      })}
      {take.isError && (
        <p role="alert" className="bad">
          {sentenceOf(take.error) || t('trouble.unreachable')}
        </p>
      )}
    </fieldset>
  )
}

/** Nothing of a workbook is passed over in silence, also where nobody looks at the step of its files. */
export function SheetsLeft({ order }: { order: Import }) {
  const { t } = useLanguage()
  const left = firstOfBooks(order).flatMap((file) =>
    (file.sheets ?? []).flatMap((sheet) => (sheet.file === null ? [sheet.name] : [])),
  )
  if (left.length === 0 || order.counts !== null) return null
  return (
    <p className={style['told']}>
      {t('imports.sheetsLeft', { sheets: left.join(', ') })}{' '}
      <Link {...stepOf(order.id, 'files')}>{t('imports.sheetsChoose')}</Link>
    </p>
  )
}

/** Of each workbook with several sheets, the first that is taken. */
export function firstOfBooks({ files }: Import): ImportFile[] {
  const beside = new Set<string>()
  return files.filter(({ id, sheets = [] }) => {
    if (sheets.length === 0 || beside.has(id)) return false
    for (const { file } of sheets) if (file) beside.add(file)
    return true
  })
}
