// Promises and success criteria are written as people write them, one a line; what a line says of a day or a target is read here.
export type Line = { text: string; dueOn: string | null; baseline: string | null; target: string | null }

/** The lines of a list, without bullets and empty ones; each once. */
export function linesOf(text: string | null): string[] {
  const lines = (text ?? '').split('\n').map((line) => line.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim())
  return [...new Set(lines.filter(Boolean))]
}

/** `Days per invoice: 9 -> 2, 2027-06-30`: a name, where it stood and is to stand, and a day at the end, each but the name optional. */
export function readLine(line: string): Line {
  const [, before = line, day = null] = /^(.*?)[\s,;(]*(\d{4}-\d{2}-\d{2})\)?\.?$/.exec(line) ?? []
  const dueOn = day !== null && isDay(day) ? day : null
  const rest = (dueOn === null ? line : before).trim()
  const [, name, baseline, target] = /^(.+?):\s*(.*?)\s*(?:->|→)\s*(.+)$/.exec(rest) ?? []
  if (name && target) return { text: name.trim(), dueOn, baseline: baseline || null, target }
  return { text: rest || line, dueOn, baseline: null, target: null }
}

const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

const nothing = new Set([
  'none',
  'no',
  'nothing',
  'n/a',
  '-',
  'ninguna',
  'ninguno',
  'nada',
  'nenhuma',
  'nenhum',
  'tiada',
])

/** Whether a list says that there is nothing in it. */
export const saysNone = (lines: readonly string[]): boolean =>
  lines.length === 1 && nothing.has(lines[0]?.toLowerCase().replace(/[.!]$/, '') ?? '')
