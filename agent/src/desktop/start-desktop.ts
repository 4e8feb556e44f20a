/** The main process: one instance, one window, one page; everything else a page could want is refused. */
import { channelOf, MESSAGE_NAMES } from '../preload/messages.ts'
import type { ContentsPart, ElectronParts, WindowOptions, WindowPart } from './electron-parts.ts'
import type { Handlers } from './handlers.ts'
import { menuOf, trayWords } from './menu.ts'
import { isOurPage, PAGE_ADDRESS, SCHEME } from './page.ts'

export type Desktop = {
  readonly handlers: Handlers
  readonly page: (request: { url: string }) => Response
  readonly preload: string
  readonly language: 'vi' | 'en' | undefined
  readonly hasTray: boolean
  readonly inBackground: boolean
}

const NAME = 'Sổ Máy'

/** Resolves when the window stands, or at once when another instance has it. */
export async function startDesktop(electron: ElectronParts, desktop: Desktop): Promise<void> {
  const { app, protocol, ipcMain } = electron
  app.setName('so-may')
  if (!app.requestSingleInstanceLock()) return app.quit()
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
  app.on('web-contents-created', (_event, contents) => confine(contents))
  let window: WindowPart | undefined

  const open = (): void => {
    if (window && !window.isDestroyed()) {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      return
    }
    const opened = electron.makeWindow(windowOptions(desktop.preload))
    window = opened
    // Shown when drawn, so that nothing flashes.
    opened.once('ready-to-show', () => opened.show())
    opened.loadURL(desktop.language === undefined ? PAGE_ADDRESS : `${PAGE_ADDRESS}?language=${desktop.language}`).catch(() => app.quit())
  }

  app.on('second-instance', open)
  app.on('activate', open)
  app.on('window-all-closed', () => {
    if (!desktop.hasTray) app.quit()
  })
  await app.whenReady()
  refuseEverythingElse(electron)
  protocol.handle(SCHEME, desktop.page)
  for (const name of MESSAGE_NAMES) ipcMain.handle(channelOf(name), desktop.handlers[name])
  const language = desktop.language ?? 'vi'
  electron.setMenu(menuOf(language))
  if (desktop.hasTray) {
    const words = trayWords(language)
    electron.makeTray(NAME, [
      { label: words.open, click: open },
      { label: words.quit, click: () => app.quit() },
    ])
  }
  if (!desktop.inBackground) open()
}

/** No page goes anywhere, opens anything or embeds anything. */
function confine(contents: ContentsPart): void {
  const refuse = (event: { preventDefault(): void }) => event.preventDefault()
  contents.on('will-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-attach-webview', refuse)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function refuseEverythingElse(electron: ElectronParts): void {
  const session = electron.session()
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurPage(url) }))
}

function windowOptions(preload: string): WindowOptions {
  return {
    width: 1_024,
    height: 720,
    minWidth: 360,
    minHeight: 480,
    show: false,
    title: NAME,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  }
}
