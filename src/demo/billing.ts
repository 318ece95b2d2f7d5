// Contracts as the CRM has them; subscriptions, invoices and payments as billing has them.
import { accountRef, isLate, reference, said } from './accounts.ts'
import { monthsAfter } from './calendar.ts'
import type { Customer, Said } from './customer.ts'
import type { Random } from './random.ts'
import { money, products, type Revenue } from './revenue.ts'

export const productChanges = () =>
  products.map(({ code, name, family, kind, say }) =>
    said('product', 'billing', code, '2020-01-01T00:00:00.000Z', {
      name,
      code,
      family,
      kind,
      is_active: true,
      description: say,
    }),
  )

export function* contractsOf(customer: Customer, { terms, arr, currency, discount }: Revenue): Generator<Said> {
  const { company, story, calendar, renewalDate } = customer
  const hasLeft = story.endedAgo !== null
  for (const [at, term] of terms.entries()) {
    const isLast = at === terms.length - 1
    const [from, until] = [term.startsOn.slice(0, 4), term.renewsOn.slice(0, 4)]
    const grown = Math.round(arr * 0.9 ** (terms.length - 1 - at))
    yield said('contract', 'crm', `${company.id}/${at + 1}`, `${term.startsOn}T09:00:00.000Z`, {
      account: accountRef(customer),
      name: from === until ? `Tideline ${from}` : `Tideline ${from}–${until}`,
      number: `TL-${company.id.slice(2)}-${from}-${at + 1}`,
      status: isLast ? (hasLeft ? 'expired' : term.startsOn > calendar.today ? 'signed' : 'active') : 'superseded',
      starts_on: term.startsOn,
      ...(isLast && renewalDate === null && !hasLeft ? {} : { renewal_date: term.renewsOn, ends_on: term.endsOn }),
      term_months: story.termMonths,
      auto_renews: story.termMonths === 12,
      arr: money(grown, currency),
      ...(discount > 0 ? { discount } : {}),
      ...(at > 0 ? { amends: reference('crm', `${company.id}/${at}`) } : {}),
    })
  }
}

export function* subscriptionsOf(customer: Customer, { lines, currency, terms }: Revenue): Generator<Said> {
  const { story, billingId, calendar, renewalDate } = customer
  const { endedAgo } = story
  const status = endedAgo !== null ? 'canceled' : isLate(customer) ? 'past_due' : 'active'
  for (const { code, quantity, unitPrice, arr } of lines) {
    yield said('subscription', 'billing', `sub_${billingId.slice(4)}_${code}`, calendar.moment(1, 2, 30), {
      account: reference('billing', billingId),
      product: reference('billing', code),
      name: products.find((product) => product.code === code)?.name ?? code,
      status,
      ...(terms[0] ? { started_on: terms[0].startsOn } : {}),
      ...(endedAgo === null
        ? renewalDate
          ? { current_period_ends_on: renewalDate }
          : {}
        : { canceled_on: calendar.day(endedAgo + 30) }),
      cancels_at_period_end: endedAgo === null && story.strain(0) > 0.82,
      quantity,
      unit_price: money(unitPrice, currency),
      arr: money(endedAgo === null ? arr : 0, currency),
    })
  }
}

const taxOf: Record<string, number> = { EUR: 0.21, BRL: 0.05, MXN: 0.16, MYR: 0.08 }
const termsOfPayment = 30

/** A year of invoices, each with what was paid on it; the last of those who pay late are still open. */
export function* invoicesOf(customer: Customer, revenue: Revenue): Generator<Said> {
  const { calendar, story, billingId, company } = customer
  const random = customer.chance('invoices')
  const began = revenue.terms[0]?.startsOn ?? calendar.today
  const last = calendar.day(story.endedAgo ?? 1)
  const isRecent = (period: number) => calendar.ago(monthsAfter(began, period * revenue.every)) <= 366
  let period = 0
  while (!isRecent(period)) period++
  for (; ; period++) {
    const issuedOn = monthsAfter(began, period * revenue.every)
    if (issuedOn > last) return
    const net = Math.round((revenue.arr * revenue.every) / 12)
    const tax = Math.round(net * (taxOf[revenue.currency] ?? 0))
    const number = `INV-${issuedOn.slice(0, 4)}-${company.id.slice(2)}${String(period + 1).padStart(2, '0')}`
    yield* invoice({ customer, random, number, issuedOn, total: net + tax, tax, currency: revenue.currency, billingId })
  }
}

type Issued = {
  customer: Customer
  random: Random
  number: string
  issuedOn: string
  total: number
  tax: number
  currency: string
  billingId: string
}

function* invoice({ customer, random, number, issuedOn, total, tax, currency, billingId }: Issued): Generator<Said> {
  const { calendar, story } = customer
  const issuedAgo = calendar.ago(issuedOn)
  const lateBy = Math.round(random.around(-6 + 45 * story.strain(issuedAgo), 6)) + (isLate(customer) ? 35 : 0)
  const paidAgo = issuedAgo - Math.max(1, termsOfPayment + lateBy)
  const isPaid = paidAgo >= 1
  yield said('invoice', 'billing', number, calendar.moment(isPaid ? paidAgo : 1, 2, 30), {
    account: reference('billing', billingId),
    number,
    status: isPaid ? 'paid' : 'open',
    issued_on: issuedOn,
    due_on: calendar.day(issuedAgo - termsOfPayment),
    ...(isPaid ? { paid_on: calendar.day(paidAgo) } : {}),
    total: money(total, currency),
    tax: money(tax, currency),
    paid: money(isPaid ? total : 0, currency),
    outstanding: money(isPaid ? 0 : total, currency),
  })
  const method = random.pick(['bank_transfer', 'bank_transfer', 'card', 'direct_debit'])
  const payment = (suffix: string, daysAgo: number, status: string) =>
    said('payment', 'billing', `pay_${number}${suffix}`, calendar.moment(daysAgo, 2, 30), {
      account: reference('billing', billingId),
      invoice: reference('billing', number),
      reference: `${number}${suffix}`,
      amount: money(total, currency),
      paid_on: calendar.day(daysAgo),
      status,
      method,
    })
  if (lateBy > 5 && method !== 'bank_transfer' && issuedAgo > termsOfPayment)
    yield payment('-a', issuedAgo - termsOfPayment, 'failed')
  if (isPaid) yield payment('', paidAgo, 'succeeded')
}
