// Ids that stay. Clusters are found anew with every run, but what people and other systems refer to is an entity: its id follows
// the largest part of its records, and where records change sides the feed says so.

export type EntityEvent =
  | { kind: 'created'; entity: number }
  /** The records of `from` are in `into` now; `from` refers to it for ever. */
  | { kind: 'merged'; from: number; into: number }
  /** Some records of `from` left it and are in `into` now. */
  | { kind: 'split'; from: number; into: number }

export type Assignment = {
  /** For each row, its entity. */
  entityOf: Int32Array
  /** The first number not given yet. */
  next: number
  feed: readonly EntityEvent[]
}

type Part = { entity: number; cluster: number; records: number }

/**
 * Gives each cluster the entity that most of its records had; an entity with records in several clusters goes with the most of
 * them. Ties go to the older entity and the smaller row.
 *
 * @param previous the entity of each row, 0 where it has none yet; may be shorter than `clusterOf`, as newcomers come last
 */
export function assignEntities(previous: Int32Array, clusterOf: Int32Array, next: number): Assignment {
  const parts = partsThatMoved(previous, clusterOf, next)
  const keptBy = new Int32Array(clusterOf.length) // by cluster; 0 where it has no entity yet
  const homeOf = new Map<number, number>() // where entities whose records moved are now
  for (const { entity, cluster } of parts)
    if (!homeOf.has(entity) && keptBy[cluster] === 0) {
      homeOf.set(entity, cluster)
      keptBy[cluster] = entity
    }
  const moving = new Set(parts.map(({ entity }) => entity))
  previous.forEach((entity, row) => {
    if (entity !== 0 && !moving.has(entity)) keptBy[clusterOf[row] ?? row] = entity
  })

  const feed: EntityEvent[] = []
  const entityOf = new Int32Array(clusterOf.length)
  let free = next
  clusterOf.forEach((cluster, row) => {
    if (keptBy[cluster] === 0) {
      keptBy[cluster] = free++
      feed.push({ kind: 'created', entity: free - 1 })
    }
    entityOf[row] = keptBy[cluster] ?? 0
  })
  for (const { entity: from, cluster } of parts) {
    const into = keptBy[cluster] ?? from
    if (into === from) continue
    feed.push({ kind: homeOf.has(from) ? 'split' : 'merged', from, into })
    homeOf.set(from, cluster) // an entity is merged into one only; what else it had has split off
  }
  return { entityOf, next: free, feed }
}

/** Which entities have how many records in which clusters, the most first, leaving out those that are one cluster's only one. */
function partsThatMoved(previous: Int32Array, clusterOf: Int32Array, next: number): Part[] {
  const [clusterOfEntity, entityOfCluster] = [new Int32Array(next).fill(-1), new Int32Array(clusterOf.length)]
  const [isTorn, isMixed] = [new Uint8Array(next), new Uint8Array(clusterOf.length)]
  previous.forEach((entity, row) => {
    if (entity === 0) return
    const cluster = clusterOf[row] ?? row
    if (clusterOfEntity[entity] === -1) clusterOfEntity[entity] = cluster
    else if (clusterOfEntity[entity] !== cluster) isTorn[entity] = 1
    if (entityOfCluster[cluster] === 0) entityOfCluster[cluster] = entity
    else if (entityOfCluster[cluster] !== entity) isMixed[cluster] = 1
  })
  // An entity that only meets one that moves has to be weighed against it.
  const isMoving = new Uint8Array(next)
  previous.forEach((entity, row) => {
    if (isTorn[entity] || isMixed[clusterOf[row] ?? row]) isMoving[entity] = 1
  })

  const parts = new Map<number, Part>()
  previous.forEach((entity, row) => {
    if (entity === 0 || !isMoving[entity]) return
    const cluster = clusterOf[row] ?? row
    const name = entity * clusterOf.length + cluster
    const part = parts.get(name)
    if (part) part.records += 1
    else parts.set(name, { entity, cluster, records: 1 })
  })
  return [...parts.values()].sort((a, b) => b.records - a.records || a.entity - b.entity || a.cluster - b.cluster)
}
