// One person on the map: who they are, the part they play, how they stand to us.
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Person } from './people.ts'
import style from './person-card.module.css'
import { Stance, Strength } from './signs.tsx'

const mostRoles = 2

export function PersonCard({ person }: { person: Person }) {
  const { t } = useLanguage()
  const book = useBook()
  const roles = (person.roles ?? []).map((role) => book.term('account_contact', 'roles', role))
  return (
    <span
      className={style['card']}
      data-stance={person.stance ?? 'unknown'}
      data-former={!person.isCurrent || person.part === null || undefined}
    >
      <span className={style['name']}>
        <strong>{person.name}</strong>
        {person.isPrimary && <span className={style['primary']}>{t('stakeholders.primary')}</span>}
      </span>
      <span className={style['title']}>{person.title ?? person.department ?? t('stakeholders.noTitle')}</span>
      <span className={style['roles']}>
        {roles.slice(0, mostRoles).map((role) => (
          <span key={role}>{role}</span>
        ))}
        {roles.length > mostRoles && <span>+{roles.length - mostRoles}</span>}
        {roles.length === 0 && person.roles !== undefined && <em>{t('stakeholders.noRole')}</em>}
      </span>
      <span className={style['standing']}>
        {person.part === null ? (
          <span>{t('stakeholders.elsewhere')}</span>
        ) : person.isCurrent ? (
          <Stance stance={person.stance} />
        ) : (
          <span>{t('stakeholders.former')}</span>
        )}
        {person.influence && person.influence !== 'none' && (
          <span title={book.field('contact', 'renewal_influence')?.label}>
            {book.term('contact', 'renewal_influence', person.influence)}
          </span>
        )}
        <Strength strength={person.strength} />
      </span>
    </span>
  )
}
