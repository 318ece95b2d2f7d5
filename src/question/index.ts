export { printWhere } from './print.ts'
export {
  type GroupBy,
  type Measure,
  type Nested,
  type Order,
  periods,
  type Question,
  type Selected,
  type Where,
} from './shapes.ts'
export { parseQuestion, parseWhere } from './text.ts'
export { Unsayable } from './unsayable.ts'
