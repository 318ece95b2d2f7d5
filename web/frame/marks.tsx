// The few signs these pages need, drawn here; each stands beside a word or has a label of its own.
import type { ReactNode } from 'react'

type Sized = { size?: number }

export const Person = ({ size = 16 }: Sized) => (
  <Drawn size={size}>
    <circle cx="8" cy="5.5" r="2.5" />
    <path d="M3 13.5c.6-2.6 2.5-4 5-4s4.4 1.4 5 4" />
  </Drawn>
)
export const Warning = ({ size = 16 }: Sized) => (
  <Drawn size={size}>
    <path d="M8 2.5 14.5 13.5H1.5ZM8 7v2.8M8 11.7v.1" />
  </Drawn>
)
export const Done = ({ size = 16 }: Sized) => (
  <Drawn size={size}>
    <path d="M3 8.5 6.5 12 13 4.5" />
  </Drawn>
)
/** All sources agree. */
export const Agreed = ({ size = 16 }: Sized) => (
  <Drawn size={size}>
    <circle cx="8" cy="8" r="2.6" />
  </Drawn>
)
/** Sources contradict one another. */
export const Disputed = ({ size = 16 }: Sized) => (
  <Drawn size={size}>
    <path d="M3.5 6h9M3.5 10h9M10.5 3.5l-5 9" />
  </Drawn>
)

function Drawn({ size, children }: { size: number; children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}
