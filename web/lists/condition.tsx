// The parts of a condition that is being built, each within the other.
import { ActionIcon, Button, NativeSelect, Select } from '@mantine/core'
import { IconBrackets, IconPlus, IconShare2, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { DescribedObject, Field } from '../api/answers.ts'
import { FieldInput } from '../inputs/field-input.tsx'
import { inputFor } from '../inputs/index.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { type Draft, emptyComparison, emptyGroup, newId, type Quantifier } from './filter-draft.ts'
import style from './filter-panel.module.css'
import { type Choice, choicesFor, sayingOf, takesValue, typedAs } from './operators.ts'
import { fieldAt, labelAt, relationLabel, say } from './sentence.ts'

type Part<D extends Draft = Draft> = { object: string; draft: D; change(next: D): void; remove?: () => void }

const deepest = 4

export function GroupOf({
  object,
  draft,
  change,
  remove,
  depth = 0,
}: Omit<Part<Draft & { kind: 'group' }>, 'change'> & {
  change(next: Draft & { kind: 'group' }): void
  depth?: number
}) {
  const { t } = useLanguage()
  const relations =
    useBook()
      .object(object)
      ?.relations.filter(({ kind }) => kind === 'many') ?? []
  const set = (parts: readonly Draft[]) => change({ ...draft, parts })
  return (
    <fieldset className={style['group']} data-depth={depth}>
      <legend className="seen-by-readers">{t(`lists.${draft.of}Of`)}</legend>
      {(draft.parts.length > 1 || depth > 0) && (
        <div className={style['line']}>
          <NativeSelect
            size="xs"
            aria-label={t('lists.how')}
            value={`${draft.isNot ? 'not ' : ''}${draft.of}`}
            data={[
              { value: 'all', label: t('lists.allOf') },
              { value: 'any', label: t('lists.anyOf') },
              { value: 'not any', label: t('lists.noneOf') },
              { value: 'not all', label: t('lists.notAllOf') },
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget
              change({ ...draft, of: value.endsWith('any') ? 'any' : 'all', isNot: value.startsWith('not') })
            }}
          />
          {remove && <Remove remove={remove} />}
        </div>
      )}
      {draft.parts.map((part) => (
        <AnyPart
          key={part.id}
          object={object}
          draft={part}
          depth={depth + 1}
          change={(next) => set(draft.parts.map((each) => (each.id === part.id ? next : each)))}
          remove={() => set(draft.parts.filter((each) => each.id !== part.id))}
        />
      ))}
      <div className={style['line']}>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() => set([...draft.parts, emptyComparison()])}
        >
          {t('lists.addCondition')}
        </Button>
        {depth < deepest && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconBrackets size={13} aria-hidden />}
            onClick={() => set([...draft.parts, { ...emptyGroup('any'), parts: [emptyComparison()] }])}
          >
            {t('lists.addGroup')}
          </Button>
        )}
        {depth < deepest && relations.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconShare2 size={13} aria-hidden />}
            onClick={() =>
              set([
                ...draft.parts,
                {
                  kind: 'related',
                  id: newId(),
                  quantifier: 'some',
                  relation: relations[0]?.name ?? '',
                  where: emptyGroup(),
                },
              ])
            }
          >
            {t('lists.addRelated')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

function AnyPart({ depth, ...props }: Part & { depth: number }) {
  const { draft } = props
  const { t } = useLanguage()
  const speech = useLanguage()
  const book = useBook()
  if (draft.kind === 'group') return <GroupOf {...props} draft={draft} depth={depth} />
  if (draft.kind === 'comparison') return <Comparison {...props} draft={draft} />
  if (draft.kind === 'related') return <Related {...props} draft={draft} depth={depth} />
  return (
    <div className={style['line']}>
      <span className={style['wide']}>{say({ book, speech, names: new Map() }, props.object, draft.where)}</span>
      {props.remove && <Remove remove={props.remove} label={t('lists.remove')} />}
    </div>
  )
}

function Comparison({ object, draft, change, remove }: Part & { draft: Draft & { kind: 'comparison' } }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const field = fieldAt(book, object, draft.path)
  const choose = (path: string) => {
    const next = fieldAt(book, object, path)
    const choice = next ? (choicesFor(next)[0] ?? null) : null
    change({ kind: 'comparison', id: draft.id, path, choice })
  }
  return (
    <div className={style['comparison']}>
      <Select
        size="xs"
        aria-label={t('lists.field')}
        placeholder={t('lists.field')}
        searchable
        data={fieldsOf(book.object(object), book)}
        value={draft.path || null}
        nothingFoundMessage={t('edit.nothing')}
        onChange={(path) => path && choose(path)}
        limit={200}
      />
      {field && (
        <NativeSelect
          size="xs"
          aria-label={t('lists.operator')}
          value={draft.choice ?? ''}
          data={choicesFor(field).map((choice) => ({
            value: choice,
            label: t(`operators.${sayingOf(field, choice)}`),
          }))}
          onChange={(event) => {
            const choice = event.currentTarget.value as Choice // one of those offered
            const isSame = draft.choice && typedAs(field, choice).type === typedAs(field, draft.choice).type
            change({ ...draft, choice, value: isSame ? draft.value : undefined })
          }}
        />
      )}
      {remove && <Remove remove={remove} />}
      {field && draft.choice && takesValue(draft.choice) && (
        <div className={style['value']}>
          <Typed
            key={`${draft.path} ${typedAs(field, draft.choice).type}`}
            field={typedAs(field, draft.choice)}
            value={draft.value}
            change={(value) => change({ ...draft, value })}
          />
        </div>
      )}
    </div>
  )
}

/** The value, by the input of its type; kept here as it is typed, and handed on as it is read. */
function Typed({ field, value, change }: { field: Field; value: unknown; change(value: unknown): void }) {
  const speech = useLanguage()
  const kind = inputFor(field)
  const [typed, setTyped] = useState(() => kind.open(value ?? null, speech))
  return (
    <FieldInput
      field={field}
      isLabelHidden
      draft={typed}
      change={(next) => {
        setTyped(next)
        change(kind.read(next, speech) ?? undefined)
      }}
    />
  )
}

function Related({
  object,
  draft,
  change,
  remove,
  depth,
}: Part & { draft: Draft & { kind: 'related' }; depth: number }) {
  const { t } = useLanguage()
  const book = useBook()
  const relations = book.object(object)?.relations.filter(({ kind, to }) => kind === 'many' && book.object(to)) ?? []
  const to = relations.find(({ name }) => name === draft.relation)?.to ?? ''
  return (
    <div className={style['related']}>
      <div className={style['line']}>
        <NativeSelect
          size="xs"
          aria-label={t('lists.quantifier')}
          value={draft.quantifier}
          data={(['some', 'none', 'every'] as const).map((each) => ({ value: each, label: t(`lists.${each}`) }))}
          onChange={(event) => change({ ...draft, quantifier: event.currentTarget.value as Quantifier })} // one of those offered
        />
        <NativeSelect
          size="xs"
          aria-label={t('lists.related')}
          value={draft.relation}
          data={relations.map(({ name }) => ({ value: name, label: relationLabel(book, object, name) }))}
          onChange={(event) => change({ ...draft, relation: event.currentTarget.value, where: emptyGroup() })}
        />
        {remove && <Remove remove={remove} />}
      </div>
      {to && <GroupOf object={to} draft={draft.where} depth={depth} change={(where) => change({ ...draft, where })} />}
    </div>
  )
}

function Remove({ remove, label }: { remove(): void; label?: string }) {
  const { t } = useLanguage()
  return (
    <ActionIcon variant="subtle" color="gray" size={26} aria-label={label ?? t('lists.remove')} onClick={remove}>
      <IconX size={14} aria-hidden />
    </ActionIcon>
  )
}

type Book = ReturnType<typeof useBook>

/** Its own fields, then those of the records it refers to. */
function fieldsOf(object: DescribedObject | undefined, book: Book) {
  if (!object) return []
  const own = object.fields.filter(({ operators }) => operators.length > 0)
  const over = own.flatMap((field) => {
    const to = field.to ? book.object(field.to) : undefined
    if (!to) return []
    const items = to.fields
      .filter(({ type, operators }) => operators.length > 0 && type !== 'reference')
      .map(({ name }) => ({
        value: `${field.name}.${name}`,
        label: labelAt(book, object.name, `${field.name}.${name}`),
      }))
    return [{ group: field.label, items }]
  })
  return [{ group: object.label, items: own.map(({ name, label }) => ({ value: name, label })) }, ...over]
}
