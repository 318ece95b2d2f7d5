import { words } from '../../../dictionary/words.ts'
import { inTheirWords, type Told, told } from '../../platform/index.ts'
import { type OrderedFile, troubleTold } from './order.ts'

/** Why rows of a file can't be taken. */
export function whyNot({ removedAt, failure, recognised }: OrderedFile): Told {
  if (removedAt) return told(isRemoved)
  if (failure) return inTheirWords(troubleTold(failure).message)
  return told(recognised ? isUnmapped : isInPart)
}

const isRemoved = words(
  'its contents were removed; send it again in a new import',
  'su contenido se eliminó; envíelo de nuevo en otra importación',
  'o conteúdo foi removido; envie-o de novo em outra importação',
  'kandungannya telah dibuang; hantar semula dalam import baharu',
)
const isUnmapped = words(
  'nothing says what its columns mean; map at least one of them',
  'nada dice qué significan sus columnas; asigne al menos una',
  'nada diz o que significam suas colunas; mapeie ao menos uma',
  'tiada apa-apa menyatakan maksud lajurnya; petakan sekurang-kurangnya satu',
)
const isInPart = words('it is not here whole', 'no ha llegado entero', 'não chegou inteiro', 'ia belum tiba sepenuhnya')
