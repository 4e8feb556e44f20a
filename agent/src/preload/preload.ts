/** The only script of ours beside the page with a way to the main process; it hands over the bridge and keeps the way to itself. */
import { contextBridge, ipcRenderer } from 'electron'
import { BRIDGE } from './bridge.ts'
import { makeBridge } from './make-bridge.ts'

contextBridge.exposeInMainWorld(
  BRIDGE,
  makeBridge((channel, question) => ipcRenderer.invoke(channel, question) as Promise<unknown>),
)
