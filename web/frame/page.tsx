// What a page is laid out with: its title, tools beside it, and what it is about beneath.
import { type ReactNode, useEffect } from 'react'
import style from './page.module.css'

type Laid = {
  title: string
  /** Beside the title: a count, a switch between objects. */
  note?: ReactNode
  tools?: ReactNode
  children: ReactNode
}

export function Page({ title, note, tools, children }: Laid) {
  useDocumentTitle(title)
  return (
    <>
      <div className={style['head']}>
        <h1>{title}</h1>
        {note && <div className={style['note']}>{note}</div>}
        {tools && <div className={style['tools']}>{tools}</div>}
      </div>
      {children}
    </>
  )
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Holdfast`
  }, [title])
}
