export type Box = { left: number; top: number; width: number; height: number }

const cardWidth = 340
const cardHeight = 210
const gap = 14
const narrow = 700

/** Beneath what it points at, or above where there is no room; at a phone's foot, where a thumb is. */
export function placeBeside(box: Box | null, room: { width: number; height: number }): Record<string, number> {
  if (room.width < narrow) return { left: gap, right: gap, bottom: gap }
  if (!box) return { right: 2 * gap, bottom: 2 * gap, width: cardWidth }
  const left = Math.max(gap, Math.min(box.left, room.width - cardWidth - gap))
  const below = box.top + box.height + gap
  return below + cardHeight < room.height
    ? { left, top: Math.max(gap, below), width: cardWidth }
    : { left, bottom: Math.max(gap, room.height - box.top + gap), width: cardWidth }
}
