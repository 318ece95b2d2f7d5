import { Dialog } from '../frame/dialog.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './keys-dialog.module.css'
import { isMac } from './mac.ts'
import { type Group, pressable } from './use-keys.ts'

const shownAs: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', ' ': '␣' }

export default function KeysDialog({ close }: { close(): void }) {
  const { t } = useLanguage()
  const groups = pressable()
  return (
    <Dialog title={t('keys.title')} close={close}>
      {(['here', 'everywhere'] as const).map((name) => (
        <KeyList key={name} name={name} groups={groups} />
      ))}
    </Dialog>
  )
}

function KeyList({ name, groups }: { name: Group['name']; groups: readonly Group[] }) {
  const { t } = useLanguage()
  const keys = groups.filter((group) => group.name === name).flatMap((group) => Object.entries(group.keys))
  if (keys.length === 0) return null
  return (
    <section className={style['group']}>
      <h3>{t(`keys.${name}`)}</h3>
      <dl>
        {name === 'everywhere' && (
          <div>
            <dt>
              <kbd>{isMac ? '⌘' : 'Ctrl'}</kbd> <kbd>K</kbd>
            </dt>
            <dd>{t('keys.palette')}</dd>
          </div>
        )}
        {keys.map(([key, { does }]) => (
          <div key={key}>
            <dt>
              <kbd>{shownAs[key] ?? key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
