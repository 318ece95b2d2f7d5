// Records that are one, group by group. A record has rows in several clusters at times, so groups grow by what their records have in
// common; but never so that two come together that are known to be two.
export class Groups {
  readonly #leader = new Map<string, string>()
  readonly #members = new Map<string, readonly string[]>()
  readonly #apart = new Map<string, Set<string>>()

  constructor(apart: readonly (readonly [string, string])[]) {
    for (const [a, b] of apart) {
      this.#apart.set(a, (this.#apart.get(a) ?? new Set()).add(b))
      this.#apart.set(b, (this.#apart.get(b) ?? new Set()).add(a))
    }
  }

  leaderOf(id: string): string {
    return this.#leader.get(id) ?? id
  }

  join(a: string, b: string): void {
    const [into, from] = [this.leaderOf(a), this.leaderOf(b)].sort() as [string, string] // two were given
    if (into === from) return
    const [kept, added] = [this.#membersOf(into), this.#membersOf(from)]
    const isApart = added.some((id) => kept.some((other) => this.#apart.get(id)?.has(other)))
    if (isApart) return
    this.#members.set(into, [...kept, ...added])
    this.#members.delete(from)
    for (const id of added) this.#leader.set(id, into)
  }

  #membersOf(leader: string): readonly string[] {
    return this.#members.get(leader) ?? [leader]
  }
}
