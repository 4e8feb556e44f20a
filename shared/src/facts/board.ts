/** The main board, which often has a usable serial when a white-box PC has none. */
import Type from 'typebox'
import { identifier } from '../identifier.ts'
import { fact, words } from './spec.ts'

export const boardFact = fact({
  name: 'board',
  title: { vi: 'Bo mạch chủ', en: 'Main board' },
  sentence: { vi: 'Hãng, kiểu và số serial của bo mạch chủ.', en: 'Maker, model and serial number of the main board.' },
  value: Type.Object({
    manufacturer: identifier(words('Hãng sản xuất', 'Manufacturer')),
    model: identifier(words('Kiểu', 'Model')),
    version: Type.Optional(identifier(words('Phiên bản', 'Version'))),
    serial: identifier(words('Số serial', 'Serial number')),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: 'partly',
  personal: false,
  example: { manufacturer: 'Dell Inc.', model: '040DDP', version: 'A01', serial: '/7XK2P12/CN7220043I00JX/' },
})
