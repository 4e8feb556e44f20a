/** A password or token that is shown this once, with a button to copy it. */
import { useText } from '@somay/shared/react/language.tsx'
import { useId, useState } from 'react'
import { partsText } from '../text/parts.ts'

/** Letters that fit beside each other in the wide dialog. */
const LINE = 70

export function SecretOnce({ label, secret }: { label: string; secret: string }) {
  const say = useText(partsText)
  const id = useId()
  const rows = secret.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / LINE), 0)
  const [copied, setCopied] = useState(false)
  // Over plain HTTP browsers keep the clipboard to themselves: then the text is at least selected.
  const copy = async () => {
    const box = document.getElementById(id)
    if (box instanceof HTMLTextAreaElement) box.select()
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      setCopied(document.execCommand('copy'))
    }
  }
  return (
    <div className="field secret">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} readOnly value={secret} rows={rows} spellCheck={false} />
      <button type="button" onClick={() => void copy()}>
        {say('copy')}
      </button>
      <span role="status" className="note">
        {copied ? say('copied') : ''}
      </span>
    </div>
  )
}
