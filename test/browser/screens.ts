// Every screen there is, from the router's own table: a page that is added there and not here fails the test that walks them.
import type { Page } from 'playwright-core'
import { loaded } from '../../scripts/browser.ts'
import { parseQuestion } from '../../src/records/index.ts'
import type { Stage } from './stage.ts'

export const csm = 'Ximena Robles Luna'
export const leader = 'Marta Iglesias Peña'
export const executive = 'Helen Osborne'

export type Screen = {
  as: string
  address: string
  /** Further screens of the page: those its own bars of links lead to. */
  hasParts?: true
}

/** Addresses by the path of the route; `$id` is filled with something that is there. `page`: the leader's, who brings in what is missing. */
export async function screensOf(stage: Stage, page: Page): Promise<Readonly<Record<string, readonly Screen[]>>> {
  const ids = await idsIn(stage, page)
  const both = (address: string): Screen[] => [csm, leader].map((as) => ({ as, address }))
  const as = (who: string, ...addresses: string[]): Screen[] => addresses.map((address) => ({ as: who, address }))
  return {
    '/': [...both('/'), ...as(executive, '/')],
    '/accounts': [
      ...as(csm, '/accounts?order=-arr'),
      ...as(leader, '/accounts?group=tier', '/accounts?search=nobody-is-called-so', '/accounts?where=tier+is+nothing'),
      ...as(executive, '/accounts'),
    ],
    '/accounts/$id': [{ as: csm, address: `/accounts/${ids.account}`, hasParts: true }, ...as(csm, '/accounts/nobody')],
    '/contacts': as(csm, '/contacts'),
    '/contacts/$id': [{ as: csm, address: `/contacts/${ids.contact}`, hasParts: true }],
    '/lists/$object': as(csm, '/lists/ticket', '/lists/nothing'),
    '/duplicates': as(leader, '/duplicates', '/duplicates?object=contact'),
    '/handoffs': both('/handoffs'),
    '/handoffs/$id': as(leader, `/handoffs/${ids.handoff}`),
    '/imports': both('/imports'),
    '/imports/$id': as(leader, `/imports/${ids.import}?step=mapping`, '/imports/targets'),
    '/tasks': as(csm, '/tasks', '/tasks?whose=all'),
    '/dictionary': as(csm, '/dictionary', '/dictionary?object=account', '/dictionary?view=proposals'),
  }
}

async function idsIn({ served, operator }: Stage, page: Page) {
  const first = async (question: string): Promise<string> => {
    const { data } = await served.holdfast.records.ask(operator, parseQuestion(question))
    const [row] = JSON.parse(data) as { id: string }[] // every row has its id
    if (!row) throw new Error(`The demo holds nothing for: ${question}`)
    return row.id
  }
  const post = async (address: string, body: unknown): Promise<string> => {
    const { id } = await page.evaluate<{ id?: string }>(
      `fetch('/api/v1/${address}', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: ${JSON.stringify(JSON.stringify(body))} }).then((answer) => answer.json())`,
    )
    if (!id) throw new Error(`Nothing came of ${address}.`)
    return id
  }
  const user = await first(`user where name is "${csm}" select name limit 1`)
  const account = await first(`account where owner is "${user}" select name order by arr desc limit 1`)
  return {
    account,
    contact: await first(`contact where some accounts (account is "${account}") select name order by name limit 1`),
    handoff: await post('handoffs/begin', { account }),
    import: await post('imports/pasted', { text: sheet, name: 'clientes.csv' }),
  }
}

const sheet = [
  'Razón social\tSector\tFecha de renovación\tARR (EUR)\tContacto principal\tCorreo contacto principal',
  'Molinos Garza, S.L.\tManufactura\t31/03/2027\t12.500,50\tInés Garza\tines@molinosgarza.example',
].join('\n')

/** The routes as the application itself knows them. */
export const routesOf = (page: Page): Promise<string[]> =>
  page.evaluate('Object.keys(window.__TSR_ROUTER__.routesByPath)')

/** Goes there as a link would, in the page that is open. */
export async function goThere(page: Page, address: string): Promise<void> {
  await page.evaluate(`(async () => {
    const router = window.__TSR_ROUTER__
    const arrived = new Promise((resolve) => router.subscribe('onResolved', resolve))
    const { pathname } = location
    router.history.push(${JSON.stringify(address)})
    await arrived
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    // What a reader does to the page that is open may move it at once; what comes afterwards may not.
    if (pathname === location.pathname) window.shifts?.splice(0)
  })()`)
  await settled(page)
}

/** Until the page that was asked for stands, with nothing of it still to come. */
export async function settled(page: Page): Promise<void> {
  await loaded(page)
  // Two frames: what arrived is drawn.
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
}

/** Addresses that the page's own bars of links lead to. */
export const partsOf = (page: Page): Promise<string[]> =>
  page.evaluate(`[...new Set([...document.querySelectorAll('#main nav a[href]')]
    .map((each) => new URL(each.href))
    .filter(({ pathname, search }) => pathname === location.pathname && search !== location.search)
    .map(({ pathname, search }) => pathname + search))]`)
