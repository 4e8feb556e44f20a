/** Starts the pages in the browser. */
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './api/query-client.ts'
import { App } from './app.tsx'
import { followSystemTheme } from './display/theme.ts'
import { LanguageProvider } from './text/language.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './styles/header.css'
import './styles/menu.css'
import './styles/form.css'
import './styles/list.css'
import './styles/table.css'
import './styles/pc.css'
import './styles/print.css'

followSystemTheme()

const place = document.getElementById('page')
if (place) {
  createRoot(place).render(
    <LanguageProvider>
      <QueryClientProvider client={makeQueryClient()}>
        <App />
      </QueryClientProvider>
    </LanguageProvider>,
  )
}
