/** The language the window opens in: as chosen here before, else as it was started, else Vietnamese. */
import { LANGUAGE_KEY } from '@somay/shared/react/language.tsx'

/** Before anything is drawn; the page's own `lang` is the one source. */
export function startLanguage(): void {
  const chosen = localStorage.getItem(LANGUAGE_KEY) ?? new URLSearchParams(window.location.search).get('language')
  document.documentElement.lang = chosen === 'en' ? 'en' : 'vi'
}
