// Records that a source gave no name, or only the beginning of one, but whose they are: a workspace of a product, known by its domain
// or by the addresses of its users. Where all who are known by that domain are one company, it is that company's.

/** What the rows of a record tell of where it belongs. */
export type Whereabouts = {
  /** The words of its names, as they are compared; none where it was given no name. */
  names: readonly (readonly string[])[]
  /** The domains that sources say are its own. */
  own: ReadonlySet<string>
  /** The domains its people write from. */
  mailed: ReadonlySet<string>
}

/** Pairs of such a record and one of those it belongs to. `groupOf` tells which records are known to be one. */
export function adopt(
  records: ReadonlyMap<string, Whereabouts>,
  groupOf: (id: string) => string,
): (readonly [string, string])[] {
  const sizes = new Map<string, number>()
  for (const id of records.keys()) sizes.set(groupOf(id), (sizes.get(groupOf(id)) ?? 0) + 1)
  const isAlone = (id: string) => sizes.get(groupOf(id)) === 1
  const holders = new Map<string, Map<string, Set<string>>>() // domain → group → its records
  for (const [id, { names, own, mailed }] of records) {
    if (names.length === 0) continue
    for (const domain of new Set([...own, ...mailed])) {
      const at = holders.get(domain) ?? new Map<string, Set<string>>()
      holders.set(domain, at.set(groupOf(id), (at.get(groupOf(id)) ?? new Set()).add(id)))
    }
  }
  return [...records].flatMap(([id, { names, own, mailed }]) => {
    if (names.length > 0 && !isAlone(id)) return []
    const found = new Map<string, Set<string>>()
    for (const domain of own.size > 0 ? own : mailed)
      for (const [group, ids] of holders.get(domain) ?? [])
        if (group !== groupOf(id)) found.set(group, new Set([...(found.get(group) ?? []), ...ids]))
    const [owners] = found.values()
    if (found.size !== 1 || !owners) return []
    const owner = [...owners].find((other) => isPartOf(names, records.get(other)?.names ?? []))
    return owner === undefined ? [] : [[id, owner] as const]
  })
}

/**
 * Whether each of these names is no more than the beginning of one of those: "Amberley" of "Amberley Shipping". Whoever has the whole
 * name and was not found to be one is kept apart for a reason.
 */
const isPartOf = (names: readonly (readonly string[])[], whole: readonly (readonly string[])[]): boolean => {
  const longer = whole.map((name) => name.join(''))
  return names
    .map((name) => name.join(''))
    .every((name) => name.length >= 3 && !longer.includes(name) && longer.some((other) => other.startsWith(name)))
}
