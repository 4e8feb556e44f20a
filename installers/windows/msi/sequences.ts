/** In which order Windows Installer does what a package says: its own actions at the places Microsoft suggests, ours between them. Pure. */
import type { Row } from './tables.ts'

const action = (name: string, sequence: number, condition?: string): Row => [name, condition, sequence]

/** Nothing is searched for here: on the elevated side, where a double click leads, it would not be done again, and most of what was found does not come along. */
export const UI_SEQUENCE: readonly Row[] = [
  action('CostInitialize', 800),
  action('FileCost', 900),
  action('CostFinalize', 1000),
  action('ExecuteAction', 1300),
]

/** `msiexec /a`: laid out on a share. */
export const ADMIN_SEQUENCE: readonly Row[] = [
  action('CostInitialize', 800),
  action('FileCost', 900),
  action('CostFinalize', 1000),
  action('InstallValidate', 1400),
  action('InstallInitialize', 1500),
  action('InstallAdminPackage', 3900),
  action('InstallFiles', 4000),
  action('InstallFinalize', 6600),
]

/** How group policy announces a package before it installs it. */
export const ADVERTISE_SEQUENCE: readonly Row[] = [
  action('CostInitialize', 800),
  action('CostFinalize', 1000),
  action('InstallValidate', 1400),
  action('InstallInitialize', 1500),
  action('PublishFeatures', 6300),
  action('PublishProduct', 6400),
  action('InstallFinalize', 6600),
]

/** `kept` are properties that an upgrade keeps when it is not told anew; a repair, which anybody may start and which runs as the system, is told nothing. */
export function executeSequence(kept: readonly string[]): readonly Row[] {
  return [
    action('FindRelatedProducts', 25),
    action('AppSearch', 50),
    ...kept.map((property, place) => action(`Keep_${property}`, 51 + place, `Installed OR (KEPT_${property} AND NOT ${property})`)),
    action('UsualMode', 70, 'NOT MODE'),
    action('LaunchConditions', 100),
    action('ValidateProductID', 700),
    action('CostInitialize', 800),
    action('FileCost', 900),
    action('CostFinalize', 1000),
    action('MigrateFeatureStates', 1200),
    action('InstallValidate', 1400),
    action('InstallInitialize', 1500),
    // The earlier version goes first, whole: nothing of it is left among the files of the new one. Inside the transaction: if this fails it comes back.
    action('RemoveExistingProducts', 1501),
    action('ProcessComponents', 1600),
    action('UnpublishFeatures', 1800),
    action('StopServices', 1900),
    action('DeleteServices', 2000),
    // Windows Installer brings back files and registry of what did not go after all; the task only this does. The mode is the installed one.
    action('ScheduleAgain', 2090, 'REMOVE = "ALL" AND KEPT_MODE = "scheduled"'),
    action('Unschedule', 2100, 'REMOVE = "ALL"'),
    action('Purge', 2200, 'REMOVE = "ALL" AND PURGE = "1" AND NOT UPGRADINGPRODUCTCODE'),
    action('RemoveRegistryValues', 2600),
    action('RemoveShortcuts', 3200),
    action('RemoveFiles', 3500),
    action('RemoveFolders', 3600),
    action('InstallFiles', 4000),
    action('CreateShortcuts', 4500),
    action('WriteRegistryValues', 5000),
    // Before anything of the agent's runs or is written there; the folder's permissions are set on what is certain to be no link.
    action('ClaimData', 5380, 'NOT (REMOVE = "ALL")'),
    action('CreateFolders', 5390),
    action('KeepSecrets', 5400, 'NOT Installed'),
    action('Schedule', 5500, 'MODE = "scheduled" AND NOT (REMOVE = "ALL")'),
    action('InstallServices', 5800),
    action('MsiConfigureServices', 5850),
    action('Configure', 5860, 'MODE <> "scheduled" AND NOT (REMOVE = "ALL")'),
    action('StartServices', 5900),
    action('RegisterUser', 6000),
    action('RegisterProduct', 6100),
    action('PublishFeatures', 6300),
    action('PublishProduct', 6400),
    action('InstallFinalize', 6600),
  ]
}
