/** The language of a page and how its values are written: as chosen here before, else as the page was started. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { type Catalogue, type Say, sayIn } from '../text/catalogue.ts'
import type { Manner } from '../text/reading.ts'
import type { Language } from '../text/words.ts'

/** Under this name a browser remembers it; scripts that run before the first paint read it too. */
export const LANGUAGE_KEY = 'somay-language'

type Choice = { readonly language: Language; choose(language: Language): void }

const LanguageContext = createContext<Choice>({ language: 'vi', choose: () => undefined })
const TimeZoneContext = createContext('UTC')

/** The page's own `lang` is the one source: it is set before anything is drawn, requests send it, screen readers read by it. */
export function currentLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'vi'
}

/** `timeZone` is the clock by which times are shown. */
export function LanguageProvider({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage)
  const choice = useMemo<Choice>(() => {
    const choose = (chosen: Language) => {
      document.documentElement.lang = chosen
      try {
        localStorage.setItem(LANGUAGE_KEY, chosen)
      } catch {
        // A browser that keeps nothing still shows the choice until it closes.
      }
      setLanguage(chosen)
    }
    return { language, choose }
  }, [language])
  return (
    <LanguageContext value={choice}>
      <TimeZoneContext value={timeZone}>{children}</TimeZoneContext>
    </LanguageContext>
  )
}

export function useLanguage(): Choice {
  return useContext(LanguageContext)
}

export function useText<C extends Catalogue>(catalogue: C): Say<C> {
  const { language } = useLanguage()
  return useMemo(() => sayIn(catalogue, language), [catalogue, language])
}

/** How values are written out here. */
export function useManner(): Manner {
  const { language } = useLanguage()
  const timeZone = useContext(TimeZoneContext)
  return useMemo(() => ({ language, timeZone }), [language, timeZone])
}
