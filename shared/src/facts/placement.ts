/** Where the PC stands and under which number the accountant has it: what a person entered at the PC, since no software can read it. */
import Type from 'typebox'
import { fact, instant, text, yesNo } from './spec.ts'

export const ASSET_TAG_MAX_LENGTH = 60
export const ROOM_MAX_LENGTH = 120

export const placementFact = fact({
  name: 'placement',
  title: { vi: 'Mã tài sản và phòng', en: 'Asset tag and room' },
  sentence: {
    vi: 'Mã tài sản và phòng đặt máy do cán bộ của đơn vị nhập tại máy. Chưa nhập không có nghĩa là máy không có mã.',
    en: 'The asset tag and the room, as the unit’s officer entered them at the PC. Not entered does not mean that there is none.',
  },
  value: Type.Object({
    // Said outright, because an empty value would read as "this PC has no tag".
    entered: yesNo('Đã có người nhập', 'Entered by a person'),
    assetTag: Type.Optional(text('Mã tài sản', 'Asset tag', ASSET_TAG_MAX_LENGTH)),
    room: Type.Optional(text('Phòng', 'Room', ROOM_MAX_LENGTH)),
    enteredAt: Type.Optional(instant('Nhập lúc', 'Entered at')),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: { entered: true, assetTag: 'TS-2021-0147', room: 'P.305', enteredAt: '2026-11-20T02:14:00.000Z' },
})
