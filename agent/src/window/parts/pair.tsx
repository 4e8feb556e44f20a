/** A title and its value, one of a list of pairs. */
import type { ReactNode } from 'react'

export function Pair({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
