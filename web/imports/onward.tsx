import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import style from './imports.module.css'

/** The address of a step. */
export const stepOf = (id: string, step: string) => ({ to: '/imports/$id', params: { id }, search: { step } }) as const

/** On to the next step. */
export function Onward({ id, step, children }: { id: string; step: string; children: ReactNode }) {
  const navigate = useNavigate()
  return (
    <div className={style['onward']}>
      <Button onClick={() => void navigate(stepOf(id, step))}>{children}</Button>
    </div>
  )
}
