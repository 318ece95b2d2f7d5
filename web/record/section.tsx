// A titled part of the account's page, and the lists inside. An empty one says what its emptiness means.
import { type ReactNode, useId } from 'react'
import style from './section.module.css'

type Titled = { title: string; note?: ReactNode; children: ReactNode }

export function Section({ title, note, children }: Titled) {
  const id = useId()
  return (
    <section className={style['section']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note}
      </header>
      {children}
    </section>
  )
}

type Listed<T> = {
  title: string
  note?: ReactNode
  items: readonly T[]
  empty: string
  children: (item: T) => ReactNode
}

export function ListSection<T extends { id: string }>({ title, note, items, empty, children }: Listed<T>) {
  return (
    <Section title={title} note={note}>
      {items.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <ul className={style['list']}>
          {items.map((item) => (
            <li key={item.id}>{children(item)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Two lines: what it is with its figure, and the details beneath. */
export function Entry({ name, figure, children }: { name: ReactNode; figure?: ReactNode; children?: ReactNode }) {
  return (
    <>
      <div className={style['entry']}>
        <span className={style['name']}>{name}</span>
        {figure !== undefined && <span className={style['figure']}>{figure}</span>}
      </div>
      {children !== undefined && <div className={style['details']}>{children}</div>}
    </>
  )
}

/** Details in a row; what is not there leaves no gap. */
export function Details({ of }: { of: readonly ReactNode[] }) {
  return of
    .filter((each) => each !== null && each !== undefined && each !== '' && each !== false)
    .map((each, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row of parts, never reordered
      <span key={i}>{each}</span>
    ))
}
