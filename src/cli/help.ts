// Help is read off the commands' own declarations, so that it can't say anything else than what is accepted.
import { type Command, commonOptions, type Option } from './command.ts'
import { commands } from './commands/index.ts'
import type { Output } from './output.ts'
import { pairs } from './table.ts'

export function overview(out: Output): string {
  const list = Object.entries(commands).map(([name, { summary }]) => [`  ${name}`, summary] as const)
  return [
    out.style('bold', 'Holdfast, the system of record for what a company knows about its customers.'),
    '',
    'holdfast COMMAND [OPTIONS]',
    '',
    pairs(out, list),
    '',
    'Each says more with: holdfast help COMMAND',
    `Everything of an installation lies in the folder HOLDFAST_DATA (.holdfast where it is not set).`,
    'Start with: holdfast serve --demo',
  ].join('\n')
}

export function helpOf(command: Command, out: Output): string {
  const options = { ...command.options, ...commonOptions }
  return [
    command.describe,
    '',
    ...command.usage.map((usage) => `holdfast ${usage}`),
    '',
    pairs(
      out,
      Object.entries(options).map(([option, about]) => [`  ${signature(option, about)}`, about.describe] as const),
    ),
    '',
    out.style('bold', 'Examples'),
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n')
}

const signature = (name: string, { value }: Option): string => (value ? `--${name} ${value}` : `--${name}`)
