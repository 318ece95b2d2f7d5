// Where files are dropped, chosen or pasted.
import { Button, Progress, Textarea } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { ask } from '../api/ask.ts'
import { sentenceOf } from '../frame/trouble.tsx'
import { useDraft } from '../inputs/drafts.ts'
import { showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import type { Import } from './answers.ts'
import style from './imports.module.css'
import { importsAt } from './queries.ts'
import { type Sending, send } from './upload.ts'

type Dropping = {
  /** The import that the files join; null begins one. */
  id: string | null
  arrived(order: Import): void
}

export function DropFiles({ id, arrived }: Dropping) {
  const speech = useLanguage()
  const { t, language } = speech
  const input = useRef<HTMLInputElement>(null)
  const inputId = useId()
  const [isOver, setOver] = useState(false)
  const [sending, setSending] = useState<Sending | null>(null)
  const [fault, setFault] = useState('')
  const [pasted, keep] = useDraft<string>('import pasted')
  const work = async (begin: () => Promise<Import>) => {
    setFault('')
    try {
      arrived(await begin())
    } catch (error) {
      setFault(sentenceOf(error) || t('trouble.unreachable'))
    } finally {
      setSending(null)
    }
  }
  const take = (files: FileList | null) => {
    const chosen = [...(files ?? [])]
    if (chosen.length > 0) void work(() => send(chosen, { id, language, told: setSending }))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const paste = () =>
    work(async () => {
      const order = await ask<Import>(`${importsAt}/pasted`, { method: 'POST', body: { text: pasted }, language })
      keep(undefined)
      return order
    })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped here; the button inside is the way for keys
    <div
      className={style['drop']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={30} stroke={1.4} aria-hidden />
      <p>
        <strong>{t(id ? 'imports.dropMore' : 'imports.drop')}</strong>
        <br />
        <span className="quiet">{t('imports.dropText')}</span>
      </p>
      <input
        ref={input}
        id={inputId}
        type="file"
        multiple
        className="seen-by-readers"
        tabIndex={-1}
        aria-label={t('imports.choose')}
        accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson"
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      <Button variant={id ? 'default' : 'filled'} loading={sending !== null} onClick={() => input.current?.click()}>
        {t('imports.choose')}
      </Button>
      {sending && (
        <div className={style['sending']} role="status">
          <Progress value={sending.size === 0 ? 100 : (sending.sent / sending.size) * 100} aria-label={sending.name} />
          {t('imports.sending', {
            name: sending.name,
            percent: showNumber(Math.floor((sending.sent / Math.max(1, sending.size)) * 100), speech),
          })}
        </div>
      )}
      {!id && (
        <details className={style['paste']}>
          <summary>{t('imports.paste')}</summary>
          <Textarea
            label={t('imports.pasteLabel')}
            minRows={4}
            autosize
            maxRows={12}
            value={pasted ?? ''}
            onChange={(event) => keep(event.currentTarget.value || undefined)}
          />
          <Button variant="default" mt="xs" disabled={!pasted?.trim()} onClick={() => void paste()}>
            {t('imports.pasteTake')}
          </Button>
        </details>
      )}
      {fault && (
        <p role="alert" className="bad">
          {fault}
        </p>
      )}
    </div>
  )
}
