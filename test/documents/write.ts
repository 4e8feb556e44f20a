/** `npm run docs`: writes the generated documents anew. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { GENERATED } from './generated.ts'

for (const [path, write] of Object.entries(GENERATED)) {
  writeFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), write())
  console.log(path)
}
