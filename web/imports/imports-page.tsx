// What was brought in and by whom, and the way to bring in more.
import { Button, Skeleton } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMe } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { Failed, Notice } from '../frame/trouble.tsx'
import { mayImport } from '../root.ts'
import { showMoment } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import type { Import } from './answers.ts'
import { CountsLine } from './counts.tsx'
import { DropFiles } from './drop-files.tsx'
import style from './imports.module.css'
import { useForget, useImports } from './queries.ts'
import { RecurringImports } from './recurring-imports.tsx'
import { useRecurring } from './recurring-queries.ts'

export default function ImportsPage() {
  const { t } = useLanguage()
  const me = useMe().data
  const navigate = useNavigate()
  const forget = useForget()
  if (!me || !mayImport(me))
    return (
      <Page title={t('imports.title')}>
        <Notice title={t('trouble.closed')}>{t('trouble.closedText')}</Notice>
      </Page>
    )
  const arrived = ({ id }: Import) => {
    forget()
    void navigate({ to: '/imports/$id', params: { id } })
  }
  return (
    <Page title={t('imports.title')}>
      <DropFiles id={null} arrived={arrived} />
      <Lists />
    </Page>
  )
}

/** Both at once, so that neither moves the other when it comes. */
function Lists() {
  const recurring = useRecurring()
  const imports = useImports()
  if (recurring.isPending || imports.isPending) return <Skeleton height={240} mt="md" />
  return (
    <>
      {recurring.isError ? (
        <Failed error={recurring.error} retry={recurring.refetch} />
      ) : (
        <RecurringImports rows={recurring.data} />
      )}
      <Imports />
    </>
  )
}

function Imports() {
  const speech = useLanguage()
  const { t } = speech
  const imports = useImports()
  const rows = imports.data?.pages.flatMap(({ data }) => data) ?? []
  if (imports.isError) return <Failed error={imports.error} retry={imports.refetch} />
  if (rows.length === 0) return <Notice title={t('imports.none')}>{t('imports.noneText')}</Notice>
  return (
    <>
      <h2 className={style['heading']}>{t('imports.toAll')}</h2>
      <div className={style['scroll']}>
        <table className={style['table']}>
          <caption className="seen-by-readers">{t('imports.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('imports.name')}</th>
              <th scope="col">{t('imports.state')}</th>
              <th scope="col">{t('imports.result')}</th>
              <th scope="col">{t('imports.begun')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  {each.isOwn ? (
                    <Link to="/imports/$id" params={{ id: each.id }}>
                      {each.name || each.files[0]?.name}
                    </Link>
                  ) : (
                    each.name
                  )}
                </th>
                <td>{t(`importState.${each.state}`)}</td>
                <td>{each.counts && <CountsLine counts={each.counts} />}</td>
                <td>{showMoment(each.createdAt, speech)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {imports.hasNextPage && (
        <Button variant="default" mt="md" loading={imports.isFetchingNextPage} onClick={() => imports.fetchNextPage()}>
          {t('imports.more')}
        </Button>
      )}
    </>
  )
}
