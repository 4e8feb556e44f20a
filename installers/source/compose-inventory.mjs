// Puts the sections of the Windows inventory into its frame: one script file beside the agent, the one an administrator reads and may sign.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'agent/src/probes/windows'

/** The whole script; a section's time limit is not in it, the agent passes it. */
export function composeInventory(root) {
  const read = (name) => readFileSync(join(root, folder, name), 'utf8')
  const sections = readdirSync(join(root, folder, 'sections'))
    .filter((name) => name.endsWith('.ps1'))
    .sort()
    .map((name) => `$SectionText['${name.slice(0, -'.ps1'.length)}'] = {\n${read(`sections/${name}`)}}.ToString()\n`)
  const marks = { '# <parts>': read('parts.ps1').trimEnd(), '# <sections>': sections.join('\n').trimEnd() }
  let script = read('inventory.ps1')
  for (const [mark, text] of Object.entries(marks)) {
    if (script.split(mark).length !== 2) throw new Error(`inventory.ps1 must hold the line "${mark}" once`)
    // A function, because "$" means something in a replacement text.
    script = script.replace(mark, () => text)
  }
  // PowerShell 5.1 reads a file without a byte order mark in the code page of the PC, so only ASCII is the same everywhere.
  if (/[^\n\x20-\x7e]/.test(script)) throw new Error('the script holds a character outside ASCII')
  // Windows line ends: a signature covers them, and editors of administrators show them.
  return script.replaceAll('\n', '\r\n')
}
