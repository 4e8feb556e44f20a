/** Which asset of the register the PC is, as the accountant's list has it. */
import type { PcPage } from '@somay/shared/api/pcs.ts'
import { useLanguage, useText } from '@somay/shared/react/language.tsx'
import { formatDong } from '@somay/shared/text/numbers.ts'
import { Link } from 'wouter'
import { pcText } from '../../text/pc.ts'
import { registerAddress } from '../register/url-state.ts'

export function Asset({ asset }: { asset: NonNullable<PcPage['asset']> | null }) {
  const say = useText(pcText)
  const { language } = useLanguage()
  if (asset === null) return <Link href={registerAddress({ tab: 'unregistered', unit: undefined, q: '' })}>{say('notListed')}</Link>
  const { code, name, unit, unitDiffers, yearInUse, costDong } = asset
  return (
    <>
      <Link href={registerAddress({ tab: 'all', unit: undefined, q: code })}>
        <bdi>{code}</bdi>
      </Link>{' '}
      <bdi>{name}</bdi>
      {yearInUse !== null && `, ${say('inUseSince', { year: yearInUse })}`}
      {costDong !== null && `, ${formatDong(costDong, language)}`}
      {unitDiffers && <b> {say('listedElsewhere', { unit })}</b>}
    </>
  )
}
