// What was agreed, what is billed, what may come.
import type { Row } from '../api/answers.ts'
import { Details, Entry, ListSection } from '../record/section.tsx'
import { useTold } from '../record/told.tsx'
import { useLanguage } from '../words/language.tsx'

export function Contracts({ contracts }: { contracts: readonly Row[] }) {
  const { t } = useLanguage()
  const told = useTold('contract')
  return (
    <ListSection title={t('account.contracts')} items={contracts} empty={t('account.noContracts')}>
      {(contract) => (
        <Entry name={told(contract, 'name') ?? told(contract, 'number')} figure={told(contract, 'arr') ?? undefined}>
          <Details of={[told(contract, 'status'), span(told(contract, 'starts_on'), told(contract, 'ends_on'))]} />
        </Entry>
      )}
    </ListSection>
  )
}

export function Subscriptions({ subscriptions }: { subscriptions: readonly Row[] }) {
  const { t } = useLanguage()
  const told = useTold('subscription')
  return (
    <ListSection title={t('account.subscriptions')} items={subscriptions} empty={t('account.noSubscriptions')}>
      {(subscription) => {
        const quantity = told(subscription, 'quantity')
        const price = told(subscription, 'unit_price')
        return (
          <Entry name={told(subscription, 'name')} figure={told(subscription, 'arr') ?? undefined}>
            <Details
              of={[
                told(subscription, 'status'),
                quantity && price ? `${quantity} × ${price}` : quantity,
                told(subscription, 'current_period_ends_on'),
              ]}
            />
          </Entry>
        )
      }}
    </ListSection>
  )
}

export function Opportunities({ opportunities }: { opportunities: readonly Row[] }) {
  const { t } = useLanguage()
  const told = useTold('opportunity')
  return (
    <ListSection title={t('account.opportunities')} items={opportunities} empty={t('account.noOpportunities')}>
      {(opportunity) => (
        <Entry name={told(opportunity, 'name')} figure={told(opportunity, 'amount') ?? undefined}>
          <Details of={['kind', 'stage', 'probability', 'closes_on'].map((name) => told(opportunity, name))} />
        </Entry>
      )}
    </ListSection>
  )
}

export function Invoices({ invoices }: { invoices: readonly Row[] }) {
  const { t } = useLanguage()
  const told = useTold('invoice')
  return (
    <ListSection title={t('account.invoices')} items={invoices} empty={t('account.noInvoices')}>
      {(invoice) => (
        <Entry name={told(invoice, 'number')} figure={told(invoice, 'total') ?? undefined}>
          <Details of={[told(invoice, 'status'), told(invoice, 'issued_on')]} />
        </Entry>
      )}
    </ListSection>
  )
}

const span = (from: string | null, to: string | null): string | null => (from && to ? `${from} – ${to}` : (from ?? to))
