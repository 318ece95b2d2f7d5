import { defineObject, field } from '../define.ts'
import { words } from '../words.ts'
import { accountReference } from './account-reference.ts'

/** The time from a signed contract to a customer who is set up: what has to be known and done, and how far it is. */
export const onboarding = defineObject({
  name: 'onboarding',
  plural: 'onboardings',
  label: words('Onboarding', 'Incorporación', 'Integração', 'Orientasi'),
  labelPlural: words('Onboardings', 'Incorporaciones', 'Integrações', 'Orientasi'),
  describe: 'A customer being set up, with the checklist of what has to be known and done.',
  owner: 'customer-success',
  retention: {
    keep: '5y',
    then: 'archive',
    because: 'How long it takes to set a customer up is compared over years.',
  },
  title: 'name',
  partOf: 'account',
  fields: {
    account: accountReference('onboardings', 'The customer being set up.'),
    name: field.text({
      label: words('Name', 'Nombre', 'Nome', 'Nama'),
      describe: 'What the onboarding is called: the customer, and what is new where it is not their first.',
      required: 'expected',
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    owner: field.reference({
      to: 'user',
      as: 'onboardings',
      label: words('Owner', 'Responsable', 'Responsável', 'Pemilik'),
      describe: 'The one colleague who sees it through.',
      required: 'expected',
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
      also: ['Onboarding manager', 'CSM'],
    }),
    begun_on: field.date({
      label: words('Begun on', 'Iniciada el', 'Iniciada em', 'Dimulakan pada'),
      describe: 'The day it began: the acceptance of the handoff, or the day somebody began it by hand.',
      required: true,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
      also: ['Start', 'Inicio', 'Início', 'Mula'],
    }),
    due_on: field.date({
      label: words('Due date', 'Fecha límite', 'Prazo', 'Tarikh akhir'),
      describe: 'The day by which the customer should be set up.',
      required: false,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    completed_on: field.date({
      label: words('Completed on', 'Completada el', 'Concluída em', 'Siap pada'),
      describe: 'The day on which the last item of the checklist was done; empty until then.',
      required: false,
      sensitivity: 'general',
      source: 'holdfast',
      freshFor: null,
      serverOwned: true,
    }),
  },
})
