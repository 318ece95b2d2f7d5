import { IconBuilding, IconUser } from '@tabler/icons-react'

/** What the palette finds records of. */
export const searched = [
  { object: 'account', icon: IconBuilding },
  { object: 'contact', icon: IconUser },
] as const
