// The page around all pages. What a page says of itself beyond its address stands in its `staticData`.
import type { Icon } from '@tabler/icons-react'
import { createRootRoute } from '@tanstack/react-router'
import type { Me } from './api/answers.ts'
import type { Catalogue } from './words/areas.ts'

export type RailSection = 'work' | 'data' | 'settings'

/** A page's place in the rail and in the palette. Its address has no parameters. */
export type RailPlace = {
  section: RailSection
  /** Lower stands higher. */
  rank: number
  name: keyof Catalogue['rail']
  icon: Icon
  /** Whether it is shown to this reader. The page itself answers whoever comes by its address. */
  isFor(me: Me): boolean
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    rail?: RailPlace
  }
}

export const root = createRootRoute()

/** Whether the reader's role has the verb for the object. */
export const may = ({ may }: Me, object: string, verb: string): boolean => may[object]?.includes(verb) ?? false

/** Whether the reader may bring in files of anything at all. */
export const mayImport = ({ may }: Me): boolean => Object.values(may).some((verbs) => verbs.includes('import'))
