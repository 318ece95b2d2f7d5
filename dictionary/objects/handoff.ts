import { defineObject, field } from '../define.ts'
import { words } from '../words.ts'
import { handoffContent } from './handoff-content.ts'
import { handoffDeal } from './handoff-deal.ts'
import { handoffPeople } from './handoff-people.ts'
import { completeBeforeSubmission } from './handoff-rules.ts'
import { handoffSteps } from './handoff-steps.ts'

/** What sales knows of a new customer, handed to the CSM: one for each deal. Accepting it makes the account's records. */
export const handoff = defineObject({
  name: 'handoff',
  plural: 'handoffs',
  label: words('Handoff', 'Traspaso', 'Passagem de bastão', 'Serah tugas'),
  labelPlural: words('Handoffs', 'Traspasos', 'Passagens de bastão', 'Serahan tugas'),
  describe: 'What sales knows of a customer when the deal is won, accepted or returned by customer success.',
  owner: 'customer-success',
  retention: {
    keep: '7y',
    then: 'anonymise',
    because: 'What was promised before the sale may matter as long as the contract; later only how good handoffs were.',
  },
  title: 'customer',
  partOf: 'account',
  subject: 'contact',
  rules: completeBeforeSubmission,
  fields: {
    customer: field.text({
      label: words('Customer', 'Cliente', 'Cliente', 'Pelanggan'),
      describe: 'The company that has bought, as its account is or will be called.',
      required: true,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
      also: ['Company', 'Account name', 'Empresa', 'Syarikat'],
    }),
    account: field.reference({
      to: 'account',
      as: 'handoffs',
      label: words('Account', 'Cuenta', 'Conta', 'Akaun'),
      describe: 'The account it is about; empty for a customer of whom there is none before the handoff is accepted.',
      required: false,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
      also: ['AccountId', 'account id'],
    }),
    opportunity: field.reference({
      to: 'opportunity',
      as: 'handoffs',
      label: words('Deal', 'Oportunidad', 'Oportunidade', 'Peluang'),
      describe: 'The deal that was won; empty where deals are kept elsewhere.',
      required: false,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
      also: ['OpportunityId', 'Opportunity', 'Negocio', 'Negócio'],
    }),
    ...handoffDeal,
    ...handoffPeople,
    ...handoffContent,
    ...handoffSteps,
  },
})
