// The files of an import as they were understood: what each is, and its first rows as they stand in it.
import { Button, NativeSelect, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { sentenceOf } from '../frame/trouble.tsx'
import { showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { bookOf, calledAs, type Import, type ImportFile, sheetOf } from './answers.ts'
import { DropFiles } from './drop-files.tsx'
import style from './imports.module.css'
import { Onward } from './onward.tsx'
import { useReadAnew, useRemoveFile, useRows } from './queries.ts'
import { firstOfBooks, Sheets } from './sheets.tsx'

export function FilesStep({ order }: { order: Import }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const isReady = order.files.length > 0 && order.files.every(({ state }) => state === 'ready')
  const books = firstOfBooks(order)
  return (
    <>
      {books.map((file) => (
        // By its name: the sheet that stands for the workbook may be taken out, and who did that goes on choosing.
        <Sheets key={bookOf(file)} order={order} file={file} />
      ))}
      {order.files.map((file) => (
        <section key={file.id} className={style['card']}>
          <header className={style['cardHead']}>
            <h2>{calledAs(file)}</h2>
            <About file={file} />
          </header>
          {file.state === 'unreadable' && (
            <p role="alert" className="bad">
              {file.failure?.message}
            </p>
          )}
          {file.state === 'uploading' && <p className="warn">{t('imports.half')}</p>}
          {file.state === 'removed' && <p className="warn">{t('imports.removed')}</p>}
          {file.state === 'unreadable' && order.counts === null && <RemoveFile id={order.id} file={file} />}
          {file.state === 'ready' && <FirstRows order={order} file={file} />}
        </section>
      ))}
      {order.counts === null && (
        <DropFiles id={order.id} arrived={(next) => client.setQueryData(['import', next.id], next)} />
      )}
      {isReady && (
        <Onward id={order.id} step="mapping">
          {t('imports.toMapping')}
        </Onward>
      )}
    </>
  )
}

function RemoveFile({ id, file }: { id: string; file: ImportFile }) {
  const { t } = useLanguage()
  const remove = useRemoveFile(id, file.id)
  return (
    <Button variant="default" size="xs" mt="sm" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
      {t('imports.removeFile', { name: calledAs(file) })}
    </Button>
  )
}

function About({ file }: { file: ImportFile }) {
  const speech = useLanguage()
  const { t } = speech
  const { recognised } = file
  const delimiters: Readonly<Record<string, string>> = { '\t': 'Tab', ' ': '␣' }
  const facts = [
    recognised?.shape && t('imports.knownExport'),
    recognised?.encoding,
    recognised?.delimiter && (delimiters[recognised.delimiter] ?? recognised.delimiter),
    calledAs(file) === file.name && recognised?.sheet,
    recognised && t('imports.columns', { count: recognised.columns.length }),
    t('imports.size', { size: showNumber(Math.ceil(file.size / 1024), speech) }),
  ]
  return <span className="quiet">{facts.filter(Boolean).join(' · ')}</span>
}

function FirstRows({ order, file }: { order: Import; file: ImportFile }) {
  const { t } = useLanguage()
  const { id } = order
  const rows = useRows(id, file.id)
  const anew = useReadAnew(id, file.id)
  // Other headings are of the sheet that is shown.
  const own = sheetOf(file)
  const sheet = own === undefined ? {} : { sheet: own }
  if (rows.isPending) return <Skeleton height={150} />
  if (rows.isError) return <p className="bad">{sentenceOf(rows.error) || t('trouble.unreachable')}</p>
  return (
    <>
      {file.recognised?.headerRow != null && (
        <div className={style['reading']}>
          <NativeSelect
            size="xs"
            label={t('imports.headerRow')}
            value={String(file.recognised.headerRow)}
            disabled={order.counts !== null}
            onChange={(event) =>
              anew.mutate({ ...file.reading, ...sheet, headerRow: Number(event.currentTarget.value) })
            }
            data={headerChoices(file.recognised.headerRow)}
          />
        </div>
      )}
      {anew.isError && <p className="bad">{sentenceOf(anew.error) || t('trouble.unreachable')}</p>}
      <div className={style['scroll']}>
        <table className={style['table']}>
          <caption className="seen-by-readers">{t('imports.firstRows', { name: calledAs(file) })}</caption>
          <thead>
            <tr>
              {rows.data.headers.map((header, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a file's columns stand in their places, and headers may repeat
                <th key={i} scope="col">
                  {header || '—'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.data.rows
              .filter(({ skip }) => skip === null)
              .slice(0, 6)
              .map(({ row, cells }) => (
                <tr key={row}>
                  {rows.data.headers.map((_, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <td key={i} className={style['cell']}>
                      {cells[i]}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const headerChoices = (row: number): string[] =>
  [...new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, row])].sort((a, b) => a - b).map(String)
