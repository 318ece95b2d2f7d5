// A column that means nothing we hold: a field of the workspace's own may be proposed for it without leaving the mapping. Until that is
// accepted the column stays left out; from then on the field is among the meanings to choose from.
import { Button, NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../api/queries.ts'
import { fieldName } from '../dictionary/field-name.ts'
import { Propose } from '../dictionary/propose.tsx'
import { type Proposal, useProposals } from '../dictionary/queries.ts'
import { may } from '../root.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { likelyType } from './likely-type.ts'

type Missed = {
  /** Told apart from any other column. */
  id: string
  header: string
  file: string
  values: readonly string[]
  /** What the file speaks of: the first is what it is first of all about. */
  objects: readonly string[]
}

export function ProposeField({ column }: { column: Missed }) {
  const { t } = useLanguage()
  const me = useMe().data
  const open = useProposals('open').data
  const [isOpen, setOpen] = useState(false)
  const [own, setOwn] = useState<string | null>(null)
  // Who reads of an object may say what it lacks.
  const objects = column.objects.filter((object) => me && (may(me, object, 'list') || may(me, object, 'measure')))
  if (!open || !me?.userId || objects.length === 0) return null
  const isFor = (each: Proposal) => each.id === own || isOfSuchName(each, column)
  if (open.pages.some(({ data }) => data.some(isFor)))
    return (
      <span role="status" className="quiet">
        {t('imports.fieldProposed')}{' '}
        <Link to="/dictionary" search={{ view: 'proposals' }}>
          {t('dictionary.proposals')}
        </Link>
      </span>
    )
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('imports.proposeFieldFor', { column: column.header })}
        onClick={() => setOpen(true)}
      >
        {t('imports.proposeField')}
      </Button>
      {isOpen && (
        <Form column={column} objects={objects} close={() => setOpen(false)} done={(proposal) => setOwn(proposal.id)} />
      )}
    </>
  )
}

type Asked = { column: Missed; objects: readonly string[]; close(): void; done(proposal: Proposal): void }

function Form({ column, objects, close, done }: Asked) {
  const { t } = useLanguage()
  const book = useBook()
  const [name, choose] = useState(objects[0] ?? '')
  const { id, header, file, values } = column
  const labelled = objects.map((object) => ({ value: object, label: book.object(object)?.label ?? object }))
  const label = labelled.find(({ value }) => value === name)?.label ?? name
  const start = {
    draftName: id,
    name: header,
    type: likelyType(values),
    text: t('imports.fieldMeaning', { column: header, file }),
    // Only shown: what a customer's record says is not for everybody who reads the dictionary.
    hint:
      values.length > 0 ? t('imports.seenValues', { values: [...new Set(values)].slice(0, 3).join(' · ') }) : undefined,
  }
  return (
    <Propose object={{ name, label }} field={null} start={start} close={close} done={done}>
      {objects.length > 1 && (
        <NativeSelect
          label={t('imports.fieldOf')}
          value={name}
          onChange={(event) => choose(event.currentTarget.value)}
          data={labelled}
        />
      )}
    </Propose>
  )
}

/** Also what a colleague proposed, or one's own of another day. */
const isOfSuchName = ({ object, change }: Proposal, { header, objects }: Missed): boolean =>
  change.kind === 'new_field' && objects.includes(object) && header !== '' && change['name'] === fieldName(header)
