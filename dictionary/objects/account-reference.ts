import { field } from '../define.ts'
import { type Words, words } from '../words.ts'

/** The account a record belongs to. `as` is what the account calls such records, `describe` what belonging means for them. */
export const accountReference = (as: string, describe: Words) =>
  field.reference({
    label: words('Account', 'Cuenta', 'Conta', 'Akaun'),
    describe,
    required: true,
    sensitivity: 'general',
    source: 'crm',
    freshFor: null,
    to: 'account',
    as,
    also: [
      'AccountId',
      'Account ID',
      'Account Name',
      'Company',
      'Customer',
      'Customer ID',
      'Client',
      'Organization',
      'Organization ID',
      'Empresa',
      'Cliente',
      'Razón social',
      'Compañía',
      'Razão social',
      'Nome da conta',
      'Syarikat',
      'Nama syarikat',
      'Pelanggan',
      'Nama akaun',
    ],
  })
