// A chart with what it says in a sentence before it and its figures in a table behind it: nobody depends on the picture.
import { Skeleton } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useLanguage } from '../words/language.tsx'
import style from './chart.module.css'

const Drawn = lazy(() => import('./drawn.tsx'))

type Series = { name: string; data: readonly (readonly [at: string, value: number | null])[] }
export type Plot = {
  lines?: readonly Series[]
  bars?: readonly Series[]
  points?: readonly Series[]
  /** Whether the scale begins at zero; it does unless told otherwise. */
  zero?: boolean
  least?: number
  most?: number
  /** Lines across, such as where promoters begin. */
  marks?: readonly { at: number; name: string }[]
  show: { day(at: number): string; value(value: number): string }
}

type Told = {
  /** What the picture shows, in a sentence. */
  says: string
  plot: Plot
  height?: number
  columns: readonly string[]
  rows: readonly (readonly ReactNode[])[]
}

export function Chart({ says, plot, height = 220, columns, rows }: Told) {
  const { t } = useLanguage()
  const [isTable, setTable] = useState(false)
  return (
    <figure className={style['figure']}>
      <figcaption>{says}</figcaption>
      {plot.lines && plot.lines.length > 1 && (
        <ul className={style['legend']} aria-hidden="true">
          {plot.lines.map(({ name }) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <div style={{ height }}>
        <Suspense fallback={<Skeleton height={height} />}>
          <Drawn plot={plot} />
        </Suspense>
      </div>
      <details onToggle={(event) => setTable(event.currentTarget.open)}>
        <summary>{t('chart.table')}</summary>
        {isTable && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
          <section className={style['scroll']} tabIndex={0} aria-label={says}>
            <table>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([first, ...others], i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of figures in the order of time, never reordered
                  <tr key={i}>
                    <th scope="row">{first}</th>
                    {others.map((each, column) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: as above
                      <td key={column}>{each}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </details>
    </figure>
  )
}
