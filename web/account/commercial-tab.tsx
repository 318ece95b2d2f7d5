// What was agreed, what is billed, what may come.
import type { AccountRecord } from '../api/answers.ts'
import { Contracts, Invoices, Opportunities, Subscriptions } from './money.tsx'

export default function CommercialTab({ account }: { account: AccountRecord }) {
  return (
    <>
      {account.contracts && <Contracts contracts={account.contracts} />}
      {account.subscriptions && <Subscriptions subscriptions={account.subscriptions} />}
      {account.opportunities && <Opportunities opportunities={account.opportunities} />}
      {account.invoices && <Invoices invoices={account.invoices} />}
    </>
  )
}
