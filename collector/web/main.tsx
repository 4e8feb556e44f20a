/** Starts the pages in the browser. */
import '@somay/shared/styles/tokens.css'
import '@somay/shared/styles/base.css'
import '@somay/shared/styles/marks.css'
import '@somay/shared/styles/facts.css'
import { LanguageProvider } from '@somay/shared/react/language.tsx'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { fetchPcListEarly } from './api/pcs.ts'
import { makeQueryClient } from './api/query-client.ts'
import { App } from './app.tsx'
import { followSystemTheme } from './display/theme.ts'
import { useTimeZone } from './display/time-zone.ts'
import { HOME } from './pages/log-in/return-address.ts'
import { readView, viewToQuery } from './pages/pc-list/url-state.ts'
import './styles/header.css'
import './styles/menu.css'
import './styles/form.css'
import './styles/list.css'
import './styles/table.css'
import './styles/pc.css'
import './styles/bundles.css'
import './styles/counts.css'
import './styles/register.css'
import './styles/administration.css'
import './styles/deployment.css'
import './styles/plan-lists.css'
import './styles/plan-terms.css'
import './styles/plan.css'
import './styles/committed.css'
import './styles/print.css'

// A collector nearby answers sooner than a weak PC draws a skeleton: so the first drawing waits this long for the rows.
const WORTH_WAITING_MS = 200

async function start(place: HTMLElement): Promise<void> {
  followSystemTheme()
  const client = makeQueryClient()
  const { pathname, search } = window.location
  if (pathname === HOME || pathname === '/') {
    const rows = fetchPcListEarly(client, viewToQuery(readView(search)))
    await Promise.race([rows, new Promise((resolve) => setTimeout(resolve, WORTH_WAITING_MS))])
  }
  createRoot(place).render(<Pages client={client} />)
}

function Pages({ client }: { client: QueryClient }) {
  return (
    <LanguageProvider timeZone={useTimeZone()}>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </LanguageProvider>
  )
}

const place = document.getElementById('page')
if (place) void start(place)
