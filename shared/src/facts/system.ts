/** The PC as its maker named it. */
import Type from 'typebox'
import { identifier } from '../identifier.ts'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, words } from './spec.ts'

export const systemFact = fact({
  name: 'system',
  title: { vi: 'Máy tính', en: 'System' },
  sentence: {
    vi: 'Hãng, kiểu máy, số serial và mã định danh do hãng ghi vào máy.',
    en: 'Maker, model, serial number and identifier as the maker wrote them into the PC.',
  },
  value: Type.Object({
    hostName: text('Tên máy trên mạng', 'Host name', 255),
    manufacturer: identifier(words('Hãng sản xuất', 'Manufacturer')),
    model: identifier(words('Kiểu máy', 'Model')),
    family: Type.Optional(identifier(words('Dòng máy', 'Family'))),
    serial: identifier(words('Số serial', 'Serial number')),
    uuid: identifier(words('Mã UUID (SMBIOS)', 'SMBIOS UUID')),
    machineId: Type.Optional(identifier(words('Mã của hệ điều hành', 'Operating system machine id'))),
    assetTag: Type.Optional(identifier(words('Mã tài sản ghi trong máy', 'Asset tag'))),
    // Windows only; elsewhere it is left out.
    membership: Type.Optional(orUnknown(Type.Enum(['domain', 'workgroup'], words('Thuộc', 'Member of')))),
    memberOf: Type.Optional(orUnknown(text('Tên miền hoặc nhóm', 'Domain or workgroup', 255))),
    virtual: orUnknown(Type.Boolean(words('Máy ảo', 'Virtual machine'))),
  }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: 'partly',
  personal: false,
  example: {
    hostName: 'SNV-PC-014',
    manufacturer: 'Dell Inc.',
    model: 'OptiPlex 3020',
    serial: '7XK2P12',
    uuid: '4c4c4544-0058-4b10-8032-b7c04f503132',
    virtual: false,
  },
})
