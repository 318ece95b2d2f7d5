// Whether records tell of several people of one home. Of those who share a family name and a home, about one pair in a hundred are twins;
// whoever lists customers, taxpayers or patients lists couples, parents and children long before. So where hardly anybody lists a
// relative, and many are listed twice, two of one home and one day of birth are one person with a mistaken name: a hundred found twice
// and one relative at most make one pair of twins among ten thousand.
import { type Columns, codesOf } from '../columns.ts'
import { anyHolds } from '../contradictions.ts'
import type { Model } from '../model.ts'
import { createScorer } from '../scorer.ts'
import { groupCount, groupRows } from './groups.ts'

/** So many have to be found twice before their homes tell anything. */
const leastTwice = 50
/** Of pairs that share a home, at most so many may be of two people. */
const mostRelatives = 1 / 100
/** More behind one door are an office. */
const mostAtHome = 20
/** Enough to tell by. */
const [mostRows, mostPairs] = [100_000, 20_000]

/** The model without what only holds where relatives are listed, where none are. */
export function fittedTo(columns: Columns, model: Model): Model {
  const contradictions = model.contradictions.filter(({ isOfHouseholds }) => !isOfHouseholds)
  const isSame = contradictions.length === model.contradictions.length || !isOnePersonAHome(columns, model)
  return isSame ? model : { ...model, contradictions }
}

function isOnePersonAHome(columns: Columns, model: Model): boolean {
  const [family, house, street, birth] = ['family', 'house', 'street', 'birth'].map((name) =>
    codesOf(columns, name),
  ) as [Int32Array, Int32Array, Int32Array, Int32Array] // as many as there are names
  const homes = groupRows(
    street
      .subarray(0, mostRows)
      .map((code, row) =>
        code === 0 || house[row] === 0 || family[row] === 0 || birth[row] === 0
          ? 0
          : Math.imul(code, 0x9e3779b1) ^ Math.imul(house[row] as number, 0x85ebca6b) ^ (family[row] as number),
      ),
  )
  const isOneOfTwo = anyHolds(model, [
    { given: ['different'], birth: ['different', 'a generation apart'], national_id: ['absent', 'different'] },
  ])
  const isOne = anyHolds(model, [{ given: ['same', 'part or elsewhere', 'slip', 'nickname'], birth: ['same', 'slip'] }])
  const scorer = createScorer(model, columns)
  const enough = mostPairs * mostRelatives
  let [twice, relatives, seen] = [0, 0, 0]
  for (let home = 0; home < groupCount(homes) && seen < mostPairs && relatives <= enough; home++) {
    const rows = homes.rows.subarray(homes.starts[home], homes.starts[home + 1])
    if (rows.length > mostAtHome) continue
    for (const [i, a] of rows.entries())
      for (const b of rows.subarray(i + 1)) {
        // Numbers that were mixed may be equal by chance.
        if (street[a] !== street[b] || house[a] !== house[b] || family[a] !== family[b]) continue
        seen += 1
        const vector = scorer.vector(a, b)
        if (isOne(vector)) twice += 1
        else if (isOneOfTwo(vector)) relatives += 1
      }
  }
  return twice >= leastTwice && relatives <= twice * mostRelatives
}
