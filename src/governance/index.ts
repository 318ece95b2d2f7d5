// The dictionary as people live with it: who answers for which data, how full it is, and how it is to be changed.
export { fillRates } from './fill-rates.ts'
export { decide, type Governing, proposals, propose, states } from './proposals.ts'
export { type Steward, stewards } from './stewards.ts'
