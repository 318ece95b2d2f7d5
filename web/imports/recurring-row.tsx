import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { showDay, showMoment } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import type { Recurring } from './answers.ts'
import { DueMark } from './due-mark.tsx'
import style from './recurring.module.css'
import { useBring } from './recurring-queries.ts'

type Shown = { recurring: Recurring; change(): void; remove(): void }

export function RecurringRow({ recurring, change, remove }: Shown) {
  const speech = useLanguage()
  const { t } = speech
  const { id, name, owner, everyDays, folder, mail, dueOn, last } = recurring
  const navigate = useNavigate()
  const bring = useBring(id)
  return (
    <tr>
      <th scope="row">
        {name}
        {folder && <code className={style['beneath']}>{folder}</code>}
        {mail?.address && <code className={style['beneath']}>{mail.address}</code>}
      </th>
      <td>
        <DueMark {...recurring} />
        <span className={style['beneath']}>{showDay(dueOn, speech)}</span>
      </td>
      <td>{owner.name ?? t('values.unknown')}</td>
      <td>{t('recurring.every', { count: everyDays })}</td>
      <td>
        {last ? (
          <Link to="/imports/$id" params={{ id: last.id }}>
            {showMoment(last.finishedAt, speech)}
          </Link>
        ) : (
          <span className="quiet">{t('recurring.never')}</span>
        )}
      </td>
      <td>
        <div className={style['actions']}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('recurring.bringNamed', { name })}
            loading={bring.isPending}
            onClick={() =>
              bring.mutate(undefined, {
                onSuccess: (order) => navigate({ to: '/imports/$id', params: { id: order.id } }),
                onError: (error) => toast({ text: sentenceOf(error) || t('trouble.unreachable'), tone: 'bad' }),
              })
            }
          >
            {t('recurring.bring')}
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={t('edit.edit', { field: name })}
            onClick={change}
          >
            <IconPencil size={15} stroke={1.6} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={t('recurring.removeNamed', { name })}
            onClick={remove}
          >
            <IconTrash size={15} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      </td>
    </tr>
  )
}
