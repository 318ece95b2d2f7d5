// Pack A as a run matches it: companies first, then people, who know their company by then.
import {
  accountModel,
  contactModel,
  createScorer,
  encode,
  groundOf,
  judge,
  type Kind,
  matchAll,
} from '../../src/matching/index.ts'
import { type Figures, figuresOf, figuresOfGroups, truePairsOf } from './matching-accuracy.ts'
import { keyOf, type Pack, type PackRecord } from './matching-pack.ts'

export type PackFigures = {
  clusters: Figures
  /** Pairs that are merged without anybody looking. */
  merged: Figures
}

/** What a run makes of the companies and the people of the pack, against its truth. */
export async function measurePack(
  pack: Pack,
): Promise<{ accounts: PackFigures; contacts: PackFigures; groups: Groups }> {
  const at = new Map(pack.accounts.map((record, row) => [keyOf(record), row]))
  const named = pack.accounts.flatMap((record, row): [number, number][] => {
    const other = record.account === null ? undefined : at.get(record.account)
    return other === undefined ? [] : [[row, other]]
  })
  const accounts = await run('account', asRecords(pack.accounts, named))
  const companies = joined(accounts.clusterOf, named)
  const people = pack.contacts.map((record) => {
    const row = record.account === null ? undefined : at.get(record.account)
    return { ...record, values: { ...record.values, account: row === undefined ? '' : String(companies[row]) } }
  })
  const contacts = await run('contact', people)
  return {
    accounts: figures(pack, 'account', pack.accounts, companies, accounts.merged),
    contacts: figures(pack, 'contact', people, contacts.clusterOf, contacts.merged),
    groups: { accounts: companies, contacts: contacts.clusterOf },
  }
}

/** What one system names as another's record is one record from the beginning, on the lists of both. */
function asRecords(accounts: readonly PackRecord[], named: readonly Pair[]): PackRecord[] {
  const recordOf = joined(
    accounts.map((_, row) => row),
    named,
  )
  const lists = Map.groupBy(accounts.keys(), (row) => recordOf[row] ?? row)
  const listOf = ({ system, file }: PackRecord) => (system === 'spreadsheet' ? file : system)
  return accounts.map((account, row) => {
    const record = recordOf[row] ?? row
    const rows = lists.get(record) ?? [row]
    return {
      ...account,
      values: {
        ...account.values,
        record: String(record),
        lists: rows.flatMap((at) => listOf(accounts[at] ?? account)),
      },
    }
  })
}

export type Groups = { accounts: readonly number[]; contacts: readonly number[] }

type Pair = readonly [number, number]

async function run(kind: Kind, records: readonly PackRecord[]): Promise<{ clusterOf: number[]; merged: Pair[] }> {
  const columns = encode(
    kind,
    records.map(({ values }) => values),
  )
  const model = kind === 'contact' ? contactModel : accountModel
  const { clusterOf, edges } = await matchAll(groundOf(columns), { threads: 1 })
  const scorer = createScorer(model, columns)
  const near = new Map<number, number[]>()
  for (let i = 0; i < edges.count; i++) {
    const [a, b] = [edges.a[i] ?? 0, edges.b[i] ?? 0]
    near.set(a, [...(near.get(a) ?? []), b])
    near.set(b, [...(near.get(b) ?? []), a])
  }
  const areTwo = (a: number, b: number): boolean => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    return judge(model, scorer.vector(low, high), scorer.score(low, high)).because !== null
  }
  const isContested = (a: number, b: number): boolean =>
    (near.get(a) ?? []).some((other) => other !== b && areTwo(other, b))
  const merged: Pair[] = []
  for (let i = 0; i < edges.count; i++) {
    const [a, b] = [edges.a[i] ?? 0, edges.b[i] ?? 0]
    if ((edges.bits[i] ?? 0) >= model.mergeBits && !isContested(a, b) && !isContested(b, a)) merged.push([a, b])
  }
  return { clusterOf: [...clusterOf], merged }
}

function figures(
  pack: Pack,
  kind: Kind,
  records: readonly PackRecord[],
  clusterOf: readonly number[],
  merged: readonly Pair[],
): PackFigures {
  const truth = records.map((record) => pack.truth.get(`${kind} ${keyOf(record)}`) ?? '')
  const known = truth.flatMap((label, row) => (label === '' ? [] : [row]))
  const labels = known.map((row) => truth[row] ?? '')
  const judged = merged.filter(([a, b]) => truth[a] !== '' && truth[b] !== '')
  const right = judged.filter(([a, b]) => truth[a] === truth[b]).length
  return {
    clusters: figuresOfGroups(
      `pack A ${kind}s`,
      known.map((row) => clusterOf[row] ?? row),
      labels,
    ),
    merged: figuresOf(`pack A ${kind}s, merged`, right, judged.length, truePairsOf(labels)),
  }
}

/** Clusters that some pairs join besides. */
function joined(clusterOf: readonly number[], pairs: readonly Pair[]): number[] {
  const parents = [...clusterOf]
  const rootOf = (row: number): number => {
    let root = row
    while (parents[root] !== root) root = parents[root] ?? root
    return root
  }
  for (const [a, b] of pairs) {
    const [one, other] = [rootOf(a), rootOf(b)]
    parents[Math.max(one, other)] = Math.min(one, other)
  }
  return parents.map((_, row) => rootOf(row))
}
