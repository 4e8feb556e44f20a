/** A fact or a report as it travelled, folded away. */
export function RawBody({ title, body }: { readonly title: string; readonly body: unknown }) {
  return (
    <details className="raw">
      <summary>{title}</summary>
      <pre>{JSON.stringify(body, null, 2)}</pre>
    </details>
  )
}
