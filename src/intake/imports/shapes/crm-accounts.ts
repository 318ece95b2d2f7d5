import type { Shape } from '../shape.ts'
import { colleague, colleaguePart } from './colleague.ts'
import { country } from './places.ts'
import { eachRow, filled, hasColumns, hostOf, momentOf, moneyOf } from './table.ts'

/** Accounts as Salesforce exports them. */
export const crmAccounts: Shape = {
  name: 'crm accounts',
  system: 'crm',
  rank: 10,
  isByHand: false,
  recognise: (opened) => hasColumns(opened, 'Id', 'Name', 'ParentId', 'Website'),
  read: (opened, { file, memory }) =>
    eachRow(opened, (cells, row) => {
      const id = cells['Id'] ?? ''
      const key = { system: 'crm' as const, localId: id }
      const code = country(cells['BillingCountry'] ?? '') ?? country('', cells['Website'])
      if (code) memory.countryOf.set(`crm ${id}`, code)
      const saidAt = momentOf(cells['LastModifiedDate']) ?? null
      const owner = cells['OwnerEmail'] ?? ''
      const arr = moneyOf(cells['ARR__c'] ?? '', cells['CurrencyIsoCode'] ?? '')
      const term = { contract_start: cells['Contract_Start__c'], renewal_date: cells['Renewal_Date__c'] }
      const contract = filled({ starts_on: term.contract_start, renewal_date: term.renewal_date, arr })
      return {
        row,
        parts: [
          {
            object: 'account',
            change: {
              verb: 'upsert',
              source: key,
              isWhole: true,
              match: true,
              saidAt,
              file,
              row,
              values: filled({
                ...term,
                name: cells['Name'],
                parent: cells['ParentId'] ? { system: 'crm', localId: cells['ParentId'] } : undefined,
                industry: cells['Industry'],
                employees: cells['NumberOfEmployees'],
                annual_revenue: moneyOf(cells['AnnualRevenue'] ?? '', cells['CurrencyIsoCode'] ?? ''),
                city: cells['BillingCity'],
                country: cells['BillingCountry'],
                website: cells['Website'],
                domains: hostOf(cells['Website'] ?? ''),
                phone: cells['Phone'] ? { number: cells['Phone'], country: code } : undefined,
                owner: colleague(owner),
                type: cells['Type'],
                arr,
              }),
            },
          },
          ...(owner ? [colleaguePart(owner)] : []),
          ...(Object.keys(contract).length
            ? [
                {
                  object: 'contract',
                  change: {
                    verb: 'upsert' as const,
                    source: { system: 'crm' as const, localId: `contract:${id}` },
                    isWhole: true,
                    saidAt,
                    file,
                    row,
                    values: { ...contract, account: key, name: `${cells['Name']} – contract` },
                  },
                },
              ]
            : []),
        ],
      }
    }),
}
