export { type Accepted, accept } from './handoff/accept.ts'
export { type Beginning, type Begun, begin, type Form, form } from './handoff/begin.ts'
export { figures, type HandoffFigures } from './handoff/figures.ts'
export { giveBack, type Rating, rate, type Stepped, submit } from './handoff/steps.ts'
