/** Two PCs side by side: what they are, what of their evidence agrees and what does not, and the answer. */
import type { IdentitySide, Questions } from '@somay/shared/api/identity.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { choiceText } from '@somay/shared/text/choices.ts'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { EVIDENCE_KINDS } from '@somay/shared/text/evidence.ts'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { currentTimeZone } from '../../display/time-zone.ts'
import { identityText } from '../../text/identity.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { evidenceRows } from './evidence-rows.ts'

type Question = Questions['questions'][number]

export function Pair({ question: { one, other, askedAt } }: { question: Question }) {
  const say = useText(identityText)
  const { language } = useLanguage()
  const [same, ask] = useState<boolean>()
  const at = (ms: number) => formatDateTime(ms, currentTimeZone())
  const about: readonly (readonly [label: string, of: (side: IdentitySide) => string])[] = [
    [say('unit'), ({ unit }) => unit],
    [say('model'), ({ manufacturer, model }) => [manufacturer, model].filter((text) => text !== undefined).join(' ') || say('unknown')],
    [say('enrolled'), ({ enrolledAt }) => at(enrolledAt)],
    [say('lastSeen'), ({ lastSeenAt }) => (lastSeenAt === undefined ? say('never') : at(lastSeenAt))],
  ]
  const name = ({ id, name: own }: IdentitySide): ReactNode => (
    <Link href={`/pcs/${id}`}>
      <bdi>{own}</bdi>
    </Link>
  )
  const title = say('pair', { one: one.name, other: other.name })
  return (
    <section className="pair" aria-label={title}>
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('evidence')}</th>
            <th scope="col">{name(one)}</th>
            <th scope="col">{name(other)}</th>
            <td>{say('asked', { at: at(askedAt) })}</td>
          </tr>
        </thead>
        <tbody>
          {about.map(([label, of]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <bdi>{of(one)}</bdi>
              </td>
              <td>
                <bdi>{of(other)}</bdi>
              </td>
              <td />
            </tr>
          ))}
          {evidenceRows(one, other).map((row) => (
            <tr key={row.kind} className={row.agrees ? 'agrees' : undefined}>
              <th scope="row">{choiceText(EVIDENCE_KINDS, row.kind, language)}</th>
              <Values values={row.one} />
              <Values values={row.other} />
              <td>
                {row.agrees !== undefined && (
                  <span className={row.agrees ? 'state state-good' : 'soft'}>{say(row.agrees ? 'agrees' : 'differs')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="deeds">
        <button type="button" onClick={() => ask(true)}>
          {say('same')}
        </button>
        <button type="button" onClick={() => ask(false)}>
          {say('different')}
        </button>
      </div>
      {same !== undefined && <AnswerDialog one={one} other={other} same={same} onClose={() => ask(undefined)} />}
    </section>
  )
}

function Values({ values }: { values: readonly string[] }) {
  const say = useText(identityText)
  return (
    <td className="values">
      {values.length === 0 ? <span className="soft">{say('notTold')}</span> : values.map((value) => <bdi key={value}>{value}</bdi>)}
    </td>
  )
}
