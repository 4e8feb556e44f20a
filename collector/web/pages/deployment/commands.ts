/** The commands that make a PC join by a token: the agent asks once, and keeps what it was given. Pure. */

/** `agent/src/config/settings.ts` says where settings are placed; both ways end in the same enrolment. */
export function enrolCommands(collectorUrl: string, token: string): { readonly windows: string; readonly linux: string } {
  const key = 'HKLM:\\Software\\Policies\\SoMay\\Agent'
  return {
    windows: [
      `New-Item -Path '${key}' -Force | Out-Null`,
      `Set-ItemProperty -Path '${key}' -Name collectorUrls -Value '${collectorUrl}'`,
      `Set-ItemProperty -Path '${key}' -Name token -Value '${token}'`,
    ].join('\n'),
    linux: `sudo somay-agent enrol --collector '${collectorUrl}' --token '${token}'`,
  }
}
