/** Electron's few functions as plain objects that remember what was asked of them; what a test wants to happen, it makes happen. */
import type { ContentsPart, ElectronParts, Sender, TrayEntry, WindowOptions, WindowPart } from '#agent/desktop/electron-parts.ts'
import type { SubMenu } from '#agent/desktop/menu.ts'

export type PretendElectron = {
  readonly parts: ElectronParts
  readonly calls: string[]
  readonly opened: WindowOptions[]
  readonly channels: Map<string, (event: Sender, question: unknown) => Promise<unknown>>
  readonly menus: SubMenu[]
  readonly tray: TrayEntry[]
  emit(event: string, ...args: unknown[]): void
  minimize(): void
  ask(permission: string): boolean
  loads(url: string): boolean
}

export function pretendElectron({ isFirst = true } = {}): PretendElectron {
  const calls: string[] = []
  const opened: WindowOptions[] = []
  const menus: SubMenu[] = []
  const tray: TrayEntry[] = []
  const channels: PretendElectron['channels'] = new Map()
  const listeners = new Map<string, ((...args: never[]) => void)[]>()
  let isMinimized = false
  let onPermission: ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | undefined
  let onRequest: ((details: { url: string }, answer: (response: { cancel: boolean }) => void) => void) | undefined

  const window: WindowPart = {
    loadURL: (url) => Promise.resolve(void calls.push(`load ${url}`)),
    show: () => void calls.push('show'),
    focus: () => void calls.push('focus'),
    restore: () => void calls.push('restore'),
    isMinimized: () => isMinimized,
    isDestroyed: () => false,
    once: (_event, listener) => listener(),
  }
  const parts: ElectronParts = {
    app: {
      requestSingleInstanceLock: () => isFirst,
      quit: () => void calls.push('quit'),
      whenReady: () => Promise.resolve(),
      setName: (name) => void calls.push(`name ${name}`),
      on(event: string, listener: (...args: never[]) => void) {
        listeners.set(event, [...(listeners.get(event) ?? []), listener])
      },
    },
    makeWindow(options) {
      opened.push(options)
      return window
    },
    ipcMain: { handle: (channel, listener) => void channels.set(channel, listener) },
    protocol: {
      registerSchemesAsPrivileged: (schemes) => void calls.push(`scheme ${JSON.stringify(schemes)}`),
      handle: (scheme) => void calls.push(`serve ${scheme}`),
    },
    session: () => ({
      setPermissionRequestHandler: (handler) => {
        onPermission = handler
      },
      setPermissionCheckHandler: (handler) => void calls.push(`check ${handler()}`),
      webRequest: {
        onBeforeRequest: (listener) => {
          onRequest = listener
        },
      },
    }),
    clipboard: { writeText: (text) => void calls.push(`copy ${text}`) },
    setMenu: (menu) => void menus.push(...menu),
    makeTray: (_tip, entries) => void tray.push(...entries),
  }
  return {
    parts,
    calls,
    opened,
    channels,
    menus,
    tray,
    emit: (event, ...args) => {
      for (const listener of listeners.get(event) ?? []) listener(...(args as never[]))
    },
    minimize: () => {
      isMinimized = true
    },
    ask(permission) {
      let granted = true
      onPermission?.(undefined, permission, (given) => {
        granted = given
      })
      return granted
    },
    loads(url) {
      let cancelled = false
      onRequest?.({ url }, ({ cancel }) => {
        cancelled = cancel
      })
      return !cancelled
    },
  }
}

/** A page's contents, with the events that a page may cause. */
export function pretendContents() {
  const listeners = new Map<string, (event: { preventDefault(): void }) => void>()
  let openHandler: (() => { action: string }) | undefined
  const contents: ContentsPart = {
    on: (event, listener) => void listeners.set(event, listener),
    setWindowOpenHandler: (handler) => {
      openHandler = handler
    },
  }
  const isPrevented = (event: string) => {
    let prevented = false
    listeners.get(event)?.({ preventDefault: () => (prevented = true) })
    return prevented
  }
  return { contents, isPrevented, opens: () => openHandler?.().action }
}
