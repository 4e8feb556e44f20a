/** The entry of Electron: fits its real functions to the type of our own and starts; everything that decides stands elsewhere. */
import { join } from 'node:path'
import { app, BrowserWindow, clipboard, ipcMain, Menu, nativeImage, protocol, session, Tray } from 'electron'
import { knock } from '../door/knock.ts'
import type { ElectronParts } from './electron-parts.ts'
import { makeHandlers } from './handlers.ts'
import { optionsFrom } from './options.ts'
import { pageServer } from './page.ts'
import { startDesktop } from './start-desktop.ts'
import { TRAY_SIZE_PX, trayBitmap } from './tray-picture.ts'

// The tray goes when nobody holds it.
let tray: Tray | undefined

const electron: ElectronParts = {
  app,
  ipcMain,
  protocol,
  clipboard,
  makeWindow: (options) => new BrowserWindow(options),
  session: () => session.defaultSession,
  setMenu: (menu) => Menu.setApplicationMenu(Menu.buildFromTemplate(menu.map(({ label, submenu }) => ({ label, submenu: [...submenu] })))),
  makeTray(tip, entries) {
    tray = new Tray(nativeImage.createFromBitmap(trayBitmap(), { width: TRAY_SIZE_PX, height: TRAY_SIZE_PX }))
    tray.setToolTip(tip)
    tray.setContextMenu(Menu.buildFromTemplate([...entries]))
    tray.on('click', () => entries[0]?.click())
  },
}

// Built as one CommonJS file, beside which the preload and the page lie.
const { doors, language, hasTray, inBackground } = optionsFrom(process.argv)
startDesktop(electron, {
  handlers: makeHandlers({ doors, knock, copy: (text) => clipboard.writeText(text) }),
  page: pageServer(join(__dirname, '..', 'window')),
  preload: join(__dirname, 'preload.cjs'),
  language,
  hasTray,
  inBackground,
}).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  app.exit(1)
})
