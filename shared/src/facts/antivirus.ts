/** Programs against malware as the system registers them: which, whether on, whether their signatures are fresh. */
import Type from 'typebox'
import { orUnknown } from '../unknown-schema.ts'
import { fact, text, words } from './spec.ts'

const ProductSchema = Type.Object({
  name: text('Tên', 'Name'),
  enabled: orUnknown(Type.Boolean(words('Đang bật', 'On'))),
  upToDate: orUnknown(Type.Boolean(words('Mẫu nhận diện còn mới', 'Signatures up to date'))),
})

export const antivirusFact = fact({
  name: 'antivirus',
  title: { vi: 'Chống mã độc', en: 'Antivirus' },
  sentence: {
    vi: 'Các phần mềm chống mã độc mà hệ điều hành ghi nhận, có bật không và mẫu nhận diện có mới không.',
    en: 'The antivirus programs the system knows of, whether they are on and their signatures fresh.',
  },
  value: Type.Object({ products: Type.Array(ProductSchema, { ...words('Các phần mềm', 'Products'), maxItems: 32 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: false,
  example: { products: [{ name: 'Windows Defender', enabled: true, upToDate: true }] },
})
