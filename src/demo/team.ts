// The vendor's own people: Tideline, a maker of workflow software, as seen from the inside.
import type { Change } from '../records/index.ts'
import type { Country, Region } from './places.ts'

export type DemoRole =
  | 'csm'
  | 'junior_csm'
  | 'cs_leader'
  | 'support'
  | 'sales'
  | 'finance'
  | 'product'
  | 'executive'
  | 'cs_operations'
  | 'admin'

export type DemoPerson = { name: string; email: string; role: DemoRole }

type Colleague = DemoPerson & {
  title: string
  team: string
  manager?: string
  language: string
  timezone: string
  regions?: readonly Region[]
}

const mail = (login: string): string => `${login}@holdfast.example`

// biome-ignore format: a colleague is a row
const colleagues: readonly Colleague[] = [
  { name: 'Helen Osborne', email: mail('helen.osborne'), role: 'executive', title: 'Chief Customer Officer', team: 'customer-success', language: 'en', timezone: 'America/New_York' },
  { name: 'Marta Iglesias Peña', email: mail('marta.iglesias'), role: 'cs_leader', title: 'VP Customer Success, Americas & EMEA', team: 'customer-success', manager: 'helen.osborne', language: 'es', timezone: 'Europe/Madrid' },
  { name: 'Farah binti Hashim', email: mail('farah.hashim'), role: 'cs_leader', title: 'Head of Customer Success, APAC', team: 'cs-apac', manager: 'helen.osborne', language: 'ms', timezone: 'Asia/Kuala_Lumpur' },
  { name: 'Daniel Whitaker', email: mail('daniel.whitaker'), role: 'csm', title: 'Senior CSM', team: 'cs-north', manager: 'marta.iglesias', language: 'en', timezone: 'America/Chicago', regions: ['north_america'] },
  { name: 'Priya Nair', email: mail('priya.nair'), role: 'csm', title: 'CSM', team: 'cs-north', manager: 'marta.iglesias', language: 'en', timezone: 'Europe/London', regions: ['north_america', 'emea'] },
  { name: 'Ximena Robles Luna', email: mail('ximena.robles'), role: 'csm', title: 'Senior CSM', team: 'cs-latam', manager: 'marta.iglesias', language: 'es', timezone: 'America/Mexico_City', regions: ['latin_america', 'emea'] },
  { name: 'Thiago Moura Teixeira', email: mail('thiago.moura'), role: 'csm', title: 'CSM', team: 'cs-latam', manager: 'marta.iglesias', language: 'pt-BR', timezone: 'America/Sao_Paulo', regions: ['latin_america', 'emea'] },
  { name: 'Nur Aisyah binti Ramli', email: mail('nur.aisyah'), role: 'csm', title: 'CSM', team: 'cs-apac', manager: 'farah.hashim', language: 'ms', timezone: 'Asia/Kuala_Lumpur', regions: ['asia_pacific'] },
  { name: 'Jonas Lindner', email: mail('jonas.lindner'), role: 'junior_csm', title: 'Associate CSM', team: 'cs-north', manager: 'daniel.whitaker', language: 'en', timezone: 'Europe/Berlin', regions: ['emea', 'north_america'] },
  { name: 'Catalina Mejía Duarte', email: mail('catalina.mejia'), role: 'junior_csm', title: 'Associate CSM', team: 'cs-latam', manager: 'ximena.robles', language: 'es', timezone: 'America/Bogota', regions: ['latin_america'] },
  { name: 'Graham Foster', email: mail('graham.foster'), role: 'support', title: 'Support lead', team: 'support', language: 'en', timezone: 'Europe/London' },
  { name: 'Tan Wei Ling', email: mail('weiling.tan'), role: 'support', title: 'Support engineer', team: 'support', manager: 'graham.foster', language: 'en', timezone: 'Asia/Singapore' },
  { name: 'Renata Siqueira Lopes', email: mail('renata.siqueira'), role: 'support', title: 'Support engineer', team: 'support', manager: 'graham.foster', language: 'pt-BR', timezone: 'America/Sao_Paulo' },
  { name: 'Luke Mercer', email: mail('luke.mercer'), role: 'sales', title: 'Account executive', team: 'sales', language: 'en', timezone: 'America/New_York', regions: ['north_america', 'emea', 'asia_pacific'] },
  { name: 'Rodrigo Campos Uribe', email: mail('rodrigo.campos'), role: 'sales', title: 'Account executive', team: 'sales', language: 'es', timezone: 'America/Mexico_City', regions: ['latin_america', 'emea'] },
  { name: 'Sandhya Iyer', email: mail('sandhya.iyer'), role: 'finance', title: 'Revenue controller', team: 'finance', language: 'en', timezone: 'Europe/London' },
  { name: 'Tom Bradley', email: mail('tom.bradley'), role: 'product', title: 'Product manager', team: 'product', language: 'en', timezone: 'America/Los_Angeles' },
  { name: 'Claire Dixon', email: mail('claire.dixon'), role: 'cs_operations', title: 'CS operations manager', team: 'cs-operations', language: 'en', timezone: 'Europe/London' },
  { name: 'Wong Jun Jie', email: mail('junjie.wong'), role: 'admin', title: 'Systems administrator', team: 'cs-operations', language: 'en', timezone: 'Asia/Kuala_Lumpur' },
]

/** Left four months ago; some customers are still in her name, which is one of the things the demo shows. */
export const leaver = { name: 'Beth Sawyer', email: mail('beth.sawyer'), title: 'CSM', team: 'cs-north' }

/** Those who may sign in to the demo. */
export const demoPeople: readonly DemoPerson[] = colleagues.map(({ name, email, role }) => ({ name, email, role }))

const teams = [
  { id: 'customer-success', name: 'Customer Success', function: 'customer-success', lead: 'marta.iglesias' },
  {
    id: 'cs-north',
    name: 'CS North America & EMEA',
    function: 'customer-success',
    lead: 'daniel.whitaker',
    parent: 'customer-success',
  },
  {
    id: 'cs-latam',
    name: 'CS LatAm e Iberia',
    function: 'customer-success',
    lead: 'ximena.robles',
    parent: 'customer-success',
  },
  { id: 'cs-apac', name: 'CS APAC', function: 'customer-success', lead: 'farah.hashim', parent: 'customer-success' },
  { id: 'support', name: 'Support', function: 'support', lead: 'graham.foster' },
  { id: 'sales', name: 'Sales', function: 'sales-operations', lead: 'luke.mercer' },
  { id: 'finance', name: 'Finance', function: 'finance', lead: 'sandhya.iyer' },
  { id: 'product', name: 'Product', function: 'product', lead: 'tom.bradley' },
  { id: 'cs-operations', name: 'CS Operations', function: 'cs-operations', lead: 'claire.dixon' },
]

const holdfast = (localId: string) => ({ system: 'holdfast' as const, localId })

/** Users before teams, for a team names its lead; a user's team arrives after, and is filled in then. */
export function userChanges(): Change[] {
  const working = colleagues.map(
    ({ name, email, title, team, manager, language, timezone }): Change => ({
      verb: 'upsert',
      source: holdfast(email),
      values: {
        name,
        email,
        job_title: title,
        team: holdfast(team),
        ...(manager ? { manager: holdfast(mail(manager)) } : {}),
        language,
        timezone,
        is_active: true,
      },
    }),
  )
  const { name, email, title, team } = leaver
  const left = { name, email, job_title: title, team: holdfast(team), language: 'en', is_active: false }
  return [...working, { verb: 'upsert', source: holdfast(email), values: left }]
}

export const teamChanges = (): Change[] =>
  teams.map(({ id, name, lead, parent, ...team }) => ({
    verb: 'upsert',
    source: holdfast(id),
    values: {
      name,
      function: team.function,
      lead: holdfast(mail(lead)),
      ...(parent ? { parent: holdfast(parent) } : {}),
    },
  }))

/** Whoever of a role serves that region and best speaks the language; all of the role where nobody serves it. */
export function serving({ region, language }: Country, ...roles: DemoRole[]): [string, ...string[]] {
  const all = colleagues.filter(({ role }) => roles.includes(role))
  const near = all.filter(({ regions }) => regions?.includes(region))
  const speaking = near.filter((colleague) => colleague.language.startsWith(language))
  const best = [speaking, near, all].find((some) => some.length > 0) ?? []
  const [first, ...rest] = best.map(({ email }) => email)
  if (!first) throw new Error(`Nobody in the demo team has the role ${roles.join(' or ')}. Add a colleague who has.`)
  return [first, ...rest]
}

export const nameOf = (email: string): string =>
  [...colleagues, leaver].find((one) => one.email === email)?.name ?? email
