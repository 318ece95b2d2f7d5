// What a bench answers, and how it is shown: aligned for a terminal, or as Markdown for docs/performance.md.

export type Section = { title: string; columns: readonly string[]; rows: readonly (readonly string[])[] }

export const fixed = (value: number, digits: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** A figure beside its goal, with a mark where it is missed. */
export function against(value: number, sign: '≥' | '≤', goal: number, digits = 2): string {
  const isMet = sign === '≥' ? value >= goal : value <= goal
  return `${fixed(value, digits)} (${sign} ${goal})${isMet ? '' : ' ✗'}`
}

export function asText({ title, columns, rows }: Section): string {
  const all = [columns, ...rows]
  const widths = columns.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)))
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  return `\n${title}\n${all.map(line).join('\n')}\n`
}

export const asMarkdown = ({ columns, rows }: Section): string =>
  [columns, columns.map((_, i) => (i === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
