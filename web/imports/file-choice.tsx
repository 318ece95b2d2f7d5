import { NativeSelect, SegmentedControl } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useLanguage } from '../words/language.tsx'
import { calledAs, type Import, type ImportFile, sheetOf } from './answers.ts'
import style from './imports.module.css'

const route = getRouteApi('/imports/$id')

/** The file that a step is about: the one in the address, or the first. */
export function useFileChosen({ files }: Import): ImportFile | undefined {
  const { file: wished } = route.useSearch()
  return files.find(({ id }) => id === wished) ?? files[0]
}

/** Another one, where there are several. */
export function FileChoice({ order: { files }, chosen }: { order: Import; chosen: ImportFile }) {
  const { t } = useLanguage()
  const navigate = route.useNavigate()
  if (files.length < 2) return null
  const beside = new Set(chosen.sheets?.map(({ file }) => file))
  const isOneBook = files.every(({ id }) => beside.has(id))
  const data = files.map((file) => ({
    value: file.id,
    label: (isOneBook ? sheetOf(file) : undefined) ?? calledAs(file),
  }))
  const choose = (file: string) => navigate({ search: (before) => ({ ...before, file }), replace: true })
  return data.length > mostBeside ? (
    <NativeSelect
      size="xs"
      className={style['files'] ?? ''}
      aria-label={t('imports.file')}
      value={chosen.id}
      onChange={(event) => choose(event.currentTarget.value)}
      data={data}
    />
  ) : (
    <SegmentedControl
      className={style['files'] ?? ''}
      aria-label={t('imports.file')}
      value={chosen.id}
      onChange={choose}
      data={data}
    />
  )
}

const mostBeside = 6
