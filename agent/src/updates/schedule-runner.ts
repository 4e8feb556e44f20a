/** Has the scheduler of Windows run the runner: at the next start of the PC if the power goes, and at once where no service does it. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Platform } from '../platform/platform.ts'
import { RUNNER_FILE } from './places.ts'
import { RUNNER_NODE } from './prepare-runner.ts'

export const RUNNER_TASK = 'SoMay\\Update'
const LIMIT_MS = 60_000

const taskXml = (programs: string) => `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Finishes an update of the So May agent; removed when it is done.</Description></RegistrationInfo>
  <Triggers><BootTrigger><Delay>PT1M</Delay></BootTrigger></Triggers>
  <Principals><Principal id="Author"><UserId>S-1-5-18</UserId><RunLevel>HighestAvailable</RunLevel></Principal></Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT30H</ExecutionTimeLimit>
    <Enabled>true</Enabled>
  </Settings>
  <Actions Context="Author">
    <Exec><Command>${escaped(join(programs, RUNNER_NODE))}</Command><Arguments>${RUNNER_FILE}</Arguments><WorkingDirectory>${escaped(programs)}</WorkingDirectory></Exec>
  </Actions>
</Task>
`

/** Whether the scheduler took it; `atOnce` starts it too. */
export async function scheduleRunner(platform: Platform, programs: string, { atOnce }: { readonly atOnce: boolean }): Promise<boolean> {
  const definition = join(programs, 'task.xml')
  writeFileSync(definition, `\ufeff${taskXml(programs)}`, 'utf16le')
  try {
    const made = await platform.runCommand('schtasks.exe', ['/Create', '/TN', RUNNER_TASK, '/XML', definition, '/F'], {
      timeoutMs: LIMIT_MS,
    })
    if (made.kind !== 'ok' || !atOnce) return made.kind === 'ok'
    return (await platform.runCommand('schtasks.exe', ['/Run', '/TN', RUNNER_TASK], { timeoutMs: LIMIT_MS })).kind === 'ok'
  } finally {
    rmSync(definition, { force: true })
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
