/** The language of the pages: Vietnamese unless the person chose English; remembered in this browser. */

import { type Catalogue, type Say, sayIn } from '@somay/shared/text/catalogue.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

const KEY = 'somay-language'

type Choice = { language: Language; choose: (language: Language) => void }

const LanguageContext = createContext<Choice>({ language: 'vi', choose: () => undefined })

/** The page's own `lang` is the one source: first-paint.js sets it, requests send it, screen readers read by it. */
export function currentLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'vi'
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage)
  const choice = useMemo<Choice>(() => {
    const choose = (chosen: Language) => {
      document.documentElement.lang = chosen
      try {
        localStorage.setItem(KEY, chosen)
      } catch {
        // A browser that keeps nothing still shows the choice until it closes.
      }
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
