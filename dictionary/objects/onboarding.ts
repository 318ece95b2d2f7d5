import { defineObject, field } from '../define.ts'
import { words } from '../words.ts'
import { accountReference } from './account-reference.ts'

/** The time from a signed contract to a customer who is set up: what has to be known and done, and how far it is. */
export const onboarding = defineObject({
  name: 'onboarding',
  plural: 'onboardings',
  label: words('Onboarding', 'Incorporación', 'Integração', 'Orientasi'),
  labelPlural: words('Onboardings', 'Incorporaciones', 'Integrações', 'Orientasi'),
  describe: words(
    'A customer being set up, with the checklist of what has to be known and done.',
    'Un cliente que se está incorporando, con la lista de lo que hay que saber y hacer.',
    'Um cliente em integração, com a lista do que precisa ser sabido e feito.',
    'Pelanggan yang sedang disediakan, dengan senarai semak perkara yang perlu diketahui dan dibuat.',
  ),
  owner: 'customer-success',
  retention: {
    keep: '5y',
    then: 'archive',
    because: 'How long it takes to set a customer up is compared over years.',
  },
  title: 'name',
  partOf: 'account',
  fields: {
    account: accountReference(
      'onboardings',
      words(
        'The customer being set up.',
        'El cliente que se está incorporando.',
        'O cliente em integração.',
        'Pelanggan yang sedang disediakan.',
      ),
    ),
    name: field.text({
      label: words('Name', 'Nombre', 'Nome', 'Nama'),
      describe: words(
        'What the onboarding is called: the customer, and what is new where it is not their first.',
        'Cómo se llama la incorporación: el cliente, y qué es lo nuevo cuando no es la primera.',
        'Como a integração se chama: o cliente, e o que há de novo quando não é a primeira.',
        'Nama orientasi itu: pelanggan, dan apa yang baharu jika bukan yang pertama.',
      ),
      required: 'expected',
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    owner: field.reference({
      to: 'user',
      as: 'onboardings',
      label: words('Owner', 'Responsable', 'Responsável', 'Pemilik'),
      describe: words(
        'The one colleague who sees it through.',
        'El único colega que la lleva hasta el final.',
        'O único colega que a leva até o fim.',
        'Satu-satunya rakan sekerja yang membawanya hingga selesai.',
      ),
      required: 'expected',
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
      also: ['Onboarding manager', 'CSM'],
    }),
    begun_on: field.date({
      label: words('Begun on', 'Iniciada el', 'Iniciada em', 'Dimulakan pada'),
      describe: words(
        'The day it began: the acceptance of the handoff, or the day somebody began it by hand.',
        'El día en que empezó: la aceptación del traspaso, o el día en que alguien la empezó a mano.',
        'O dia em que começou: a aceitação da passagem, ou o dia em que alguém a começou à mão.',
        'Hari ia bermula: penerimaan serah tugas, atau hari seseorang memulakannya dengan tangan.',
      ),
      required: true,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
      also: ['Start', 'Inicio', 'Início', 'Mula'],
    }),
    due_on: field.date({
      label: words('Due date', 'Fecha límite', 'Prazo', 'Tarikh akhir'),
      describe: words(
        'The day by which the customer should be set up.',
        'El día en que el cliente debería estar incorporado.',
        'O dia até o qual o cliente deve estar integrado.',
        'Hari sebelum mana pelanggan sepatutnya siap disediakan.',
      ),
      required: false,
      sensitivity: 'general',
      source: 'hand',
      freshFor: null,
    }),
    completed_on: field.date({
      label: words('Completed on', 'Completada el', 'Concluída em', 'Siap pada'),
      describe: words(
        'The day on which the last item of the checklist was done; empty until then.',
        'El día en que se hizo lo último de la lista; vacío hasta entonces.',
        'O dia em que o último item da lista foi feito; vazio até lá.',
        'Hari perkara terakhir dalam senarai semak dibuat; kosong sehingga itu.',
      ),
      required: false,
      sensitivity: 'general',
      source: 'holdfast',
      freshFor: null,
      serverOwned: true,
    }),
  },
})
