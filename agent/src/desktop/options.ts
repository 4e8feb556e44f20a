/** What the window was started with; the command `somay-agent window` writes it, and this reads it. */

export type DesktopOptions = {
  readonly doors: readonly string[]
  readonly language: 'vi' | 'en' | undefined
  readonly hasTray: boolean
  /** As at log-on: no window before somebody asks for it in the tray. */
  readonly inBackground: boolean
}

const DOOR = '--door='
const LANGUAGE = '--language='
const TRAY = '--tray'
const BACKGROUND = '--background'

/** Electron's own arguments stand among them, and are none of ours. */
export function optionsFrom(args: readonly string[]): DesktopOptions {
  const language = args.find((arg) => arg.startsWith(LANGUAGE))?.slice(LANGUAGE.length)
  return {
    doors: args.filter((arg) => arg.startsWith(DOOR)).map((arg) => arg.slice(DOOR.length)),
    language: language === 'vi' || language === 'en' ? language : undefined,
    hasTray: args.includes(TRAY),
    // Without a tray nobody could ask.
    inBackground: args.includes(TRAY) && args.includes(BACKGROUND),
  }
}

export function argumentsFor({ doors, language, hasTray, inBackground }: DesktopOptions): string[] {
  return [
    ...doors.map((door) => `${DOOR}${door}`),
    ...(language === undefined ? [] : [`${LANGUAGE}${language}`]),
    ...(hasTray ? [TRAY] : []),
    ...(inBackground ? [BACKGROUND] : []),
  ]
}
