/** Asks before the tab is closed or loaded anew while there is something that would be lost by it. */
import { useEffect } from 'react'

export function useAskBeforeLeaving(ask: boolean): void {
  useEffect(() => {
    if (!ask) return
    const onLeaving = (event: BeforeUnloadEvent) => {
      event.preventDefault()
      // Browsers as old as those of Windows 7 ask only when this is set.
      event.returnValue = true
    }
    window.addEventListener('beforeunload', onLeaving)
    return () => window.removeEventListener('beforeunload', onLeaving)
  }, [ask])
}
