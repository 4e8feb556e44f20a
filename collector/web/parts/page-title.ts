/** Names the document after the page, so that tabs, history and screen readers tell pages apart. */
import { useEffect } from 'react'

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Sổ Máy`
  }, [title])
}
