// Recurring imports shown, begun, changed and given up.
import { type RecurringView, readRecurringChange, readRecurringOrder } from '../../intake/index.ts'
import { told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, UsageError } from '../command.ts'
import { findRecurring } from '../find-recurring.ts'
import { inWorkspace, memberNamed, type Place } from '../installation.ts'
import { pairs } from '../table.ts'
import { says } from '../words/recurring.ts'
import { recurringInWords } from './recurring-words.ts'

export function show(call: Call): Promise<number> {
  return inWorkspace(call, async (place) => {
    await tell(call, place, await findRecurring(place, call.words[1]))
    return 0
  })
}

export function add(call: Call): Promise<number> {
  const [, name, ...others] = call.words
  if (!name || call.option('every') === undefined) throw new UsageError(says.namePace)
  refuse(others)
  if (call.option('owner') === undefined && call.option('as') === undefined) throw new UsageError(says.whose)
  return inWorkspace(call, async (place) => {
    const order = readRecurringOrder({ name, ...(await saidOf(call, place, {})) })
    await tell(call, place, await place.holdfast.recurring.add(place.actor, order))
    return 0
  })
}

export function change(call: Call): Promise<number> {
  const [, given, ...others] = call.words
  refuse(others)
  return inWorkspace(call, async (place) => {
    const before = await findRecurring(place, given)
    const name = call.option('name')
    const said = { ...(name === undefined ? {} : { name }), ...(await saidOf(call, place, before.settings)) }
    if (Object.keys(said).length === 0)
      throw new UsageError(says.whatToChange(changeable.map((option) => `--${option}`).join(', ')))
    await tell(call, place, await place.holdfast.recurring.change(place.actor, before.id, readRecurringChange(said)))
    return 0
  })
}

export function remove(call: Call): Promise<number> {
  const [, given, ...others] = call.words
  refuse(others)
  return inWorkspace(call, async (place) => {
    const { id, name } = await findRecurring(place, given)
    await place.holdfast.recurring.remove(place.actor, id)
    await call.out.answer({ id, removed: true }, () => told(says.expectedNoMore(name)))
    return 0
  })
}

const changeable = ['name', 'every', 'owner', 'begins', 'folder', 'mail', 'senders', 'currency', 'questions'] as const

/** Only what was given; what it may be, the room says. Settings are said as a whole, so what was set before goes with them. */
async function saidOf(
  call: Call,
  { holdfast, workspace }: Place,
  before: RecurringView['settings'],
): Promise<Record<string, unknown>> {
  const [every, owner, beginsOn, folder] = (['every', 'owner', 'begins', 'folder'] as const).map(call.option)
  const mail = mailSaid(call)
  const [currency, questions] = (['currency', 'questions'] as const).map(call.option)
  const { currency: currencyBefore, ...rest } = before
  const kept = currency === undefined ? currencyBefore : currency === none ? undefined : currency.toUpperCase()
  return {
    ...(every === undefined ? {} : { everyDays: every.trim() === '' ? Number.NaN : Number(every) }),
    ...(owner === undefined ? {} : { owner: await memberNamed(holdfast, workspace, owner) }),
    ...(beginsOn === undefined ? {} : { beginsOn }),
    ...(folder === undefined ? {} : { folder: folder === none ? null : folder }),
    ...(mail === undefined ? {} : { mail }),
    ...(currency === undefined && questions === undefined
      ? {}
      : {
          settings: {
            ...rest,
            ...(kept === undefined ? {} : { currency: kept }),
            ...(questions === undefined ? {} : { questions }),
          },
        }),
  }
}

const none = 'none'

/** Who may send is said of an address that there is, or that is asked for. */
function mailSaid(call: Call): { senders?: string[]; address?: 'new' } | null | undefined {
  const [given, senders] = [call.option('mail'), call.option('senders')]
  if (given === undefined && senders === undefined) return undefined
  const mail = given === undefined ? 'on' : oneOf('--mail', given, ['on', 'new', 'off'] as const)
  if (mail === 'off') {
    if (senders !== undefined) throw new UsageError(says.noAddressNoSenders)
    return null
  }
  return {
    ...(mail === 'new' ? { address: 'new' } : {}),
    ...(senders === undefined ? {} : { senders: senders === 'anyone' ? [] : senders.split(/[\s,;]+/).filter(Boolean) }),
  }
}

function refuse([extra]: readonly string[]): void {
  if (extra !== undefined) throw new UsageError(says.tooMuch(extra))
}

const tell = (call: Call, { holdfast }: Place, it: RecurringView): Promise<void> =>
  call.out.answer(it, () => pairs(call.out, recurringInWords(it, holdfast.config.folder)))
