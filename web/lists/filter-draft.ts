// A condition while it is being built: parts may still lack their field or value. What is whole of it is the condition.

import type { Operator } from '../../dictionary/index.ts'
import type { Where } from '../../src/question/index.ts'
import type { Choice } from './operators.ts'
import { takesValue } from './operators.ts'
import { choiceOf } from './sentence.ts'

export type Draft =
  | { kind: 'group'; id: string; of: 'all' | 'any'; isNot: boolean; parts: readonly Draft[] }
  | { kind: 'comparison'; id: string; path: string; choice: Choice | null; value?: unknown }
  | { kind: 'related'; id: string; quantifier: Quantifier; relation: string; where: Draft & { kind: 'group' } }
  /** What only text can say is kept as it is. */
  | { kind: 'as_is'; id: string; where: Where }
export type Quantifier = 'some' | 'none' | 'every'

let count = 0
/** Its own for each part, so that what is typed in one is not taken for another's. */
export const newId = (): string => {
  count += 1
  return `part ${count}`
}

export const emptyGroup = (of: 'all' | 'any' = 'all'): Draft & { kind: 'group' } => ({
  kind: 'group',
  id: newId(),
  of,
  isNot: false,
  parts: [],
})

export const emptyComparison = (): Draft => ({ kind: 'comparison', id: newId(), path: '', choice: null })

export function draftFrom(where: Where): Draft {
  const id = newId()
  if ('all' in where) return { kind: 'group', id, of: 'all', isNot: false, parts: where.all.map(draftFrom) }
  if ('any' in where) return { kind: 'group', id, of: 'any', isNot: false, parts: where.any.map(draftFrom) }
  if ('field' in where)
    return { kind: 'comparison', id, path: where.field, choice: choiceOf(where), value: where.value }
  if ('visible' in where) return { kind: 'as_is', id, where }
  if ('not' in where) {
    const inner = draftFrom(where.not)
    if (inner.kind === 'group' && !inner.isNot) return { ...inner, isNot: true }
    return { kind: 'group', id, of: 'all', isNot: true, parts: [inner] }
  }
  const quantifier: Quantifier = 'some' in where ? 'some' : 'none' in where ? 'none' : 'every'
  const relation = 'some' in where ? where.some : 'none' in where ? where.none : where.every
  const inner = where.where ? draftFrom(where.where) : emptyGroup()
  return {
    kind: 'related',
    id,
    quantifier,
    relation,
    where: inner.kind === 'group' && !inner.isNot ? inner : { ...emptyGroup(), parts: [inner] },
  }
}

/** What is whole of it; null where nothing is. */
export function wholeOf(draft: Draft): Where | null {
  if (draft.kind === 'as_is') return draft.where
  if (draft.kind === 'group') {
    const parts = draft.parts.flatMap((part) => wholeOf(part) ?? [])
    const [only] = parts
    if (!only) return null
    const inner: Where = parts.length === 1 ? only : draft.of === 'all' ? { all: parts } : { any: parts }
    return draft.isNot ? { not: inner } : inner
  }
  if (draft.kind === 'comparison') return comparisonOf(draft)
  if (draft.relation === '') return null
  const inner = wholeOf(draft.where)
  if (draft.quantifier === 'every') return inner && { every: draft.relation, where: inner }
  const also = inner ? { where: inner } : {}
  return draft.quantifier === 'some' ? { some: draft.relation, ...also } : { none: draft.relation, ...also }
}

function comparisonOf({ path, choice, value }: Draft & { kind: 'comparison' }): Where | null {
  if (path === '' || choice === null) return null
  if (choice === 'is_me') return { field: path, op: 'is', me: true }
  if (choice === 'is_not_me') return { field: path, op: 'is_not', me: true }
  const op: Operator = choice
  if (!takesValue(choice)) return { field: path, op }
  const isMissing =
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return isMissing ? null : { field: path, op, value }
}
