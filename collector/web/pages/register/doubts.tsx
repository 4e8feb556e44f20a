/** Assets that may be a PC that reported, each with its candidates: what agrees, what differs, and the answer. */
import type { RegisterRow } from '@somay/shared/api/register.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { MATCH_PIECES, type MatchPiece, REGISTER_VIEWS } from '@somay/shared/text/register.ts'
import { Link } from 'wouter'
import { useDeed } from '../../api/deed.ts'
import { REGISTER_STALE } from '../../api/register.ts'
import { usePermission } from '../../api/session.ts'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { registerText } from '../../text/register.ts'
import { CellText } from './pc-table.tsx'

type Item = NonNullable<RegisterRow['item']>
type Candidate = RegisterRow['candidates'][number]

export function Doubts({ rows }: { rows: readonly RegisterRow[] }) {
  const say = useText(registerText)
  const { language } = useLanguage()
  return (
    <>
      <p className="note">{say('doubtsMean')}</p>
      <div className="count-frame">
        <table className="count-table plain-rows">
          <caption className="visually-hidden">{REGISTER_VIEWS.doubtful[language]}</caption>
          <thead>
            <tr>
              <th scope="col">{say('assetCode')}</th>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('unit')}</th>
              <th scope="col">{say('serial')}</th>
              <th scope="col">{say('pc')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(
              ({ item, candidates }) =>
                item && (
                  <tr key={item.id}>
                    <th scope="row">
                      <bdi>{item.assetCode}</bdi>
                    </th>
                    <td>
                      <bdi>{item.name}</bdi>
                    </td>
                    <td>{item.unit}</td>
                    <td>{item.serial === null ? <span className="soft">{say('notTold')}</span> : <bdi>{item.serial}</bdi>}</td>
                    <td>
                      <ul className="candidates">
                        {candidates.map((candidate) => (
                          <li key={candidate.id}>
                            <CandidateLine item={item} candidate={candidate} />
                          </li>
                        ))}
                      </ul>
                    </td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </div>
    </>
  )
}

function CandidateLine({ item, candidate }: { item: Item; candidate: Candidate }) {
  const say = useText(registerText)
  const { language } = useLanguage()
  const mayDecide = usePermission('manage-register') === true
  const deed = useDeed<void>(REGISTER_STALE)
  const pieces = (of: readonly MatchPiece[]) => of.map((piece) => MATCH_PIECES[piece][language]).join(', ')
  const decide = (same: boolean) =>
    deed.mutate({ method: 'POST', path: '/register/decisions', body: { itemId: item.id, pcId: candidate.id, same } })
  const button = (same: boolean) => (
    <button
      type="button"
      disabled={deed.isPending}
      aria-label={`${say(same ? 'isIt' : 'isNot')}: ${item.assetCode}, ${candidate.name}`}
      onClick={() => decide(same)}
    >
      {say(same ? 'isIt' : 'isNot')}
    </button>
  )
  return (
    <>
      <Link href={`/pcs/${candidate.id}`}>
        <bdi>{candidate.name}</bdi>
      </Link>
      , {candidate.unit}, <CellText cell={candidate.model} />, <CellText cell={candidate.serial} />
      <div className="soft">
        {[
          ...(candidate.agree.length > 0 ? [say('agree', { pieces: pieces(candidate.agree) })] : []),
          ...(candidate.against.length > 0 ? [say('against', { pieces: pieces(candidate.against) })] : []),
        ].join('; ')}
      </div>
      {mayDecide && (
        <div className="row-deeds">
          {button(true)}
          {button(false)}
        </div>
      )}
      {deed.isError && <ErrorPanel error={deed.error} />}
    </>
  )
}
