/** The documents that are written from the sources, and where they lie. */
import { agentSettingsDocument } from './agent-settings-document.ts'
import { errorsDocument } from './errors-document.ts'
import { factsDocument } from './facts-document.ts'
import { admlDocument, admxDocument } from './policy-documents.ts'

export const GENERATED: Readonly<Record<string, () => string>> = {
  'shared/docs/facts.md': factsDocument,
  'shared/docs/errors.md': errorsDocument,
  'shared/docs/agent-settings.md': agentSettingsDocument,
  'installers/windows/policy/SoMay.admx': admxDocument,
  'installers/windows/policy/vi-VN/SoMay.adml': () => admlDocument('vi'),
  'installers/windows/policy/en-US/SoMay.adml': () => admlDocument('en'),
}
