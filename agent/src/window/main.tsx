/** Starts the page of the window. */
import '@somay/shared/styles/tokens.css'
import '@somay/shared/styles/base.css'
import '@somay/shared/styles/facts.css'
import './styles/window.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { LanguageProvider, startLanguage } from './text/language.tsx'
import { followSystemTheme } from './theme.ts'

followSystemTheme()
startLanguage()

const place = document.getElementById('page')
if (place) {
  createRoot(place).render(
    <LanguageProvider>
      <App />
    </LanguageProvider>,
  )
}
