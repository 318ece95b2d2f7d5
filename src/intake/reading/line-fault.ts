// Why one line of a file can't be taken, while the others can.
import { type Words, words } from '../../../dictionary/index.ts'
import { type Fault, fault } from '../../platform/index.ts'

export type LineFault = 'not_json' | 'too_deep' | 'too_long' | 'broken_text'

export const lineFault = (why: LineFault): Fault => {
  const hint = reasons[why]
  return fault('not_json', null, { label: null, ...(hint ? { hint } : {}) })
}

const reasons: Readonly<Record<LineFault, Words | null>> = {
  not_json: null,
  too_deep: words(
    'one thing inside another, too many times',
    'una cosa dentro de otra, demasiadas veces',
    'uma coisa dentro da outra, vezes demais',
    'satu di dalam yang lain, terlalu banyak kali',
  ),
  too_long: words(
    'it is longer than 16 million characters',
    'tiene más de 16 millones de caracteres',
    'tem mais de 16 milhões de caracteres',
    'ia melebihi 16 juta aksara',
  ),
  broken_text: words(
    'half a character stands in it',
    'contiene medio carácter',
    'contém meio caractere',
    'ia mengandungi separuh aksara',
  ),
}
