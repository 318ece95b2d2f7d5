// How far an informal line is bent aside, so that it runs through no card and along no line of the chart where that can be had.
import { card, type Placed } from './chart.ts'

export type Point = { x: number; y: number }
type Curve = { start: Point; at: Point; end: Point; label: Point }

/** Tried in this order: a little to either side, then more. */
const bends = [44, -44, 96, -96, 150, -150, 220, -220]
const samples = 24

export function curveBetween(from: Placed, to: Placed, others: readonly Placed[]): Curve {
  const tried = bends.map((bend) => {
    const curve = bent(from, to, bend)
    return { curve, hits: others.filter((each) => crosses(curve, each)).length }
  })
  const fewest = Math.min(...tried.map(({ hits }) => hits))
  return (tried.find(({ hits }) => hits === fewest) ?? { curve: bent(from, to, 0) }).curve
}

function bent(from: Placed, to: Placed, bend: number): Curve {
  const [one, other] = [middleOf(from), middleOf(to)]
  const length = Math.hypot(other.x - one.x, other.y - one.y) || 1
  const at = {
    x: (one.x + other.x) / 2 - ((other.y - one.y) / length) * bend * 2,
    y: (one.y + other.y) / 2 + ((other.x - one.x) / length) * bend * 2,
  }
  const [start, end] = [edgeTowards(one, at), edgeTowards(other, at)]
  return { start, at, end, label: pointAt({ start, at, end }, 0.5) }
}

const middleOf = ({ x, y }: Placed): Point => ({ x: x + card.width / 2, y: y + card.height / 2 })

/** Where the way from a card's middle to a point leaves the card. */
function edgeTowards(middle: Point, to: Point): Point {
  const [dx, dy] = [to.x - middle.x, to.y - middle.y]
  const scale = Math.min(card.width / 2 / (Math.abs(dx) || 1e-6), card.height / 2 / (Math.abs(dy) || 1e-6), 1)
  return { x: middle.x + dx * scale, y: middle.y + dy * scale }
}

const pointAt = ({ start, at, end }: Omit<Curve, 'label'>, t: number): Point => ({
  x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * at.x + t ** 2 * end.x,
  y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * at.y + t ** 2 * end.y,
})

const room = 10
function crosses(curve: Curve, { x, y }: Placed): boolean {
  for (let i = 1; i < samples; i++) {
    const point = pointAt(curve, i / samples)
    // The word in the middle of the line is wider than the line.
    const beside = i === samples / 2 ? 60 : room
    if (
      point.x > x - beside &&
      point.x < x + card.width + beside &&
      point.y > y - room &&
      point.y < y + card.height + room
    )
      return true
  }
  return false
}
