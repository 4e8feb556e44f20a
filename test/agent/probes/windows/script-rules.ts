/** What the inventory script may not hold: what PowerShell 5.1 cannot do, what would spoil its output, and what an inventory must never do. */
import type { Node } from '@vscode/tree-sitter-wasm'
import { nodesOf } from './powershell-grammar.ts'

export type Sin = { readonly line: number; readonly rule: string; readonly text: string }

/** Cmdlets of Windows PowerShell 2.0 to 5.1 the script may use; with Confirm-SecureBootUEFI of Windows 8. Everything else is asked of .NET, WMI or COM. */
const CMDLETS = new Set(['new-object', 'start-sleep', 'confirm-securebootuefi'])
/** Newer than 5.1, named so that the message says why. */
const NEWER =
  /^(get-error|join-string|test-json|remove-service|get-uptime|remove-alias|show-markdown|convertfrom-markdown|set-markdownoption)$/
/** Writes that go to the host, or through its formatting, and would stand in the midst of the JSON. */
const TO_HOST = /^(write-(host|output|information|progress|warning|verbose|debug|error)|out-(host|default|string|file)|echo|tee-object)$/
const PARAMETERS = /^-(parallel|asjob|ashashtable|throttlelimit|enumsasstrings|noenumerate|skipcertificatecheck)$/i
/** Calls that change something; the whole script only reads. */
const CHANGES =
  /^(setvalue|deletevalue|deletesubkey(tree)?|createsubkey|put|delete|install|download|begininstall|begindownload|downloadfile|downloadstring|writealltext)$/i
/** Of objects the script may call by name; each either reads or builds the answer. */
const STARTS =
  /^(add-type|invoke-expression|invoke-command|invoke-webrequest|invoke-restmethod|start-process|start-job|set-executionpolicy|iex|icm)$/
const PERSONAL = /productkey|digitalproductid|oa3x?original|keyprotector|numericalpassword|recoverypassword|\bssid\b|wlan|installedby\b/i

/** All sins of a text, in order. */
export function sinsIn(root: Node): Sin[] {
  const functions = new Set(nodesOf(root).flatMap((node) => (node.type === 'function_name' ? [node.text.toLowerCase()] : [])))
  return nodesOf(root).flatMap((node) => {
    const rule = ruleBroken(node, functions)
    return rule === undefined ? [] : [{ line: node.startPosition.row + 1, rule, text: node.text.slice(0, 60) }]
  })
}

function ruleBroken(node: Node, functions: ReadonlySet<string>): string | undefined {
  if (node.type === 'ERROR' || node.isMissing) return 'syntax'
  if (node.type === 'pipeline_chain_tail') return '&& and || between pipelines are newer than 5.1'
  if (node.type === 'foreach_command') return 'alias or ForEach-Object: use the foreach statement'
  if (node.type === 'command_name') return commandRule(node, functions)
  if (node.type === 'command_invokation_operator' && node.text === '.' && !/^\.\s*\(\[scriptblock\]/i.test(node.parent?.text ?? '')) {
    return 'loads another file'
  }
  if (node.type === 'command_parameter' && PARAMETERS.test(node.text)) return 'parameter newer than 5.1'
  if (node.type === 'member_name' && CHANGES.test(node.text) && node.parent?.type === 'invokation_expression') return 'changes something'
  if (node.type === 'class_statement' || node.type === 'enum_statement') return 'classes need PowerShell 5'
  if (node.type === 'redirection') return 'writes elsewhere than to the output'
  if (/string_(literal|characters)$/.test(node.type) && PERSONAL.test(node.text)) return 'reads what must never be read'
  return undefined
}

function commandRule(node: Node, functions: ReadonlySet<string>): string | undefined {
  const name = node.text.toLowerCase()
  if (functions.has(name) || CMDLETS.has(name)) return undefined
  if (name === 'using') return 'using is newer than PowerShell 2 and stands at the top only'
  if (NEWER.test(name)) return 'cmdlet newer than 5.1'
  if (TO_HOST.test(name)) return 'writes into the output'
  if (STARTS.test(name)) return 'starts something'
  return /^[a-z]+-[a-z0-9]+$/.test(name) ? 'cmdlet not on the list' : 'alias or program'
}
