// Customers, subscriptions and invoices as Stripe lists them. Documents are kept whole: ARR is worked out from them.
import { isFreeMail } from '../../../matching/index.ts'
import type { Shape } from '../shape.ts'
import { eachItem, type Item, isItem, isListOf, textAt } from './lists.ts'
import { dayOf, filled, momentOf } from './table.ts'

const objectIs = (kind: string) => (item: Item) => item['object'] === kind

export const billingCustomers: Shape = {
  name: 'billing customers',
  system: 'billing',
  rank: 11,
  isByHand: false,
  recognise: (opened) => isListOf(opened, 'data', objectIs('customer')),
  read: (opened, { file, memory }) =>
    eachItem(opened, (item, row) => {
      const id = textAt(item, 'id')
      const crm = textAt(item, 'metadata', 'salesforce_id')
      const country = textAt(item, 'address', 'country')
      if (country) memory.countryOf.set(`billing ${id}`, country)
      return {
        row,
        parts: [
          {
            object: 'account',
            change: {
              verb: 'upsert',
              source: { system: 'billing', localId: id },
              ...(crm ? { sameAs: [{ system: 'crm', localId: crm }] } : {}),
              isWhole: true,
              match: true,
              keys: mailKeys(textAt(item, 'email')),
              saidAt: momentOf(item['created']) ?? null,
              file,
              row,
              document: item,
              values: filled({
                name: textAt(item, 'name'),
                legal_name: textAt(item, 'name'),
                country,
                city: textAt(item, 'address', 'city'),
              }),
            },
          },
        ],
      }
    }),
}

/** Who is sent the bills is one of the company's people, and the address a hint of who it is, not a claim about its domains. */
const mailKeys = (email: string) => {
  const address = email.trim().toLowerCase()
  const domain = address.split('@')[1]
  if (!domain) return []
  const mail = { kind: 'mail', key: address }
  return isFreeMail(domain) ? [mail] : [mail, { kind: 'domain', key: domain }]
}

export const billingSubscriptions: Shape = {
  name: 'billing subscriptions',
  system: 'billing',
  rank: 31,
  isByHand: false,
  recognise: (opened) => isListOf(opened, 'data', objectIs('subscription')),
  read: (opened, { file }) =>
    eachItem(opened, (item, row) => {
      const prices = itemsOf(item)
      return {
        row,
        parts: [
          {
            object: 'subscription',
            change: {
              verb: 'upsert',
              source: { system: 'billing', localId: textAt(item, 'id') },
              isWhole: true,
              saidAt: momentOf(item['created']) ?? null,
              file,
              row,
              document: item,
              values: filled({
                account: { system: 'billing', localId: textAt(item, 'customer'), of: 'account' },
                name:
                  prices
                    .map((price) =>
                      textAt(price, 'price', 'product')
                        .replace(/^prod_/, '')
                        .replaceAll('-', ' '),
                    )
                    .join(', ') || textAt(item, 'id'),
                status: textAt(item, 'status'),
                started_on: dayOf(item['start_date']),
                trial_ends_on: dayOf(item['trial_end']),
                current_period_ends_on: dayOf(item['current_period_end']),
                canceled_on: dayOf(item['canceled_at']),
                cancels_at_period_end: item['cancel_at_period_end'] === true,
                quantity: prices.length === 1 ? prices[0]?.['quantity'] : undefined,
              }),
            },
          },
        ],
      }
    }),
}

const itemsOf = (item: Item): Item[] => {
  const data = isItem(item['items']) ? item['items']['data'] : []
  return Array.isArray(data) ? data.filter(isItem) : []
}

export const billingInvoices: Shape = {
  name: 'billing invoices',
  system: 'billing',
  rank: 32,
  isByHand: false,
  recognise: (opened) => isListOf(opened, 'data', objectIs('invoice')),
  read: (opened, { file }) =>
    eachItem(opened, (item, row) => {
      const money = (key: string) =>
        typeof item[key] === 'number'
          ? { amount: item[key], currency: textAt(item, 'currency').toUpperCase() }
          : undefined
      const paidAt = isItem(item['status_transitions']) ? item['status_transitions']['paid_at'] : null
      return {
        row,
        parts: [
          {
            object: 'invoice',
            change: {
              verb: 'upsert',
              source: { system: 'billing', localId: textAt(item, 'id') },
              isWhole: true,
              saidAt: momentOf(paidAt ?? item['created']) ?? null,
              file,
              row,
              document: item,
              values: filled({
                account: { system: 'billing', localId: textAt(item, 'customer'), of: 'account' },
                subscription: textAt(item, 'subscription')
                  ? { system: 'billing', localId: textAt(item, 'subscription') }
                  : undefined,
                number: textAt(item, 'number'),
                status: textAt(item, 'status'),
                issued_on: dayOf(item['created']),
                due_on: dayOf(item['due_date']),
                paid_on: dayOf(paidAt),
                total: money('total'),
                tax: money('tax'),
                paid: money('amount_paid'),
                outstanding: money('amount_remaining'),
              }),
            },
          },
        ],
      }
    }),
}
