/** Starts the page of the window. */
import '@somay/shared/styles/tokens.css'
import '@somay/shared/styles/base.css'
import '@somay/shared/styles/marks.css'
import '@somay/shared/styles/facts.css'
import './styles/window.css'
import { LanguageProvider } from '@somay/shared/react/language.tsx'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startLanguage } from './start-language.ts'
import { followSystemTheme } from './theme.ts'

followSystemTheme()
startLanguage()

const place = document.getElementById('page')
if (place) {
  createRoot(place).render(
    // The clock of the PC itself: the person sits before it.
    <LanguageProvider timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <App />
    </LanguageProvider>,
  )
}
