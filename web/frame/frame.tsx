// What stands around every page: where one can go, what one can do from anywhere, who one is.
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useLive } from '../api/live.ts'
import { useMe } from '../api/queries.ts'
import { useKeys } from '../keys/use-keys.ts'
import { TypedAhead } from '../palette/typed-ahead.tsx'
import { usePaletteKey } from '../palette/use-palette-key.ts'
import { useStep } from '../tour/running.ts'
import { useLanguage } from '../words/language.tsx'
import { loadWords } from '../words/store.ts'
import { Bars } from './bars.tsx'
import style from './frame.module.css'
import { Rail } from './rail.tsx'
import { Toasts } from './toast.tsx'
import { TopBar } from './top-bar.tsx'

const Palette = lazy(() => import('../palette/palette.tsx'))
const Tour = lazy(async () => {
  await loadWords('welcome')
  return import('../tour/tour.tsx')
})
const KeysDialog = lazy(() => import('../keys/keys-dialog.tsx'))

export function Frame() {
  const { t } = useLanguage()
  const me = useMe().data
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const first = useRef(pathname)
  const [above, setAbove] = useState<'palette' | 'keys' | null>(null)
  const [isRailOpen, openRail] = useState(false)
  const step = useStep()
  useLive()
  usePaletteKey(() => setAbove('palette'))
  useKeys({ '?': { does: t('keys.help'), run: () => setAbove('keys') } }, 'everywhere')
  useEffect(() => {
    // Another page was opened: who listens to it begins at its beginning, as who sees it does.
    if (first.current !== pathname) main.current?.focus({ preventScroll: true })
    first.current = pathname
    openRail(false)
  }, [pathname])
  if (!me) return null
  return (
    <div className={style['frame']}>
      <a href="#main" className="skip">
        {t('frame.skip')}
      </a>
      <Rail me={me} isOpen={isRailOpen} close={() => openRail(false)} />
      <div className={style['rest']}>
        <TopBar
          me={me}
          isRailOpen={isRailOpen}
          openRail={() => openRail(!isRailOpen)}
          search={() => setAbove('palette')}
          showKeys={() => setAbove('keys')}
        />
        <Bars />
        <main id="main" className={style['main']} ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Toasts />
      <Suspense fallback={<TypedAhead />}>
        {above === 'palette' && <Palette me={me} close={() => setAbove(null)} />}
      </Suspense>
      <Suspense>
        {step !== null && <Tour me={me} at={step} />}
        {above === 'keys' && <KeysDialog close={() => setAbove(null)} />}
      </Suspense>
    </div>
  )
}
