/* Sets theme and language before anything is drawn, so that nothing flashes. Must stay a classic script: a module would come too late. */
;(() => {
  const root = document.documentElement
  const stored = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const theme = stored('somay-theme')
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  if (stored('somay-language') === 'en') root.lang = 'en'
})()
