// Help is read off the commands' own declarations, so that it can't say anything else than what is accepted.
import { told } from '../platform/index.ts'
import { type Command, commonOptions, type Option } from './command.ts'
import { commands } from './commands/index.ts'
import type { Output } from './output.ts'
import { pairs } from './table.ts'
import { says } from './words/frame.ts'
import { usageInWords } from './words/placeholders.ts'

export function overview(out: Output): string {
  const list = Object.entries(commands).map(([name, { summary }]) => [`  ${name}`, told(summary)] as const)
  return [
    out.style('bold', told(says.product)),
    '',
    told(says.synopsis),
    '',
    pairs(out, list),
    '',
    told(says.moreHelp),
    told(says.folder),
    told(says.language),
    told(says.start),
  ].join('\n')
}

export function helpOf(command: Command, out: Output): string {
  const options = { ...command.options, ...commonOptions }
  return [
    told(command.describe),
    '',
    ...command.usage.map((usage) => `holdfast ${usageInWords(usage)}`),
    '',
    pairs(
      out,
      Object.entries(options).map(
        ([option, about]) => [`  ${signature(option, about)}`, told(about.describe)] as const,
      ),
    ),
    '',
    out.style('bold', told(says.examples)),
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n')
}

const signature = (name: string, { value }: Option): string =>
  value ? `--${name} ${usageInWords(value)}` : `--${name}`
