// Puts the figures into docs/performance.md, between the marks that bear the section's first word.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asMarkdown, type Section } from './table.ts'

const file = join(import.meta.dirname, '../docs/performance.md')

export function writeFigures(sections: readonly Section[]): void {
  let text = readFileSync(file, 'utf8')
  for (const section of sections) {
    const [name = ''] = section.title.split(' ')
    const marks = new RegExp(`(<!-- figures: ${name} -->\n)[^]*?(<!-- end -->)`)
    if (!marks.test(text)) throw new Error(`${file} has no place for "${name}": <!-- figures: ${name} -->`)
    text = text.replace(
      marks,
      (_, begin: string, end: string) => `${begin}${section.title}:\n\n${asMarkdown(section)}\n${end}`,
    )
  }
  writeFileSync(file, text)
}
