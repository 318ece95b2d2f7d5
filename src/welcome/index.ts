// What an empty workspace and a newcomer begin with: the demo company on request, and the tour.
export { askForDemo, askToRemoveDemo, type DemoOrder, demoJob, type Welcome, welcome } from './demo-order.ts'
export { type LoadedCompany, loadCompany } from './load-company.ts'
export { type Tour, tourOf, wentOnTour } from './tour.ts'
export { workOnDemo } from './work-on-demo.ts'
