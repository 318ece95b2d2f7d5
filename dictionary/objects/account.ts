import { defineObject } from '../define.ts'
import { words } from '../words.ts'
import { commercial } from './account-commercial.ts'
import { identity } from './account-identity.ts'
import { journey } from './account-journey.ts'
import { standing } from './account-standing.ts'
import { arrNotNegative, inOrder } from './commercial-rules.ts'

/** A company, or a part of one that is sold to by itself. */
export const account = defineObject({
  name: 'account',
  plural: 'accounts',
  label: words('Account', 'Cuenta', 'Conta', 'Akaun'),
  labelPlural: words('Accounts', 'Cuentas', 'Contas', 'Akaun'),
  describe: words(
    'A company, or a part of one that is sold to by itself: one legal entity or one branch.',
    'Una empresa, o una parte de ella a la que se vende por separado: una persona jurídica o una sucursal.',
    'Uma empresa, ou uma parte dela para a qual se vende separadamente: uma pessoa jurídica ou uma filial.',
    'Sebuah syarikat, atau sebahagian daripadanya yang dijual secara berasingan: satu entiti undang-undang atau satu cawangan.',
  ),
  owner: 'customer-success',
  retention: {
    keep: '7y',
    then: 'archive',
    because:
      'Contracts can be disputed for years after they end, and churn is only understood beside those who stayed; an archived account stays readable.',
  },
  title: 'name',
  rules: [
    arrNotNegative,
    inOrder({
      code: 'renewal_before_start',
      earlier: 'contract_start',
      later: 'renewal_date',
      say: words(
        'The renewal date is before the contract start. Check both in the contract.',
        'La fecha de renovación es anterior al inicio del contrato. Compruebe ambas en el contrato.',
        'A data de renovação é anterior ao início do contrato. Verifique as duas no contrato.',
        'Tarikh pembaharuan lebih awal daripada mula kontrak. Semak kedua-duanya dalam kontrak.',
      ),
    }),
  ],
  fields: { ...identity, ...standing, ...commercial, ...journey },
})
