/** Patches: the fleet by operating system and by unit, with support and patch age on a day, and the PCs behind every figure. */
import type { Patches } from '@somay/shared/api/patches.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { BLOCKS, choiceText } from '@somay/shared/text/choices.ts'
import { formatDay } from '@somay/shared/text/days.ts'
import { formatNumber, formatRate } from '@somay/shared/text/numbers.ts'
import { KNOWN_DAYS } from '@somay/shared/text/patches.ts'
import { tablesText, tableWarnings } from '@somay/shared/text/reference-age.ts'
import { Link } from 'wouter'
import { usePatches } from '../../api/patches.ts'
import { DayField } from '../../parts/day-field.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { FileMenu } from '../../parts/file-menu.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { UnitChoice } from '../../parts/unit-choice.tsx'
import { partsText } from '../../text/parts.ts'
import { patchesText } from '../../text/patches.ts'
import { PatchFigure } from './figure.tsx'
import { type PatchRow, PatchTable } from './patch-table.tsx'
import { figureParameters, PATCHES, type PatchView, patchParameters } from './url-state.ts'
import { usePatchView } from './use-patch-view.ts'
import { Windows11Line } from './windows-11-line.tsx'

export function PatchesPage() {
  const say = useText(patchesText)
  const sayPart = useText(partsText)
  usePageTitle(say('title'))
  const { view, show } = usePatchView()
  const patches = usePatches(figureParameters(view))
  const { data } = patches
  return (
    <div className="counts-page patches-page">
      <h1 className="visually-hidden">{say('title')}</h1>
      <div className="as-of-line">
        <DayField label={say('on')} day={view.on ?? data?.on} onChoose={(on, how) => show({ ...view, on }, how)} />
        <UnitChoice label={say('within')} none={say('everywhere')} unit={view.unit} onChange={(unit) => show({ ...view, unit })} />
        <span className="fill" />
        <FileMenu path="/patches/pcs/export" parameters={figureParameters(view)} isList />
      </div>
      {patches.error && <ErrorPanel error={patches.error} onRetry={() => void patches.refetch()} />}
      {patches.isPending && <p className="soft">{sayPart('loading')}</p>}
      {data && !patches.error && (
        <div aria-busy={patches.isPlaceholderData}>
          <Answer patches={data} view={view} />
          {data.total.pcs > 0 && <Tables patches={data} view={view} />}
        </div>
      )}
    </div>
  )
}

function Answer({ patches, view }: { patches: Patches; view: PatchView }) {
  const say = useText(patchesText)
  const { language } = useLanguage()
  const { total, on, reference } = patches
  if (total.pcs === 0) return <p className="soft">{say('none')}</p>
  const dated = { ...view, on }
  const late = total.age['up-to-90'] + total.age['over-90']
  return (
    <>
      <p className="sentence" aria-live="polite">
        <b>
          <PatchFigure count={total.support.ended} view={{ ...dated, support: 'ended' }} label={say('ended')} />
        </b>{' '}
        {say('ended')}, {formatRate(total.support.ended, total.pcs, language)}{' '}
        <span className="soft">{say('of', { all: formatNumber(total.pcs, language), day: formatDay(on) })}</span>
      </p>
      <p>
        {say('late')}: {formatNumber(late, language)} ({formatRate(late, total.pcs, language)})
      </p>
      <Windows11Line patches={patches} view={dated} />
      <p className="note">{say('means')}</p>
      <p className="note">{say('windows11Means')}</p>
      <p className="note">{say('reference', { tables: tablesText(reference, on, language) })}</p>
      {tableWarnings(reference, on, KNOWN_DAYS).map((words) => (
        <p key={words.en} className="attention-note">
          {words[language]}
        </p>
      ))}
    </>
  )
}

function Tables({ patches, view }: { patches: Patches; view: PatchView }) {
  const say = useText(patchesText)
  const { language } = useLanguage()
  const { on, total, systems, rows } = patches
  const dated = { ...view, on }
  const whole: PatchRow = { key: 'total', name: say('total'), label: say('total'), className: 'block', numbers: total, view: dated }
  const bySystem = systems.map(({ name, version, numbers }): PatchRow => {
    const label = [name ?? say('unknownSystem'), version ?? ''].join(' ').trim()
    return {
      key: JSON.stringify([name, version]),
      name: label,
      label,
      numbers,
      view: { ...dated, system: name ?? '', version: version ?? '' },
    }
  })
  // Of one unit its own row is the total, and its block is not all of that block.
  const shown = view.unit === undefined ? rows : rows.filter(({ kind }) => kind === 'unit')
  const byUnit = shown.map((row): PatchRow => {
    if (row.kind === 'block') {
      const label = `${row.name}. ${choiceText(BLOCKS, row.name, language)}`
      return { key: row.block, name: label, label, className: 'block', numbers: row.numbers, view: { ...dated, block: row.block } }
    }
    const own = { ...dated, unit: row.unitId }
    const link = <Link href={`${PATCHES}?${patchParameters(own)}`}>{row.name}</Link>
    return {
      key: String(row.unitId),
      name: link,
      label: row.name,
      className: `depth-${Math.min(row.depth, 4)}`,
      numbers: row.numbers,
      view: own,
    }
  })
  return (
    <>
      <h2>{say('bySystem')}</h2>
      <PatchTable title={say('bySystem')} first={say('system')} rows={[whole, ...bySystem]} />
      <h2>{say('byUnit')}</h2>
      <PatchTable title={say('byUnit')} first={say('unit')} rows={byUnit} />
    </>
  )
}
