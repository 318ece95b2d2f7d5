// In what company a fact is read. This is layout, so it is not the dictionary's; a field named here nowhere comes last.
import type { Field } from '../api/answers.ts'

const groups = {
  commercial: [
    'arr',
    'mrr',
    'payment_status',
    'contract_start',
    'renewal_date',
    'renewal_forecast',
    'renewal_risk',
    'discount',
    'special_terms',
    'billing_contact',
    'product_lines',
  ],
  standing: [
    'type',
    'tier',
    'lifecycle_stage',
    'growth_potential',
    'owner',
    'designations',
    'region',
    'acquisition_channel',
    'referral_source',
    'tags',
    'internal_note',
  ],
  journey: ['use_cases', 'onboarding_completed_on', 'went_live_on', 'last_business_review_on', 'technical_environment'],
  identity: [
    'name',
    'legal_name',
    'domains',
    'website',
    'phone',
    'industry',
    'verticals',
    'employees',
    'annual_revenue',
    'country',
    'city',
    'timezone',
    'parent',
  ],
} as const
type Group = keyof typeof groups | 'more'

export function groupsOf(fields: readonly Field[]): readonly { group: Group; fields: readonly Field[] }[] {
  const left = new Map(fields.map((field) => [field.name, field]))
  const take = (name: string): Field[] => {
    const field = left.get(name)
    left.delete(name)
    return field ? [field] : []
  }
  const named = Object.entries(groups).map(([group, names]) => ({
    group: group as Group, // a key of groups
    fields: names.flatMap(take),
  }))
  return [...named, { group: 'more' as const, fields: [...left.values()] }].filter((each) => each.fields.length > 0)
}
