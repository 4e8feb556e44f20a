/** Who is logged on: personal, so it is off until an administrator turns it on, and then the PC's own window says so. */
import Type from 'typebox'
import { fact, text, words } from './spec.ts'

const UserSchema = Type.Object({
  name: text('Tên đăng nhập', 'Account'),
  domain: Type.Optional(text('Miền', 'Domain', 255)),
})

export const signedInUserFact = fact({
  name: 'signed-in-user',
  title: { vi: 'Người đang đăng nhập', en: 'Signed-in user' },
  sentence: {
    vi: 'Tài khoản đang đăng nhập tại máy lúc kê. Mặc định không thu thập.',
    en: 'The accounts logged on at the PC when the inventory was taken. Not collected by default.',
  },
  value: Type.Object({ users: Type.Array(UserSchema, { ...words('Tài khoản', 'Accounts'), maxItems: 64 }) }),
  platforms: ['windows', 'linux', 'macos'],
  needsAdministrator: false,
  personal: true,
  history: 'latest',
  example: { users: [{ name: 'nvan', domain: 'SNV' }] },
})
