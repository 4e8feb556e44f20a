/** Reads which module imports which, from the sources themselves; no build, no dependency. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** `target` is a path from the root for our own modules, else the package or node: name as written. */
export type Import = { readonly from: string; readonly target: string; readonly typeOnly: boolean }

const SOURCE = /\.(ts|tsx|mts|mjs)$/

// Static imports and re-exports, and dynamic ones with a literal.
const IMPORTS = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

/** The prefixes under which our own modules are known, and where they lie. */
export type Aliases = Readonly<Record<string, string>>

export function sourcesUnder(root: string, folder: string): string[] {
  const full = join(root, folder)
  if (!existsSync(full)) return []
  return readdirSync(full).flatMap((name) => {
    if (name === 'node_modules' || name === 'dist' || name.startsWith('.')) return []
    const path = join(folder, name)
    if (statSync(join(root, path)).isDirectory()) return sourcesUnder(root, path)
    return SOURCE.test(name) ? [path.split(sep).join('/')] : []
  })
}

export function importsOf(root: string, file: string, aliases: Aliases): Import[] {
  // Comments may show imports as examples; a line comment after a colon is a URL and stays.
  const text = readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
  return [...text.matchAll(IMPORTS)].map(([, type, fixed, dynamic]) => ({
    from: file,
    target: resolved(root, file, (fixed ?? dynamic) as string, aliases),
    typeOnly: type !== undefined,
  }))
}

function resolved(root: string, file: string, specifier: string, aliases: Aliases): string {
  if (specifier.startsWith('.'))
    return relative(root, resolve(root, dirname(file), specifier))
      .split(sep)
      .join('/')
  for (const [prefix, folder] of Object.entries(aliases)) if (specifier.startsWith(prefix)) return folder + specifier.slice(prefix.length)
  return specifier
}
