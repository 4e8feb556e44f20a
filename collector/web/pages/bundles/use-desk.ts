/** The one desk of this browser tab, as React sees it. */
import { useEffect, useSyncExternalStore } from 'react'
import { useSession } from '../../api/session.ts'
import { createDesk, type Desk, type DeskView } from './desk.ts'
import { handOver } from './hand-over.ts'

const desk = createDesk(handOver)

export function useDesk(): [DeskView, Desk] {
  return [useSyncExternalStore(desk.subscribe, desk.view), desk]
}

/** Wherever somebody is logged in. */
export function useDeskOwner(): void {
  const userName = useSession().data?.person.userName
  useEffect(() => {
    if (userName !== undefined) desk.belongTo(userName)
  }, [userName])
}
