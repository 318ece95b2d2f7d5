const ranks: Readonly<Record<string, number>> = { user: 5, product: 6, team: 6, account: 13, contact: 23 }

/** Lower comes first: what others refer to, among the files of an import and the records of a row. */
export const rankOf = (object: string): number => ranks[object] ?? 43
