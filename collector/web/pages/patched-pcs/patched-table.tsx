/** The rows of a list behind a figure of the patch page. */
import type { PatchedPc } from '@somay/shared/api/patches.ts'
import type { Cell } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { UnknownMark } from '@somay/shared/react/unknown-mark.tsx'
import { formatDay } from '@somay/shared/text/days.ts'
import { YES_NO } from '@somay/shared/text/filters.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { PATCH_AGES, SUPPORT_STATES } from '@somay/shared/text/patches.ts'
import { readinessText } from '@somay/shared/text/windows-11.ts'
import type { Language } from '@somay/shared/text/words.ts'
import { Link } from 'wouter'
import { Age } from '../../parts/age.tsx'
import { patchesText } from '../../text/patches.ts'

export function PatchedTable({ rows, title }: { rows: readonly PatchedPc[]; title: string }) {
  const say = useText(patchesText)
  const { language } = useLanguage()
  const day = (cell: Cell, none: string) =>
    typeof cell === 'string' ? cell === 'none' ? none : formatDay(cell) : <Told cell={cell} language={language} />
  return (
    <div className="count-frame">
      <table className="count-table counted-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('pc')}</th>
            <th scope="col">{say('unit')}</th>
            <th scope="col">{say('system')}</th>
            <th scope="col">{say('version')}</th>
            <th scope="col">{say('build')}</th>
            <th scope="col">{say('support')}</th>
            <th scope="col">{say('supportEndsOn')}</th>
            <th scope="col">{say('age')}</th>
            <th scope="col">{say('missingSince')}</th>
            <th scope="col" className="number">
              {say('pending')}
            </th>
            <th scope="col">{say('restart')}</th>
            <th scope="col">{say('lastPatched')}</th>
            <th scope="col">{say('windows11')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((pc) => (
            <tr key={pc.pcId}>
              <th scope="row" title={pc.name}>
                <Link href={`/pcs/${pc.pcId}`}>
                  <bdi>{pc.name}</bdi>
                </Link>
              </th>
              <td title={pc.unit}>{pc.unit}</td>
              <td>
                <Told cell={pc.os} language={language} />
              </td>
              <td>
                <Told cell={pc.version} language={language} />
              </td>
              <td>
                <Told cell={pc.build} language={language} />
              </td>
              <td>{SUPPORT_STATES[pc.support][language]}</td>
              <td>{day(pc.supportEndsOn, say('noEnd'))}</td>
              <td>{PATCH_AGES[pc.age][language]}</td>
              <td>{day(pc.missingSince, say('nothingMissing'))}</td>
              <td className="number">
                <Told cell={pc.pendingUpdates} language={language} />
              </td>
              <td>
                <Told cell={pc.restartPending} language={language} />
              </td>
              <td>
                {typeof pc.lastPatchedAt === 'number' ? (
                  <Age atMs={pc.lastPatchedAt} nowMs={Date.now()} />
                ) : (
                  <Told cell={pc.lastPatchedAt} language={language} />
                )}
              </td>
              <td>{readinessText(pc.windows11, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Told({ cell, language }: { cell: Cell; language: Language }) {
  if (typeof cell === 'object') return <UnknownMark reason={cell.unknown} />
  if (typeof cell === 'boolean') return YES_NO[cell ? 'yes' : 'no'][language]
  if (typeof cell === 'number') return formatNumber(cell, language)
  return <bdi>{cell}</bdi>
}
