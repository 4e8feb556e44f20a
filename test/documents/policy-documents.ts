/** Writes the templates by which a group policy sets the agent (ADMX, and ADML in both languages), from the agent's own settings. */
import { POLICY_KEY } from '#agent/config/placed-settings.ts'
import type { Setting } from '#agent/config/setting.ts'
import { SETTING_NAMES, SETTINGS, type SettingName } from '#agent/config/settings.ts'
import type { Language, Words } from '#shared/text/words.ts'

/** Where its own folder lies is no matter of a policy. */
const NAMES = SETTING_NAMES.filter((name) => name !== 'stateFolder')

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!-- Written from agent/src/config/settings.ts by npm run docs; do not edit. -->'
const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions'

const TEXTS = {
  SoMay: { vi: 'Sổ Máy', en: 'So May' },
  Agent: { vi: 'Phần mềm trạm', en: 'Agent' },
  Supported: { vi: 'Phần mềm trạm Sổ Máy', en: 'The So May agent' },
} as const satisfies Record<string, Words>

/** Labels as they stand in the editor of policies. */
const TITLES: Readonly<Record<Exclude<SettingName, 'stateFolder'>, Words>> = {
  collectorUrls: { vi: 'Địa chỉ máy chủ thu thập', en: 'Address of the collector' },
  token: { vi: 'Mã ghi danh', en: 'Enrolment token' },
  unitCode: { vi: 'Mã đơn vị', en: 'Code of the unit' },
  doorGroup: { vi: 'Nhóm được mở cửa sổ', en: 'Group that may open the window' },
  proxy: { vi: 'Máy chủ trung chuyển (proxy)', en: 'Proxy' },
  caFile: { vi: 'Chứng thư gốc của cơ quan', en: 'Private authority' },
  probeTargets: { vi: 'Trang để biết có internet', en: 'Pages by which internet is told' },
  sampleSchedule: { vi: 'Lịch lấy mẫu kết nối', en: 'Schedule of connectivity samples' },
  inventorySchedule: { vi: 'Lịch kiểm kê', en: 'Schedule of inventories' },
  outboxMaxMegabytes: { vi: 'Dung lượng hộp chờ gửi (MB)', en: 'Size of the outbox (MB)' },
  outboxMaxDays: { vi: 'Số ngày chờ gửi', en: 'Days in the outbox' },
  sendTimeoutSeconds: { vi: 'Thời gian chờ gửi (giây)', en: 'Time limit of sending (seconds)' },
  reachTimeoutSeconds: { vi: 'Thời gian chờ kiểm tra kết nối (giây)', en: 'Time limit of a connectivity check (seconds)' },
  inventoryTimeoutSeconds: { vi: 'Thời gian chờ kiểm kê (giây)', en: 'Time limit of an inventory (seconds)' },
  updateKey: { vi: 'Khóa ký bản cập nhật', en: 'Key of updates' },
  updateEveryMinutes: { vi: 'Hỏi bản cập nhật (phút một lần)', en: 'Asking for updates (minutes)' },
  updateSpreadMinutes: { vi: 'Rải việc tải bản cập nhật (phút)', en: 'Spread of fetching updates (minutes)' },
  updateProofSeconds: { vi: 'Thời gian chờ phiên bản mới (giây)', en: 'Patience with a new version (seconds)' },
  logLevel: { vi: 'Mức nhật ký', en: 'Level of the log' },
}

type Kind =
  | { readonly is: 'text'; readonly most: number }
  | { readonly is: 'number'; readonly from: number; readonly to: number }
  | { readonly is: 'choice'; readonly of: readonly string[] }

const LONGEST_TEXT = 1_023

function kindOf(name: SettingName): Kind {
  const schema = (SETTINGS[name] as Setting).schema as {
    type?: string
    enum?: string[]
    minimum?: number
    maximum?: number
    maxLength?: number
  }
  if (schema.enum) return { is: 'choice', of: schema.enum }
  if (schema.type === 'integer') return { is: 'number', from: schema.minimum ?? 0, to: schema.maximum ?? 0 }
  // A list stands as text with commas.
  return { is: 'text', most: schema.type === 'string' ? (schema.maxLength ?? LONGEST_TEXT) : LONGEST_TEXT }
}

export function admxDocument(): string {
  const policies = NAMES.map((name) => {
    const head = `<policy name="${name}" class="Machine" displayName="$(string.${name})" explainText="$(string.${name}_Explain)" presentation="$(presentation.${name})" key="${POLICY_KEY.replace(/^HKLM\\/, '')}">`
    return `    ${head}\n      <parentCategory ref="Agent"/>\n      <supportedOn ref="Supported"/>\n      <elements>${elementOf(name)}</elements>\n    </policy>`
  })
  return `${HEAD}
<policyDefinitions revision="1.0" schemaVersion="1.0" xmlns="${NAMESPACE}">
  <policyNamespaces>
    <target prefix="somay" namespace="SoMay.Policies.Agent"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <supportedOn>
    <definitions>
      <definition name="Supported" displayName="$(string.Supported)"/>
    </definitions>
  </supportedOn>
  <categories>
    <category name="SoMay" displayName="$(string.SoMay)"/>
    <category name="Agent" displayName="$(string.Agent)">
      <parentCategory ref="SoMay"/>
    </category>
  </categories>
  <policies>
${policies.join('\n')}
  </policies>
</policyDefinitions>
`
}

function elementOf(name: SettingName): string {
  const kind = kindOf(name)
  if (kind.is === 'number') return `<decimal id="${name}" valueName="${name}" minValue="${kind.from}" maxValue="${kind.to}"/>`
  if (kind.is === 'text') return `<text id="${name}" valueName="${name}" maxLength="${kind.most}" required="true"/>`
  const items = kind.of.map((value) => `<item displayName="$(string.${name}_${value})"><value><string>${value}</string></value></item>`)
  return `<enum id="${name}" valueName="${name}" required="true">${items.join('')}</enum>`
}

export function admlDocument(language: Language): string {
  const line = (id: string, text: string) => `      <string id="${id}">${escaped(text)}</string>`
  const strings = [
    ...Object.entries(TEXTS).map(([id, words]) => line(id, words[language])),
    ...NAMES.flatMap((name) => {
      const { purpose, expects } = SETTINGS[name] as Setting
      const kind = kindOf(name)
      const need = language === 'vi' ? `Cần: ${expects.vi}.` : `Expects: ${expects.en}.`
      return [
        line(name, TITLES[name][language]),
        line(`${name}_Explain`, `${purpose[language]} ${need}`),
        ...(kind.is === 'choice' ? kind.of.map((value) => line(`${name}_${value}`, value)) : []),
      ]
    }),
  ]
  const presentations = NAMES.map(
    (name) => `      <presentation id="${name}">${fieldOf(name, escaped(TITLES[name][language]))}</presentation>`,
  )
  return `${HEAD}
<policyDefinitionResources revision="1.0" schemaVersion="1.0" xmlns="${NAMESPACE}">
  <displayName>${TEXTS.SoMay[language]}</displayName>
  <description>${TEXTS.Supported[language]}</description>
  <resources>
    <stringTable>
${strings.join('\n')}
    </stringTable>
    <presentationTable>
${presentations.join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`
}

function fieldOf(name: SettingName, label: string): string {
  const { is } = kindOf(name)
  if (is === 'number') return `<decimalTextBox refId="${name}">${label}</decimalTextBox>`
  return is === 'choice'
    ? `<dropdownList refId="${name}" noSort="true">${label}</dropdownList>`
    : `<textBox refId="${name}"><label>${label}</label></textBox>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
