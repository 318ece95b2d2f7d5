import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import type { Me } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { client } from '../api/client.ts'
import { forgetDrafts } from '../talk/draft.ts'
import { goToStep } from '../tour/running.ts'
import { useLanguage } from '../words/language.tsx'
import { Done, Person } from './marks.tsx'
import style from './top-bar.module.css'

export function PersonMenu({ me }: { me: Me }) {
  const { t, language } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = async () => {
    await ask('/api/v1/session', { method: 'DELETE', language })
    forgetDrafts()
    window.location.assign('/') // nothing of what was read stays in the page
    client.clear()
  }
  return (
    <Menu position="bottom-end" width={220} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" size="xs" aria-label={t('frame.person', { name: me.name })} data-tour="person">
          <span className={style['person']}>
            <Person />
            <span className={style['name']}>{me.name}</span>
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.email}</Menu.Label>
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
        {me.tour && (
          <Menu.Item closeMenuOnClick onClick={() => goToStep(0)}>
            {t('frame.tour')}
          </Menu.Item>
        )}
        <Menu.Item onClick={signOut}>{t('frame.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
