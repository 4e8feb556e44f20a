/** The language of the window: as chosen here before, else as it was started, else Vietnamese. */
import { type Catalogue, type Say, sayIn } from '@somay/shared/text/catalogue.ts'
import type { Manner } from '@somay/shared/text/reading.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

const KEY = 'somay-language'

type Choice = { language: Language; choose: (language: Language) => void }

const LanguageContext = createContext<Choice>({ language: 'vi', choose: () => undefined })

/** Before anything is drawn; the page's own `lang` is the one source. */
export function startLanguage(): void {
  const chosen = localStorage.getItem(KEY) ?? new URLSearchParams(window.location.search).get('language')
  document.documentElement.lang = chosen === 'en' ? 'en' : 'vi'
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(document.documentElement.lang === 'en' ? 'en' : 'vi')
  const choice = useMemo<Choice>(() => {
    const choose = (chosen: Language) => {
      document.documentElement.lang = chosen
      localStorage.setItem(KEY, chosen)
      setLanguage(chosen)
    }
    return { language, choose }
  }, [language])
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): Choice {
  return useContext(LanguageContext)
}

export function useText<C extends Catalogue>(catalogue: C): Say<C> {
  const { language } = useLanguage()
  return useMemo(() => sayIn(catalogue, language), [catalogue, language])
}

// The clock of the PC itself: the person sits before it.
const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

export function useManner(): Manner {
  const { language } = useLanguage()
  return useMemo(() => ({ language, timeZone: TIME_ZONE }), [language])
}
