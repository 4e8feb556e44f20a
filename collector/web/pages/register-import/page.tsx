/** A list of the accountant on its way into the register: chosen, read, put right, seen, imported. */
import type { ListImported, ListPreview } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { useUpload } from '../../api/register.ts'
import { usePermission } from '../../api/session.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { importText } from '../../text/register.ts'
import { reorganiseText } from '../../text/reorganise.ts'
import { REGISTER, registerAddress } from '../register/url-state.ts'
import { ListDesk } from './list-desk.tsx'

export function RegisterImportPage() {
  const say = useText(importText)
  const sayAlso = useText(reorganiseText)
  usePageTitle(say('title'))
  const may = usePermission('manage-register')
  const [preview, show] = useState<ListPreview>()
  const [imported, setImported] = useState<ListImported>()
  const upload = useUpload((answer) => {
    setImported(undefined)
    show(answer)
  })
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        <span className="fill" />
        <Link href={REGISTER}>{say('toRegister')}</Link>
      </div>
      {may === false && <p className="attention">{sayAlso('notPermitted')}</p>}
      {may === true && (
        <>
          {imported && <Done imported={imported} />}
          <Chooser isBusy={upload.isPending} hasList={preview !== undefined} onFile={(file) => upload.mutate(file)} />
          {upload.error && <ErrorPanel error={upload.error} />}
          {preview && (
            <ListDesk
              key={preview.id}
              first={preview}
              onDone={(answer) => {
                show(undefined)
                setImported(answer)
              }}
            />
          )}
        </>
      )}
    </div>
  )
}

function Chooser({ isBusy, hasList, onFile }: { isBusy: boolean; hasList: boolean; onFile: (file: File) => void }) {
  const say = useText(importText)
  const id = useId()
  return (
    <div className="form">
      {!hasList && <p className="note">{say('chooseMeans')}</p>}
      <label htmlFor={id}>{say(hasList ? 'another' : 'choose')}</label>
      <input
        id={id}
        type="file"
        accept=".xlsx,.csv,.txt"
        disabled={isBusy}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          // The same file, mended meanwhile, may be chosen again.
          target.value = ''
        }}
      />
      {isBusy && (
        <p className="soft" role="status">
          {say('reading')}
        </p>
      )}
    </div>
  )
}

function Done({ imported }: { imported: ListImported }) {
  const say = useText(importText)
  const { language } = useLanguage()
  const number = (count: number) => formatNumber(count, language)
  const { added, changed, same, gone, refused, certain, doubtful } = imported
  return (
    <div className="alerts" role="status">
      <p>
        {say('done', {
          added: number(added),
          changed: number(changed),
          same: number(same),
          gone: number(gone),
          refused: number(refused),
        })}{' '}
        {certain === undefined || doubtful === undefined
          ? say('matchedLater')
          : say('doneMatched', { certain: number(certain), doubtful: number(doubtful) })}
      </p>
      <p>
        <Link href={REGISTER}>{say('toRegister')}</Link>
        {doubtful !== undefined && doubtful > 0 && (
          <>
            {' · '}
            <Link href={registerAddress({ tab: 'doubtful', unit: undefined, q: '' })}>{say('toDoubts')}</Link>
          </>
        )}
      </p>
    </div>
  )
}
