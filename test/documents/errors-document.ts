/** Writes shared/docs/errors.md from the register of errors. */
import { ERRORS } from '#shared/errors.ts'

export function errorsDocument(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, says, todo }]) => `| \`${code}\` | ${status} | ${says.vi}<br>${says.en} | ${todo.vi}<br>${todo.en} |`,
  )
  return `# Errors

Written from \`shared/src/errors.ts\` by \`npm run docs\`; do not edit. Every refusal has this shape, in the language of the request's Accept-Language; \`id\` stands in
the collector's log beside the cause:

\`\`\`json
{ "error": { "code": "fact-invalid", "message": "...", "todo": "...", "detail": "tpm/present: must be boolean", "id": "..." } }
\`\`\`

| Code | Status | What happened | What to do |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}
