// From anywhere: search, something new, what one was told, language, person.
import { ActionIcon, Burger, Menu } from '@mantine/core'
import { IconKeyboard, IconLanguage, IconSearch } from '@tabler/icons-react'
import { languages } from '../../dictionary/words.ts'
import type { Me } from '../api/answers.ts'
import { Capture } from '../capture/capture.tsx'
import { Bell } from '../inbox/bell.tsx'
import { isMac } from '../keys/mac.ts'
import { languageNames, useLanguage } from '../words/language.tsx'
import { Done } from './marks.tsx'
import { PersonMenu } from './person-menu.tsx'
import style from './top-bar.module.css'

type Shown = { me: Me; isRailOpen: boolean; openRail(): void; search(): void; showKeys(): void }

export function TopBar({ me, isRailOpen, openRail, search, showKeys }: Shown) {
  const { t } = useLanguage()
  return (
    <header className={style['bar']}>
      <Burger
        className={style['burger'] ?? ''}
        size="sm"
        opened={isRailOpen}
        onClick={openRail}
        aria-label={t('frame.menu')}
        aria-expanded={isRailOpen}
        aria-controls="rail"
      />
      <button
        type="button"
        className={style['search']}
        onClick={search}
        data-tour="search"
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
      >
        <IconSearch size={15} stroke={1.8} aria-hidden />
        <span>{t('frame.search')}</span>
        <kbd aria-hidden>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <div className={style['corner']}>
        <Capture me={me} />
        <ActionIcon
          className={style['wide'] ?? ''}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('frame.keys')}
          onClick={showKeys}
        >
          <IconKeyboard size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
        <Bell />
        <LanguageMenu />
        <PersonMenu me={me} />
      </div>
    </header>
  )
}

function LanguageMenu() {
  const { t, language, speak } = useLanguage()
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`${t('frame.language')}: ${languageNames[language]}`}
        >
          <IconLanguage size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  )
}
