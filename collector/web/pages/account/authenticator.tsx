/** The picture an authenticator reads, the same as text, and the first code it shows. */
import type { SecondFactorBegun } from '@somay/shared/api/account.ts'
import { useText } from '@somay/shared/react/language.tsx'
import { type FormEvent, useMemo, useState } from 'react'
import { renderSVG } from 'uqr'
import type { Sent } from '../../api/deed.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { Field } from '../../parts/field.tsx'
import { accountText } from '../../text/account.ts'

type Props = {
  begun: SecondFactorBegun
  confirmed: { mutate: (sent: Sent) => void; isError: boolean; error: unknown; isPending: boolean }
  onClose: () => void
}

export function Authenticator({ begun, confirmed, onClose }: Props) {
  const say = useText(accountText)
  const [code, setCode] = useState('')
  const picture = useMemo(() => `data:image/svg+xml,${encodeURIComponent(renderSVG(begun.uri, { border: 2 }))}`, [begun.uri])
  const send = (event: FormEvent) => {
    event.preventDefault()
    confirmed.mutate({ method: 'POST', path: '/account/second-factor/confirmation', body: { code } })
  }
  return (
    <Dialog title={say('begin')} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <p>{say('scan')}</p>
        <img className="qr" src={picture} alt={say('picture')} width={220} height={220} />
        <p>
          {say('key')}: <code>{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
        <Field
          label={say('code')}
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
          maxLength={8}
        />
        {confirmed.isError && <ErrorPanel error={confirmed.error} />}
        <button type="submit" className="primary" disabled={confirmed.isPending}>
          {say('confirm')}
        </button>
      </form>
    </Dialog>
  )
}
