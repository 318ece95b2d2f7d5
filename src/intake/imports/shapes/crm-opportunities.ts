import type { Shape } from '../shape.ts'
import { colleague, colleaguePart } from './colleague.ts'
import { eachRow, filled, hasColumns, momentOf, moneyOf } from './table.ts'

export const crmOpportunities: Shape = {
  name: 'crm opportunities',
  system: 'crm',
  rank: 30,
  isByHand: false,
  recognise: (opened) => hasColumns(opened, 'Id', 'AccountId', 'StageName', 'CloseDate'),
  read: (opened, { file }) =>
    eachRow(opened, (cells, row) => ({
      row,
      parts: [
        {
          object: 'opportunity',
          change: {
            verb: 'upsert',
            source: { system: 'crm', localId: cells['Id'] ?? '' },
            isWhole: true,
            saidAt: momentOf(cells['LastModifiedDate']) ?? null,
            file,
            row,
            values: filled({
              account: cells['AccountId'] ? { system: 'crm', localId: cells['AccountId'] } : undefined,
              name: cells['Name'],
              stage: cells['StageName'],
              amount: moneyOf(cells['Amount'] ?? '', cells['CurrencyIsoCode'] ?? ''),
              probability: cells['Probability'],
              closes_on: cells['CloseDate'],
              kind: cells['Type'],
              owner: colleague(cells['OwnerEmail']),
            }),
          },
        },
        ...(cells['OwnerEmail'] ? [colleaguePart(cells['OwnerEmail'])] : []),
      ],
    })),
}
