// In what company a fact about a person is read. This is layout, so it is not the dictionary's; a field named nowhere comes last.
import type { Field } from '../api/answers.ts'

const groups = {
  person: [
    'name',
    'first_name',
    'last_name',
    'title',
    'department',
    'reports_to',
    'relationship_owner',
    'internal_note',
  ],
  authority: [
    'can_decide_renewal',
    'controls_budget',
    'renewal_influence',
    'administers_product',
    'user_kind',
    'engagement',
  ],
  reach: [
    'email',
    'phone',
    'mobile_phone',
    'preferred_channels',
    'avoid_channels',
    'meeting_cadence',
    'language',
    'timezone',
    'linkedin_url',
  ],
  consent: ['do_not_contact', 'email_opt_out', 'phone_opt_out'],
  freshness: ['status', 'last_verified_on', 'verified_how', 'verified_by', 'bounced_on'],
} as const
export type Group = keyof typeof groups | 'more'

export function groupsOf(fields: readonly Field[]): readonly { group: Group; fields: readonly Field[] }[] {
  const left = new Map(fields.map((field) => [field.name, field]))
  const named = Object.entries(groups).map(([group, names]) => ({
    group: group as Group, // a key of groups
    fields: names.flatMap((name) => {
      const field = left.get(name)
      left.delete(name)
      return field ? [field] : []
    }),
  }))
  return [...named, { group: 'more' as const, fields: [...left.values()] }].filter((each) => each.fields.length > 0)
}
