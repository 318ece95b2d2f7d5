// Where one can go: the pages that the reader's role opens, in their sections. At phone width it lies above the page until it is used.
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Me } from '../api/answers.ts'
import mark from '../mark.svg'
import { useLanguage } from '../words/language.tsx'
import { type Place, placesFor } from './places.ts'
import style from './rail.module.css'

export function Rail({ me, isOpen, close }: { me: Me; isOpen: boolean; close(): void }) {
  const { t } = useLanguage()
  const places = placesFor(me)
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close()
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isOpen, close])
  return (
    <>
      {isOpen && <button type="button" className={style['veil']} aria-label={t('frame.close')} onClick={close} />}
      <nav className={style['rail']} data-open={isOpen || undefined} id="rail" aria-label={t('frame.places')}>
        <Link to="/" className={style['brand']}>
          <img src={mark} alt="" width={24} height={24} />
          Holdfast
        </Link>
        <div className={style['places']}>
          <Places places={places.filter(({ section }) => section === 'work')} />
          <Places title={t('rail.data')} places={places.filter(({ section }) => section === 'data')} />
          <Places title={t('rail.settings')} places={places.filter(({ section }) => section === 'settings')} />
        </div>
        <p className={style['workspace']}>{me.workspace.name}</p>
      </nav>
    </>
  )
}

function Places({ title, places }: { title?: string; places: readonly Place[] }) {
  const { t } = useLanguage()
  if (places.length === 0) return null
  return (
    <>
      {title && <p className={style['section']}>{title}</p>}
      <ul>
        {places.map(({ to, name, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={style['place']}
              activeOptions={{ includeSearch: false, exact: String(to) === '/' }}
            >
              <Icon size={17} stroke={1.6} aria-hidden />
              {t(`rail.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
