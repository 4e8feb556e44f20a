/** Holds what may be wider than its place: it scrolls by itself, and the keyboard stops at it only when there is something to scroll. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { factText } from '../text/fact-text.ts'
import { useText } from './language.tsx'

export function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const say = useText(factText)
  const place = useRef<HTMLElement>(null)
  const [isWide, setIsWide] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(() => setIsWide(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return (
    // A region that scrolls must be reached by the keyboard (WCAG 2.1.1), under a name of its own.
    <section ref={place} className="fact-rows" aria-label={isWide ? say('table', { label }) : undefined} tabIndex={isWide ? 0 : undefined}>
      {children}
    </section>
  )
}
