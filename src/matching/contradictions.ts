// Conditions on levels as bit tests on the vector: each asks whether a field's level is one of some.
import { type Condition, type Contradiction, layoutOf, levelNumber, type Model } from './model.ts'

type Test = { shift: number; mask: number /** Bit n is set where level n is meant. */; levels: number }

export type Holding = {
  name: string
  atMost: number
  answer: 'related' | 'not_same'
  isHard: boolean
  when: readonly Test[]
  unless: readonly (readonly Test[])[]
}

/** A model's contradictions ready to be asked of vectors, the heaviest first. */
export function readConditions(model: Model): Holding[] {
  const read = reader(model)
  return model.contradictions
    .map((each: Contradiction) => ({
      name: each.name,
      atMost: each.atMost,
      answer: each.answer,
      isHard: each.isHard ?? false,
      when: read(each.when),
      unless: (each.unless ?? []).map(read),
    }))
    .sort((a, b) => a.atMost - b.atMost)
}

/** Whether something binds the two records of this vector, whether they are one or not. */
export const areTied = (model: Model, vector: number): boolean => anyHolds(model, model.ties)(vector)

/** Answers of a vector whether nobody can lead across: the two are never one. */
export function hardContradictions(model: Model): (vector: number) => boolean {
  const hard = readConditions(model).filter(({ isHard }) => isHard)
  return (vector) => hard.some((contradiction) => holds(contradiction, vector))
}

/** Answers of a vector whether one of these conditions holds. */
export function anyHolds(model: Model, conditions: readonly Condition[]): (vector: number) => boolean {
  const read = conditions.map(reader(model))
  return (vector) => read.some((tests) => all(tests, vector))
}

function reader(model: Model): (condition: Condition) => Test[] {
  const layout = layoutOf(model)
  return (condition) =>
    Object.entries(condition).map(([name, levels]) => {
      const [field, place] = [model.fields.find((each) => each.name === name), layout.get(name)]
      if (!field || !place) throw new Error(`A condition of the ${model.kind} model asks for the field "${name}".`)
      const numbers = levels.map((level) => (level === 'absent' ? 0 : levelNumber(field, level)))
      return {
        shift: place.shift,
        mask: (1 << place.width) - 1,
        levels: numbers.reduce((bits, number) => bits | (1 << number), 0),
      }
    })
}

export const holds = ({ when, unless }: Holding, vector: number): boolean =>
  all(when, vector) && !unless.some((tests) => all(tests, vector))

function all(tests: readonly Test[], vector: number): boolean {
  for (const { shift, mask, levels } of tests) if (((levels >>> ((vector >>> shift) & mask)) & 1) === 0) return false
  return true
}
