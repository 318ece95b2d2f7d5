// The list that is seen as a file: its columns, its condition, its order, of all its rows.
import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { DescribedObject } from '../api/answers.ts'
import { useLanguage } from '../words/language.tsx'
import type { Column } from './columns.ts'

const formats = ['xlsx', 'csv', 'json', 'parquet'] as const

type Shown = { object: DescribedObject; columns: readonly Column[]; where: string; search: string; order: string }

export default function ExportMenu({ object, columns, where, search, order }: Shown) {
  const { t } = useLanguage()
  // What is gathered over a relation is a list, which a file of rows has no place for.
  const select = columns.flatMap(({ field, path, order }) => (field ? [field.to && order ? order : path] : []))
  const address = (format: string) => {
    const query = new URLSearchParams({ select: select.join(','), headers: 'labels' })
    for (const [name, value] of Object.entries({ where, search, order })) if (value !== '') query.set(name, value)
    return `/api/v1/exports/${object.plural}.${format}?${query}`
  }
  return (
    <Menu position="bottom-end" width={170}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} stroke={1.8} aria-hidden />}>
          {t('lists.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} component="a" href={address(format)} download>
            {t(`lists.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
