// A dialog that makes a record of an object, by the fields that are worth asking for at once.
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Problem } from '../api/ask.ts'
import { useMe } from '../api/queries.ts'
import { useCreate, useUndo } from '../api/save.ts'
import { Dialog } from '../frame/dialog.tsx'
import { toast } from '../frame/toast.tsx'
import style from '../inputs/inputs.module.css'
import { RecordForm, type Values } from '../inputs/record-form.tsx'
import { useBook } from '../values/book.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { useLanguage } from '../words/language.tsx'
import type { CaptureProps } from './captures.ts'

type Candidate = { id: string; title?: string | null }

export default function NewRecord({ kind, close, of }: CaptureProps) {
  const { object: name, fields = [] } = kind
  const { t } = useLanguage()
  const navigate = useNavigate()
  const object = useBook().object(name)
  const own = useOwn(name)
  const undo = useUndo()
  const [alike, setAlike] = useState<{ values: Values; candidates: readonly Candidate[] } | null>(null)
  // Without a described object there is nothing to make; who may not, is not offered this.
  const create = useCreate(object ?? noObject)
  if (!object) return null
  const make = async (values: Values, isNew = false) => {
    setAlike(null)
    try {
      const { id, act } = await create.mutateAsync({ values: { ...own, ...values }, isNew })
      const title = String(values[object.title] ?? object.label)
      toast({ text: t('edit.created', { name: title }), ...(act ? { undo: () => undo(act) } : {}) })
      close()
      if (name === 'account') await navigate({ to: '/accounts/$id', params: { id } })
    } catch (error) {
      const candidates = error instanceof Problem && error.code === 'possible_duplicate' && error.details['candidates']
      if (Array.isArray(candidates)) setAlike({ values, candidates: candidates as Candidate[] }) // as that problem is documented
      throw error
    }
  }
  return (
    <Dialog title={t('edit.new', { object: object.label })} close={close}>
      <RecordForm
        object={object}
        fields={fields}
        draftName={`new ${name} ${of?.id ?? ''}`}
        start={of ? { [of.object]: of.id } : {}}
        submit={(values) => make(values)}
        cancel={close}
        submitLabel={t('edit.create')}
      >
        {alike && (
          <>
            <ul className={style['alike']}>
              {alike.candidates.map((each) => (
                <li key={each.id}>
                  <RecordLink object={name} id={each.id}>
                    {each.title ?? '—'}
                  </RecordLink>
                </li>
              ))}
            </ul>
            <Button variant="default" onClick={() => void make(alike.values, true).catch(() => {})}>
              {t('edit.anyway')}
            </Button>
          </>
        )}
      </RecordForm>
    </Dialog>
  )
}

/** What a new record has of its maker, where the field is theirs to write and not in the form: so that they see what they made. */
function useOwn(name: string): Values {
  const me = useMe().data
  const book = useBook()
  const field = ['owner', 'relationship_owner'].find((each) => book.field(name, each)?.mayCreate)
  return me?.userId && field ? { [field]: me.userId } : {}
}

const noObject = {
  name: '',
  plural: '',
  label: '',
  labelPlural: '',
  title: '',
  kind: 'records',
  describe: '',
  may: [],
  fields: [],
  relations: [],
} as const
