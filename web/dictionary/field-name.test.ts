import { expect, test } from 'vitest'
import { fieldName } from './field-name.ts'

test.each([
  ['Tax region', 'tax_region'],
  ['N.º de muelle', 'n_o_de_muelle'],
  [' Região (fiscal) ', 'regiao_fiscal'],
  ['2nd dock', 'field_2nd_dock'],
  [`${'long '.repeat(9)}er`, `${'long_'.repeat(9)}er`],
  [`${'abcd '.repeat(9)}ab cd`, `${'abcd_'.repeat(9)}ab`],
])('%s is called %s', (label, name) => expect(fieldName(label)).toBe(name))
