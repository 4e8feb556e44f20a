/** Parses PowerShell with a real grammar (tree-sitter, as WebAssembly), so that scripts can be judged where no PowerShell is. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Language as LanguageType, Node, Parser as ParserType } from '@vscode/tree-sitter-wasm'

const require = createRequire(import.meta.url)

/** One parser for all texts; the grammar takes half a second to load. */
export async function powershellParser(): Promise<(text: string) => Node> {
  // CommonJS without named exports that Node could see.
  const { Parser, Language } = require('@vscode/tree-sitter-wasm') as { Parser: typeof ParserType; Language: typeof LanguageType }
  await Parser.init()
  const folder = dirname(require.resolve('@vscode/tree-sitter-wasm'))
  const parser = new Parser()
  parser.setLanguage(await Language.load(join(folder, 'tree-sitter-powershell.wasm')))
  return (text) => {
    const tree = parser.parse(text)
    if (!tree) throw new Error('the grammar gave no tree')
    return tree.rootNode
  }
}

export function nodesOf(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (child ? nodesOf(child) : []))]
}
