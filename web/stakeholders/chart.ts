// Where each person stands in the drawing. A manager stands above their people; several who lead nobody are stacked in columns,
// so that a flat team does not become a wall. Whoever has no line yet waits below, in rows, to be put in their place.
// Our own hundred lines and not a graph library: the boxes are all of one size and the lines form trees.

export const card = { width: 216, height: 104 } as const
const gap = { x: 32, y: 52, stacked: 16, trees: 72 } as const
const mostStacked = 4
const perRow = 5

export type Placed = { x: number; y: number }
/**
 * How the line from the manager arrives: from above; at the side of a card in a team stacked right under them; or at the side of
 * one stacked beside others who lead.
 */
export type Line = { from: string; to: string; enters: 'top' | 'team' | 'side' }
export type Chart = {
  places: ReadonlyMap<string, Placed>
  lines: readonly Line[]
  /** The ids in the order in which they are read: each manager before their people. */
  order: readonly string[]
  /** The height at which those without a line begin; null where everybody has one, or nobody. */
  waitingAt: number | null
  width: number
  height: number
}

type Standing = { id: string; boss: string | null }
type Drawn = { width: number; height: number; places: [string, Placed][]; lines: Line[] }

export function chartOf(people: readonly Standing[]): Chart {
  const known = new Set(people.map((each) => each.id))
  const led = new Map<string, string[]>()
  for (const { id, boss } of people) if (boss && boss !== id && known.has(boss)) put(led, boss, id)
  const bossOf = new Map([...led].flatMap(([boss, ids]) => ids.map((id) => [id, boss] as const)))
  const roots = people.filter(({ id }) => !bossOf.has(id) && led.has(id)).map(({ id }) => id)
  const trees = roots.map((root) => draw(root, led))
  const drawn = beside(trees, gap.trees)
  const placed = new Map(drawn.places)
  // Lines in a circle lead from no root; the door refuses them, and a drawing must not lose whoever it can't place.
  const waiting = people.filter(({ id }) => !placed.has(id)).map(({ id }) => id)
  const waitingAt = trees.length > 0 && waiting.length > 0 ? drawn.height + gap.y : null
  waiting.forEach((id, i) => {
    placed.set(id, {
      x: (i % perRow) * (card.width + gap.stacked),
      y: (waitingAt ?? 0) + Math.floor(i / perRow) * (card.height + gap.stacked),
    })
  })
  const places = [...placed.values()]
  return {
    places: placed,
    lines: drawn.lines,
    order: [...placed.keys()],
    waitingAt,
    width: Math.max(0, ...places.map((each) => each.x + card.width)),
    height: Math.max(0, ...places.map((each) => each.y + card.height)),
  }
}

function draw(id: string, led: ReadonlyMap<string, string[]>): Drawn {
  const people = led.get(id) ?? []
  if (people.length === 0) return { ...card, places: [[id, { x: 0, y: 0 }]], lines: [] }
  const leads = people.filter((each) => led.has(each))
  const others = people.filter((each) => !led.has(each))
  const isStacked = others.length > 2
  const isTeam = isStacked && leads.length === 0
  const side = isStacked ? [stack(others)] : others.map((each) => draw(each, led))
  const below = beside([...leads.map((each) => draw(each, led)), ...side], gap.x)
  const tops = people.map((each) => below.places.find(([one]) => one === each)?.[1].x ?? 0)
  // Above the middle of whom they lead; a team begins at its lead's left edge.
  const top = isTeam ? 0 : (Math.min(...tops) + Math.max(...tops)) / 2
  const enters = isTeam ? 'team' : isStacked ? 'side' : 'top'
  return {
    width: Math.max(below.width, top + card.width),
    height: card.height + gap.y + below.height,
    places: [[id, { x: top, y: 0 }], ...below.places.map(moved(0, card.height + (isTeam ? gap.stacked : gap.y)))],
    lines: [
      ...leads.map((to) => ({ from: id, to, enters: 'top' as const })),
      ...others.map((to) => ({ from: id, to, enters }) as const),
      ...below.lines,
    ],
  }
}

/** In columns, a little to the right of whom they report to, so that the line runs down beside them. */
function stack(people: readonly string[]): Drawn {
  const places = people.map((id, i): [string, Placed] => [
    id,
    {
      x: gap.x + Math.floor(i / mostStacked) * (card.width + gap.x),
      y: (i % mostStacked) * (card.height + gap.stacked),
    },
  ])
  return {
    width: gap.x + Math.ceil(people.length / mostStacked) * (card.width + gap.x) - gap.x,
    height: Math.min(people.length, mostStacked) * (card.height + gap.stacked) - gap.stacked,
    places,
    lines: [],
  }
}

function beside(drawn: readonly Drawn[], between: number): Drawn {
  let x = 0
  const places = drawn.flatMap((each) => {
    const at = x
    x += each.width + between
    return each.places.map(moved(at, 0))
  })
  return {
    width: Math.max(0, x - between),
    height: Math.max(0, ...drawn.map((each) => each.height)),
    places,
    lines: drawn.flatMap((each) => each.lines),
  }
}

const moved =
  (byX: number, byY: number) =>
  ([id, { x, y }]: [string, Placed]): [string, Placed] => [id, { x: x + byX, y: y + byY }]

function put(led: Map<string, string[]>, boss: string, id: string): void {
  const known = led.get(boss)
  if (known) known.push(id)
  else led.set(boss, [id])
}
