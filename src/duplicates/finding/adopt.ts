// Records that a source gave no name, only whose they are: a workspace of a product, known by its domain or by the addresses of its
// users. Where all who are known by that domain are one company, it is that company's.

/** What the rows of a record tell of where it belongs. */
export type Whereabouts = {
  isNamed: boolean
  /** The domains that sources say are its own. */
  own: ReadonlySet<string>
  /** The domains its people write from. */
  mailed: ReadonlySet<string>
}

/** Pairs of a nameless record and one of those it belongs to. `groupOf` tells which records are known to be one. */
export function adopt(
  records: ReadonlyMap<string, Whereabouts>,
  groupOf: (id: string) => string,
): (readonly [string, string])[] {
  const holders = new Map<string, Map<string, string>>() // domain → group → one of its records
  for (const [id, { isNamed, own, mailed }] of records) {
    if (!isNamed) continue
    for (const domain of new Set([...own, ...mailed])) {
      const at = holders.get(domain) ?? new Map<string, string>()
      holders.set(domain, at.set(groupOf(id), id))
    }
  }
  return [...records].flatMap(([id, { isNamed, own, mailed }]) => {
    if (isNamed) return []
    const found = new Map([...(own.size > 0 ? own : mailed)].flatMap((domain) => [...(holders.get(domain) ?? [])]))
    const [only] = found.values()
    return found.size === 1 && only !== undefined ? [[id, only] as const] : []
  })
}
