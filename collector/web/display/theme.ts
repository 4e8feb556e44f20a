/** Light, dark or as the system says; remembered in this browser only. */

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'somay-theme'
const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)')

export function storedTheme(): Theme {
  const stored = read()
  return THEMES.find((theme) => theme === stored) ?? 'system'
}

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // A browser that keeps nothing still shows the choice until it closes.
  }
  show(theme)
}

export function followSystemTheme(): void {
  systemIsDark().addEventListener('change', () => show(storedTheme()))
}

function show(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark().matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
