/** The few functions of Electron that are used, as a type of our own: main.ts fits the real ones to it, tests bring their own. */
import type { SubMenu } from './menu.ts'

type Prevented = { preventDefault(): void }

export type ContentsPart = {
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate' | 'will-attach-webview',
    listener: (event: Prevented) => void,
  ): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
}

export type WindowPart = {
  loadURL(url: string): Promise<void>
  show(): void
  focus(): void
  restore(): void
  isMinimized(): boolean
  isDestroyed(): boolean
  once(event: 'ready-to-show', listener: () => void): unknown
}

export type WindowOptions = {
  readonly width: number
  readonly height: number
  readonly minWidth: number
  readonly minHeight: number
  readonly show: false
  readonly title: string
  readonly autoHideMenuBar: true
  readonly webPreferences: Readonly<Record<(typeof ALWAYS)[number], true>> &
    Readonly<Record<(typeof NEVER)[number], false>> & { readonly preload: string }
}

export const ALWAYS = ['sandbox', 'contextIsolation', 'webSecurity'] as const
export const NEVER = [
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webviewTag',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'navigateOnDragDrop',
  'spellcheck',
  'devTools',
] as const

/** The page that sent a message. */
export type Sender = { readonly senderFrame: { readonly url: string } | null }

/** The first is what a click does, too. */
export type TrayEntry = { readonly label: string; readonly click: () => void }

export type ElectronParts = {
  readonly app: {
    requestSingleInstanceLock(): boolean
    quit(): void
    whenReady(): Promise<void>
    setName(name: string): void
    on(event: 'second-instance' | 'window-all-closed' | 'activate', listener: () => void): unknown
    on(event: 'web-contents-created', listener: (event: unknown, contents: ContentsPart) => void): unknown
  }
  makeWindow(options: WindowOptions): WindowPart
  readonly ipcMain: { handle(channel: string, listener: (event: Sender, question: unknown) => Promise<unknown>): void }
  readonly protocol: {
    registerSchemesAsPrivileged(schemes: { scheme: string; privileges: { standard: boolean; secure: boolean } }[]): void
    handle(scheme: string, handler: (request: { url: string }) => Response): void
  }
  /** Of the one session there is; asked for only when the app is ready. */
  session(): {
    setPermissionRequestHandler(handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void): void
    setPermissionCheckHandler(handler: () => boolean): void
    readonly webRequest: {
      onBeforeRequest(listener: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void): void
    }
  }
  readonly clipboard: { writeText(text: string): void | Promise<void> }
  setMenu(menu: readonly SubMenu[]): void
  /** A picture, a click and a menu of its own, for systems where a click does nothing; made only when somebody asked for it. */
  makeTray(tip: string, entries: readonly TrayEntry[]): void
}
