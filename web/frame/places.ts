import type { Me } from '../api/answers.ts'
import { pages } from '../pages.ts'
import type { RailPlace } from '../root.ts'

export type Place = RailPlace & { to: '/accounts' }

/** Where this reader may go from anywhere, in order. */
export function placesFor(me: Me): readonly Place[] {
  return pages
    .flatMap(({ options, fullPath }) => {
      const rail = options.staticData?.rail
      // The type of one address without parameters stands for all of them: a page in the rail has none.
      return rail?.isFor(me) ? [{ ...rail, to: fullPath as '/accounts' }] : []
    })
    .sort((a, b) => a.rank - b.rank)
}
