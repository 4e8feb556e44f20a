/** Goes to the place the address names once it stands: the browser looked for it before the page had come. */
import { useEffect } from 'react'

export function useScrollToHash(): void {
  useEffect(() => {
    document.getElementById(window.location.hash.slice(1))?.scrollIntoView()
  }, [])
}
