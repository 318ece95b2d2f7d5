import { Alert, Button, PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { languages } from '../../dictionary/words.ts'
import type { Person } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useWelcome } from '../api/queries.ts'
import { sentenceOf } from '../frame/trouble.tsx'
import mark from '../mark.svg'
import { languageNames, useLanguage } from '../words/language.tsx'
import style from './sign-in-page.module.css'

type Faults = { email?: string; password?: string }

export function SignInPage({ hasEnded }: { hasEnded: boolean }) {
  const { t, language } = useLanguage()
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [faults, setFaults] = useState<Faults>({})
  const [isAsking, setAsking] = useState(false)
  const passwordField = useRef<HTMLInputElement>(null)
  const { data: welcome } = useWelcome()
  useEffect(() => {
    document.title = `${t('signIn.title')} · Holdfast`
  }, [t])

  async function signIn(event: FormEvent) {
    event.preventDefault()
    const missing: Faults = {
      ...(/.@./.test(email) ? {} : { email: t('signIn.noEmail') }),
      ...(password === '' ? { password: t('signIn.noPassword') } : {}),
    }
    setFaults(missing)
    if (Object.keys(missing).length > 0) return
    setAsking(true)
    try {
      await ask('/api/v1/session', { method: 'POST', body: { email: email.trim(), password }, language })
      await client.resetQueries({ queryKey: ['me'] })
    } catch (error) {
      setFaults({ password: sentenceOf(error) || t('trouble.unreachable') })
      passwordField.current?.select()
    } finally {
      setAsking(false)
    }
  }

  return (
    <main className={style['page']}>
      <div className={style['card']}>
        <p className={style['brand']}>
          <img src={mark} alt="" width={30} height={30} /> Holdfast
        </p>
        <h1>{t('signIn.title')}</h1>
        {hasEnded && (
          <Alert color="harbour" role="status">
            {t('signIn.ended')}
          </Alert>
        )}
        <form onSubmit={signIn} noValidate className={style['form']}>
          <TextInput
            label={t('signIn.email')}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={faults.email}
          />
          <PasswordInput
            label={t('signIn.password')}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={faults.password}
            aria-invalid={faults.password !== undefined}
            ref={passwordField}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
          />
          <Button type="submit" loading={isAsking}>
            {t('signIn.submit')}
          </Button>
        </form>
        {welcome?.demo && (
          <DemoPeople
            people={welcome.demo.people}
            choose={(person) => {
              setEmail(person.email)
              setPassword(welcome.demo?.password ?? '')
              setFaults({})
            }}
          />
        )}
      </div>
      <LanguageChoice />
    </main>
  )
}

/** One of each role: they fill in the form, and what is in it is seen before it is sent. */
function DemoPeople({ people, choose }: { people: readonly Person[]; choose(person: Person): void }) {
  const { t } = useLanguage()
  const firsts = people.filter((person, i) => people.findIndex((each) => each.role === person.role) === i)
  return (
    <section className={style['demo']}>
      <p className="quiet">{t('signIn.demo')}</p>
      <ul>
        {firsts.map((person) => (
          <li key={person.email}>
            <button type="button" onClick={() => choose(person)}>
              <span>{person.name}</span>
              <span className="quiet">{t(`roles.${person.role as 'csm'}`, { defaultValue: person.role })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LanguageChoice() {
  const { t, language, speak } = useLanguage()
  return (
    <nav className={style['languages']} aria-label={t('frame.language')}>
      {languages.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => speak(each)}>
          {languageNames[each]}
        </button>
      ))}
    </nav>
  )
}
