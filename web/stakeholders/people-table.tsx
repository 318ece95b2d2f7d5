// The same people as a table: for who hears the page, for narrow screens, and for who would rather read than look.
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Person, Stakeholders, Tie } from './people.ts'
import style from './people-table.module.css'
import { Stance } from './signs.tsx'

type Shown = Stakeholders & { selected: string | null; open(id: string): void }

export function PeopleTable({ people, ties, selected, open }: Shown) {
  const { t, locale } = useLanguage()
  const book = useBook()
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const label = (object: string, field: string) => book.field(object, field)?.label
  const has = (key: keyof Person) => people.some((each) => each[key] !== undefined)
  const listed = (words: readonly string[]) => new Intl.ListFormat(locale, { type: 'unit' }).format(words)
  return (
    <div className={style['scroll']}>
      <table className={style['people']}>
        <thead>
          <tr>
            <th scope="col">{label('contact', 'name')}</th>
            {has('roles') && <th scope="col">{label('account_contact', 'roles')}</th>}
            {has('boss') && <th scope="col">{label('contact', 'reports_to')}</th>}
            {has('stance') && <th scope="col">{label('account_contact', 'stance')}</th>}
            {has('strength') && <th scope="col">{label('account_contact', 'strength')}</th>}
            {has('influence') && <th scope="col">{label('contact', 'renewal_influence')}</th>}
            {ties.length > 0 && <th scope="col">{t('stakeholders.informal')}</th>}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} data-selected={person.id === selected || undefined}>
              <th scope="row">
                <button type="button" aria-pressed={person.id === selected} onClick={() => open(person.id)}>
                  {person.name}
                </button>
                <small>
                  {[
                    person.title ?? person.department,
                    person.isPrimary && t('stakeholders.primary'),
                    !person.isCurrent && t('stakeholders.former'),
                  ]
                    .filter((each) => typeof each === 'string')
                    .join(' · ')}
                </small>
              </th>
              {has('roles') && (
                <td>{listed((person.roles ?? []).map((role) => book.term('account_contact', 'roles', role)))}</td>
              )}
              {has('boss') && <td>{person.boss && (names.get(person.boss.id) ?? person.boss.name)}</td>}
              {has('stance') && (
                <td>
                  <Stance stance={person.stance} />
                </td>
              )}
              {has('strength') && (
                <td>{person.strength && book.term('account_contact', 'strength', person.strength)}</td>
              )}
              {has('influence') && (
                <td>{person.influence && book.term('contact', 'renewal_influence', person.influence)}</td>
              )}
              {ties.length > 0 && (
                <td>{listed(ties.filter(({ from }) => from === person.id).map((tie) => tieText(tie)))}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )

  function tieText({ kind, to }: Tie): string {
    return `${book.term('contact_connection', 'kind', kind)} ${names.get(to) ?? ''}`
  }
}
