// What follows from a change, as jobs. A reaction may run more than once for one act — a crash can come between its end and the
// queue's note of it — so each either works out a state anew, or adds something under `idempotencyKey: <reaction>:<act>`.
import { manifest, type SystemName } from '../../dictionary/index.ts'
import type { Actor } from '../access/index.ts'
import { recomputeArr } from '../commercial/index.ts'
import type { Holdfast } from '../holdfast.ts'
import { touchedBy } from '../ledger/index.ts'
import { completeWhatIsDone, handoffSteps, tellOfHandoff } from '../onboarding/index.ts'
import { placeAnew } from '../usage/index.ts'

/** What of an installation reactions and their queue need. */
export type Working = Pick<
  Holdfast,
  | 'app'
  | 'system'
  | 'records'
  | 'duplicates'
  | 'collaboration'
  | 'uploads'
  | 'admin'
  | 'clock'
  | 'ids'
  | 'log'
  | 'secret'
  | 'ownerUrl'
>

export type Act = { workspace: string; act: string; object: string }

export type Reaction = {
  /** Also the name of the job, and of the actor it acts as. Its own acts never set it off again. */
  name: string
  because: string
  /**
   * Acts on these objects set it off: with `from`, only where that system said something of one; with `field`, only where that
   * changed; with `isFollowed`, only where somebody follows one of the records.
   */
  on: readonly { object: string; from?: SystemName; field?: string; isFollowed?: true }[]
  /** Works out a state of the whole workspace, whatever the act: those that came since it last ran are one job. */
  isOfWorkspace?: true
} & (
  | { run(working: Working, actor: Actor, act: Act): Promise<void> }
  /** Works out anew what these acts, all of one workspace, have touched: at once, for a state costs the same after one act and after many. */
  | { runAll(working: Working, actor: Actor, acts: readonly Act[]): Promise<void> }
)

const commercialArr: Reaction = {
  name: 'commercial-arr',
  because: 'what billing says of the account has changed',
  on: [{ object: 'account', from: 'billing' }, { object: 'subscription' }],
  async runAll(working, actor, acts) {
    const accounts = await touchedBy(working.system, actsOn('account', acts))
    const subscriptions = await touchedBy(working.system, actsOn('subscription', acts))
    const ids = subscriptions.map((each) => each.recordId)
    const accountIds = [
      ...accounts.filter((each) => each.system === 'billing').map((each) => each.recordId),
      ...(await working.records.referencesOf(actor, { object: 'subscription', by: 'account', ids })),
      // The account that a subscription was taken from has less now.
      ...subscriptions.map((each) => each.before['account']).filter((id) => typeof id === 'string'),
    ]
    await recomputeArr(working, actor, { accountIds: [...new Set(accountIds)] })
  },
}

/** The days of an account are counts of different people: those of two can't be added, so they are counted again. */
const usageOfMerged: Reaction = {
  name: 'usage-of-merged',
  because: 'accounts were merged, or taken apart',
  on: [{ object: 'account', from: 'product' }],
  async runAll(working, actor, acts) {
    const touched = await touchedBy(working.system, actsOn('account', acts))
    const moved = touched.filter(({ before }) => 'belongs_to' in before || 'merged_into' in before)
    const others = moved.map(({ before }) => before['belongs_to']).filter((id) => typeof id === 'string')
    const accountIds = [...new Set([...moved.map(({ recordId }) => recordId), ...others])]
    if (accountIds.length > 0) await placeAnew({ pool: working.app, records: working.records }, actor, accountIds)
  },
}

const tellOwners: Reaction = {
  name: 'tell-owners',
  because: 'something became theirs',
  on: [
    { object: 'task', field: 'owner' },
    { object: 'account', field: 'owner' },
  ],
  run: ({ collaboration }, _, act) => collaboration.tellOwners(act),
}

const tellFollowers: Reaction = {
  name: 'tell-followers',
  because: 'a record that somebody follows has changed',
  on: [...manifest.objects.values()]
    .filter(({ kind }) => kind === 'records')
    .map(({ name }) => ({ object: name, isFollowed: true })),
  run: ({ collaboration }, _, act) => collaboration.tellFollowers(act),
}

const tellOfHandoffs: Reaction = {
  name: 'tell-of-handoff',
  because: 'a handoff was submitted, returned or accepted',
  on: handoffSteps.map((field) => ({ object: 'handoff', field })),
  run: ({ app, records, collaboration }, actor, { act }) =>
    tellOfHandoff({ app, records, notifications: collaboration.notifications }, actor, act),
}

/** What of an account its checklist looks at; and what is written of one that others were merged into, or that came apart. */
const ofAccount = ['lifecycle_stage', 'technical_environment', 'deleted_at', 'merged_into', 'belongs_to']

/** Whatever an item of the checklist is read from may have been the last that was missing. */
const onboarding: Reaction = {
  name: 'onboarding',
  because: 'everything on its checklist is known and done',
  isOfWorkspace: true,
  on: [
    { object: 'onboarding' },
    { object: 'onboarding_step' },
    ...ofAccount.map((field) => ({ object: 'account', field })),
    { object: 'account_contact' },
    { object: 'contact_connection' },
    { object: 'contact' },
    { object: 'objective' },
    { object: 'interaction' },
  ],
  run: async (working, actor) => void (await completeWhatIsDone(working, actor)),
}

const actsOn = (object: string, acts: readonly Act[]) => ({
  workspace: acts[0]?.workspace ?? '',
  object,
  acts: acts.filter((each) => each.object === object).map(({ act }) => act),
})

export const actorOf = ({ name, because }: Pick<Reaction, 'name' | 'because'>, workspace: string): Actor => ({
  kind: 'job',
  workspace,
  id: name,
  via: 'job',
  because,
})

export const reactions: readonly Reaction[] = [
  commercialArr,
  usageOfMerged,
  tellOwners,
  tellFollowers,
  tellOfHandoffs,
  onboarding,
]
