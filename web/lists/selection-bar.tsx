// What can be done with the rows that are selected.
import { Button, CloseButton } from '@mantine/core'
import { IconPencil, IconUserShare } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Row } from '../api/answers.ts'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { type Asked, askAllIds, mostAtOnce } from './queries.ts'
import style from './record-list.module.css'

const BulkDialog = lazy(() => import('./bulk-dialog.tsx'))

type Shown = {
  asked: Asked
  selected: ReadonlyMap<string, Row>
  select(next: ReadonlyMap<string, Row>): void
  count: number | null
  isMore: boolean
}

export default function SelectionBar({ asked, selected, select, count, isMore }: Shown) {
  const speech = useLanguage()
  const { t, language } = speech
  const [editing, edit] = useState<{ field: string | null } | null>(null)
  const [isGathering, setGathering] = useState(false)
  const { object } = asked
  const hasOwner = object.fields.some(({ name, mayUpdate }) => name === 'owner' && mayUpdate)
  const all = Math.min(count ?? 0, mostAtOnce)
  const selectAll = async () => {
    setGathering(true)
    try {
      const rows = await askAllIds(asked, language)
      select(new Map(rows.map((row) => [row.id, row])))
    } catch (error) {
      toast({ text: sentenceOf(error) || t('trouble.unreachable'), tone: 'bad' })
    } finally {
      setGathering(false)
    }
  }
  return (
    <section className={style['bar']} aria-label={t('lists.selection')}>
      <strong role="status">
        {t('lists.selected', { count: selected.size, shown: showNumber(selected.size, speech) })}
      </strong>
      {isMore && all > selected.size && (
        <Button size="compact-sm" variant="subtle" loading={isGathering} onClick={selectAll}>
          {t('lists.selectFitting', { shown: showNumber(all, speech) })}
        </Button>
      )}
      {hasOwner && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconUserShare size={14} aria-hidden />}
          onClick={() => edit({ field: 'owner' })}
        >
          {t('lists.reassign')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPencil size={14} aria-hidden />}
        onClick={() => edit({ field: null })}
      >
        {t('lists.bulkEdit')}
      </Button>
      <CloseButton aria-label={t('lists.deselect')} onClick={() => select(new Map())} />
      <Suspense>
        {editing && (
          <BulkDialog
            object={object}
            rows={[...selected.values()]}
            first={editing.field}
            close={() => edit(null)}
            done={() => select(new Map())}
          />
        )}
      </Suspense>
    </section>
  )
}
