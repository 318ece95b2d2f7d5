import type { Part, Shape } from '../shape.ts'
import { country, placeOf } from './places.ts'
import { eachRow, filled, hasColumns, isTicked, momentOf } from './table.ts'

/** Contacts as Salesforce exports them: each row is a person and, by its AccountId, a place at a company. */
export const crmContacts: Shape = {
  name: 'crm contacts',
  system: 'crm',
  rank: 20,
  isByHand: false,
  recognise: (opened) => hasColumns(opened, 'Id', 'AccountId', 'FirstName', 'LastName'),
  read: (opened, { file, memory }) =>
    eachRow(opened, (cells, row) => {
      const id = cells['Id'] ?? ''
      const account = cells['AccountId'] ? { system: 'crm' as const, localId: cells['AccountId'] } : undefined
      const email = cells['Email'] ?? ''
      const code = (account && memory.countryOf.get(`crm ${account.localId}`)) ?? country('', email)
      const phone = (number: string | undefined) => (number ? { number, ...placeOf(code) } : undefined)
      const saidAt = momentOf(cells['LastModifiedDate']) ?? null
      const verified = cells['Last_Verified__c'] || null
      const person: Part = {
        object: 'contact',
        ...(account ? { at: account } : {}),
        change: {
          verb: 'upsert',
          source: { system: 'crm', localId: id },
          isWhole: true,
          match: true,
          // An address that mail came back from is no value, but still tells who is meant.
          ...(cells['EmailBouncedDate'] && email ? { keys: [{ kind: 'email', key: email.trim().toLowerCase() }] } : {}),
          saidAt,
          verifiedOn: verified,
          file,
          row,
          values: filled({
            name: [cells['FirstName'], cells['LastName']].filter(Boolean).join(' '),
            first_name: cells['FirstName'],
            last_name: cells['LastName'],
            email: cells['EmailBouncedDate'] ? undefined : email,
            phone: phone(cells['Phone']),
            mobile_phone: phone(cells['MobilePhone']),
            title: cells['Title'],
            department: cells['Department'],
            reports_to: cells['ReportsToId'] ? { system: 'crm', localId: cells['ReportsToId'] } : undefined,
            email_opt_out: isTicked(cells['HasOptedOutOfEmail'] ?? ''),
            phone_opt_out: isTicked(cells['DoNotCall'] ?? ''),
            bounced_on: cells['EmailBouncedDate']?.slice(0, 10),
            last_verified_on: verified,
          }),
        },
      }
      const role = cells['Role__c'] ?? ''
      const place: Part = {
        object: 'account_contact',
        change: {
          verb: 'upsert',
          source: { system: 'crm', localId: `${id}:${account?.localId}` },
          isWhole: true,
          saidAt,
          file,
          row,
          values: filled({
            account,
            contact: { system: 'crm', localId: id },
            roles: role ? [role] : undefined,
            is_primary: /^main contact$/i.test(role) || undefined,
            is_current: true,
          }),
        },
      }
      return { row, parts: account ? [person, place] : [person] }
    }),
}
