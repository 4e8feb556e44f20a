/** Who may log in, what they may do and see; and letting somebody in. */
import type { Person } from '@somay/shared/api/people.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDateTime } from '@somay/shared/text/dates.ts'
import { formatNumber } from '@somay/shared/text/numbers.ts'
import { useState } from 'react'
import { usePeople } from '../../api/administration.ts'
import { usePermission } from '../../api/session.ts'
import { currentTimeZone } from '../../display/time-zone.ts'
import { AdministrationLinks } from '../../parts/administration-links.tsx'
import { ErrorPanel } from '../../parts/error-panel.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { UnitNames } from '../../parts/unit-names.tsx'
import { roleWords } from '../../text/app.ts'
import { partsText } from '../../text/parts.ts'
import { peopleText } from '../../text/people.ts'
import { NewPersonDialog } from './new-person.tsx'
import { PersonDialog } from './person.tsx'

export function PeoplePage() {
  const say = useText(peopleText)
  const sayPart = useText(partsText)
  usePageTitle(say('title'))
  const people = usePeople()
  const may = usePermission('manage-people')
  const [adding, setAdding] = useState(false)
  const [openId, setOpenId] = useState<number>()
  const open = people.data?.find(({ id }) => id === openId)
  return (
    <div className="counts-page">
      <div className="as-of-line">
        <h1>{say('title')}</h1>
        <AdministrationLinks />
        <span className="fill" />
        {may && (
          <button type="button" className="primary" onClick={() => setAdding(true)}>
            {say('add')}
          </button>
        )}
      </div>
      {people.error && <ErrorPanel error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && <p className="soft">{sayPart('loading')}</p>}
      {people.data && <PeopleTable people={people.data} onOpen={setOpenId} />}
      {adding && <NewPersonDialog onClose={() => setAdding(false)} />}
      {open && <PersonDialog key={open.id} person={open} onClose={() => setOpenId(undefined)} />}
    </div>
  )
}

function PeopleTable({ people, onOpen }: { people: readonly Person[]; onOpen: (id: number) => void }) {
  const say = useText(peopleText)
  const { language } = useLanguage()
  return (
    <div className="count-frame">
      <table className="count-table plain-rows">
        <caption className="visually-hidden">{say('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('userName')}</th>
            <th scope="col">{say('fullName')}</th>
            <th scope="col">{say('role')}</th>
            <th scope="col">{say('units')}</th>
            <th scope="col">{say('secondFactor')}</th>
            <th scope="col">{say('lastLogIn')}</th>
            <th scope="col" className="number">
              {say('sessions')}
            </th>
            <th scope="col">{say('state')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className={person.disabled ? 'soft' : undefined}>
              <th scope="row">
                <button type="button" className="link" onClick={() => onOpen(person.id)}>
                  {person.userName}
                </button>
              </th>
              <td>
                <bdi>{person.fullName || '–'}</bdi>
              </td>
              <td>{roleWords[person.role][language]}</td>
              <td>
                <UnitNames units={person.units} />
              </td>
              <td>{person.secondFactor ? say('on') : say('off')}</td>
              <td>{person.lastLogInAt === undefined ? say('never') : formatDateTime(person.lastLogInAt, currentTimeZone())}</td>
              <td className="number">{formatNumber(person.sessions, language)}</td>
              <td>{person.disabled ? say('disabled') : person.mustChangePassword ? say('waiting') : say('active')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
