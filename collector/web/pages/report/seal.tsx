/** The number over everything a frozen report says, and whether what stands in the ledger still gives it. */
import { useText } from '@somay/shared/react/language.tsx'
import { useVerification } from '../../api/frozen-reports.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { reportsText } from '../../text/reports.ts'

export function Seal({ id, hash }: { id: number; hash: string }) {
  const say = useText(reportsText)
  const verification = useVerification(id)
  if (verification.error) return <ErrorPanel error={verification.error} onRetry={() => void verification.refetch()} />
  const { data } = verification
  return (
    <p className={data && !data.matches ? 'attention' : 'note seal'} role={data && !data.matches ? 'alert' : undefined}>
      {say('hash')}: <code>{hash}</code> ({data ? say(data.matches ? 'matches' : 'broken') : say('checking')})
    </p>
  )
}
