// What the tasks and notes of a handoff say, in the language of the colleague who will read them.
import { type Language, languages, type Words, words } from '../../../dictionary/index.ts'

/** Our language nearest to a tag such as `pt-BR`; English where there is none. */
export const languageOf = (tag: string | null): Language => {
  const main = tag?.toLowerCase().split('-')[0]
  return languages.find((each) => each === main) ?? 'en'
}

export const kickoffTask = (customer: string): Words =>
  words(
    `Hold the kickoff with ${customer}`,
    `Celebrar el arranque con ${customer}`,
    `Realizar o kickoff com ${customer}`,
    `Adakan sesi permulaan dengan ${customer}`,
  )

export const usefulnessTask = (customer: string): Words =>
  words(
    `Rate the handoff of ${customer}: did it hold what you needed?`,
    `Valore el traspaso de ${customer}: ¿tenía lo que necesitaba?`,
    `Avalie a passagem de bastão de ${customer}: tinha o que você precisava?`,
    `Nilai serah tugas ${customer}: adakah ia mengandungi yang anda perlukan?`,
  )

export const promisedBefore: Words = words(
  'Promised before the sale.',
  'Prometido antes de la venta.',
  'Prometido antes da venda.',
  'Dijanjikan sebelum jualan.',
)

export const acceptedNote = (customer: string): Words =>
  words(
    `Handoff of ${customer} accepted`,
    `Traspaso de ${customer} aceptado`,
    `Passagem de bastão de ${customer} aceita`,
    `Serah tugas ${customer} diterima`,
  )

export const onboardingOf = (customer: string): Words =>
  words(
    `Onboarding of ${customer}`,
    `Incorporación de ${customer}`,
    `Integração de ${customer}`,
    `Orientasi ${customer}`,
  )
