/** The switches to burn into Electron's binary when it is packaged; names as in @electron/fuses 2 (FuseV1Options). */

export const FUSES = {
  /** The window is no way to run scripts with another program's rights. */
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableCookieEncryption: true,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  /** The page has a scheme of its own; files need no privileges. */
  GrantFileProtocolExtraPrivileges: false,
} as const
