// What stands around every page: where one can go, who one is, in what language and light.
import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { languages } from '../../dictionary/words.ts'
import { Link, useAddress } from '../address.tsx'
import type { Me } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { languageNames, useLanguage } from '../words/language.tsx'
import style from './frame.module.css'
import { Done, Person } from './marks.tsx'

export function Frame({ me, children }: { me: Me; children: ReactNode }) {
  const { t } = useLanguage()
  const { path } = useAddress()
  const main = useRef<HTMLElement>(null)
  const first = useRef(path)
  useEffect(() => {
    // Another page was opened: who listens to it begins at its beginning, as who sees it does.
    if (first.current !== path) main.current?.focus()
    first.current = path
  }, [path])
  return (
    <>
      <a href="#main" className="skip">
        {t('frame.skip')}
      </a>
      <header className={style['bar']}>
        <Link to="/accounts" className={style['brand']}>
          <img src="/mark.svg" alt="" width={24} height={24} />
          Holdfast
        </Link>
        <nav className={style['nav']} aria-label="Holdfast">
          <PlaceLink to="/accounts" isHere={path === '/' || path.startsWith('/accounts')}>
            {t('accounts.title')}
          </PlaceLink>
          {['account', 'contact'].some((object) => me.may[object]?.includes('list')) && (
            <PlaceLink to="/duplicates" isHere={path === '/duplicates'}>
              {t('duplicates.title')}
            </PlaceLink>
          )}
        </nav>
        <div className={style['corner']}>
          <span className={style['workspace']}>{me.workspace.name}</span>
          <PersonMenu me={me} />
        </div>
      </header>
      <main id="main" className={style['main']} ref={main} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

function PlaceLink({ to, isHere, children }: { to: string; isHere: boolean; children: ReactNode }) {
  return (
    <span className={style['place']} data-here={isHere || undefined}>
      <Link to={to}>{children}</Link>
    </span>
  )
}

function PersonMenu({ me }: { me: Me }) {
  const { t, language, speak } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const client = useQueryClient()
  const signOut = async () => {
    await ask('/api/v1/session', { method: 'DELETE', language })
    window.location.assign('/') // nothing of what was read stays in the page
    client.clear()
  }
  return (
    <Menu position="bottom-end" width={220} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" size="xs" aria-label={t('frame.person', { name: me.name })}>
          <span className={style['person']}>
            <Person />
            <span className={style['name']}>{me.name}</span>
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.email}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('frame.language')}</Menu.Label>
        {languages.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            onClick={() => speak(each)}
            rightSection={each === language ? <Done /> : null}
            aria-current={each === language}
          >
            {languageNames[each]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('frame.theme')}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map((each) => (
          <Menu.Item
            key={each}
            onClick={() => setColorScheme(each)}
            rightSection={each === colorScheme ? <Done /> : null}
            aria-current={each === colorScheme}
          >
            {t(`frame.${each}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={signOut}>{t('frame.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
