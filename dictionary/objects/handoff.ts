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
  describe: words(
    'What sales knows of a customer when the deal is won, accepted or returned by customer success.',
    'Lo que ventas sabe de un cliente cuando se gana el negocio, aceptado o devuelto por éxito del cliente.',
    'O que vendas sabe de um cliente quando o negócio é ganho, aceito ou devolvido pelo sucesso do cliente.',
    'Apa yang jualan tahu tentang pelanggan apabila urus niaga dimenangi, diterima atau dipulangkan oleh kejayaan pelanggan.',
  ),
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
      describe: words(
        'The company that has bought, as its account is or will be called.',
        'La empresa que ha comprado, como se llama o se llamará su cuenta.',
        'A empresa que comprou, como sua conta se chama ou vai se chamar.',
        'Syarikat yang membeli, seperti nama akaunnya kini atau kelak.',
      ),
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
      describe: words(
        'The account it is about; empty for a customer of whom there is none before the handoff is accepted.',
        'La cuenta de la que trata; vacío para un cliente que no la tiene antes de que se acepte el traspaso.',
        'A conta de que trata; vazio para um cliente que não tem conta antes de a passagem ser aceita.',
        'Akaun yang berkenaan; kosong bagi pelanggan yang belum ada akaun sebelum serah tugas diterima.',
      ),
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
      describe: words(
        'The deal that was won; empty where deals are kept elsewhere.',
        'El negocio que se ganó; vacío cuando los negocios se llevan en otro sitio.',
        'O negócio que foi ganho; vazio quando os negócios ficam em outro lugar.',
        'Urus niaga yang dimenangi; kosong jika urus niaga disimpan di tempat lain.',
      ),
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
