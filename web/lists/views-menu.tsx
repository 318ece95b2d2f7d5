// The views of a list: to open one, to save what is seen under a name, to share it, to begin with it.
import { Button, Menu } from '@mantine/core'
import { IconBookmark, IconCheck, IconDeviceFloppy, IconHome, IconTrash, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { DescribedObject } from '../api/answers.ts'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { useCommands } from '../palette/commands.ts'
import { useLanguage } from '../words/language.tsx'
import type { Column } from './columns.ts'
import type { ListSearch } from './list-search.ts'
import { definitionOf, searchOf, useKeepView, useViews, type View } from './views.ts'

const SaveView = lazy(() => import('./save-view.tsx'))

type Shown = {
  object: DescribedObject
  search: ListSearch
  columns: readonly Column[]
  change(next: ListSearch, isStep?: boolean): void
}

export function ViewsMenu({ object, search, columns, change }: Shown) {
  const { t } = useLanguage()
  const views = useViews(object).data ?? []
  const keep = useKeepView(object)
  const [isSaving, save] = useState(false)
  const current = views.find(({ id }) => id === search.view)
  const isChanged = current !== undefined && !isSame(searchOf(current), search)
  const open = (view: View) => change(searchOf(view), true)
  const failed = (error: unknown) => toast({ text: sentenceOf(error) || t('trouble.unreachable'), tone: 'bad' })
  useCommands(
    views.map((view) => ({
      id: `view ${view.id}`,
      label: t('lists.openView', { name: view.name }),
      icon: IconBookmark,
      run: () => open(view),
    })),
  )
  const left = current ? Object.values(current.leftOut).reduce((sum, each) => sum + each, 0) : 0
  return (
    <>
      {left > 0 && <span className="quiet">{t('lists.leftOut')}</span>}
      {current?.isMine && isChanged && (
        <Button
          size="xs"
          variant="default"
          loading={keep.update.isPending}
          onClick={() =>
            keep.update.mutate(
              { id: current.id, definition: definitionOf(search, columns) },
              { onSuccess: () => toast({ text: t('lists.viewSaved', { name: current.name }) }), onError: failed },
            )
          }
        >
          {t('lists.updateView')}
        </Button>
      )}
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconBookmark size={14} stroke={1.8} aria-hidden />}>
            {current ? `${current.name}${isChanged ? ' *' : ''}` : t('lists.views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{t('lists.noViews')}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              aria-current={view.id === current?.id}
              leftSection={view.id === current?.id ? <IconCheck size={14} aria-hidden /> : <span />}
              rightSection={
                <small className="quiet">{view.isMine ? t(`lists.${view.audience}`) : view.owner.name}</small>
              }
              onClick={() => open(view)}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconDeviceFloppy size={15} aria-hidden />} onClick={() => save(true)}>
            {t('lists.saveView')}
          </Menu.Item>
          {current && (
            <Menu.Item
              leftSection={<IconHome size={15} aria-hidden />}
              onClick={() => keep.begin.mutate(current.isDefault ? null : current.id, { onError: failed })}
            >
              {t(current.isDefault ? 'lists.beginPlain' : 'lists.beginHere')}
            </Menu.Item>
          )}
          {current && (
            <Menu.Item leftSection={<IconX size={15} aria-hidden />} onClick={() => change({}, true)}>
              {t('lists.leaveView')}
            </Menu.Item>
          )}
          {current?.isMine && (
            <Menu.Item
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={() =>
                keep.remove.mutate(current.id, {
                  onSuccess: () => {
                    const { name, audience, definition } = current
                    toast({
                      text: t('lists.viewGone', { name }),
                      undo: () => keep.create.mutateAsync({ name, audience, definition }),
                    })
                    change({ ...search, view: '' })
                  },
                  onError: failed,
                })
              }
            >
              {t('lists.removeView')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {isSaving && (
          <SaveView
            object={object}
            definition={definitionOf(search, columns)}
            close={() => save(false)}
            saved={(view) => {
              toast({ text: t('lists.viewSaved', { name: view.name }) })
              change({ ...search, view: view.id })
            }}
          />
        )}
      </Suspense>
    </>
  )
}

const isSame = (a: ListSearch, b: ListSearch): boolean =>
  (['where', 'search', 'order', 'group'] as const).every((name) => (a[name] ?? '') === (b[name] ?? '')) &&
  (b.columns === undefined || a.columns === b.columns)
