/** What people do about their own way in: password, second factor, sessions. */
import Type, { type Static } from 'typebox'
import { ScopeUnitsSchema } from './session.ts'

const PasswordSchema = Type.String({ minLength: 1, maxLength: 500 })

const OwnSessionSchema = Type.Object({
  id: Type.String(),
  begunAt: Type.Integer(),
  endsAt: Type.Integer(),
  /** From where and with which browser it was begun; empty when that was not told. */
  address: Type.String(),
  browser: Type.String(),
  current: Type.Boolean(),
})
export type OwnSession = Static<typeof OwnSessionSchema>

/** `GET /api/v1/account` */
export const AccountSchema = Type.Object({
  fullName: Type.String(),
  units: ScopeUnitsSchema,
  secondFactor: Type.Boolean(),
  recoveryCodesLeft: Type.Integer(),
  sessions: Type.Array(OwnSessionSchema),
})
export type Account = Static<typeof AccountSchema>

/** `POST /api/v1/account/password` */
export const PasswordChangeSchema = Type.Object({ old: PasswordSchema, new: PasswordSchema }, { additionalProperties: false })
export type PasswordChange = Static<typeof PasswordChangeSchema>

/** `POST` and `DELETE /api/v1/account/second-factor`: only with the password, for a PC left open is no proof of who sits at it. */
export const PasswordAgainSchema = Type.Object({ password: PasswordSchema }, { additionalProperties: false })
export type PasswordAgain = Static<typeof PasswordAgainSchema>

/** A secret to put into an authenticator; it counts only once a code of it was given. */
export const SecondFactorBegunSchema = Type.Object({ secret: Type.String(), uri: Type.String() })
export type SecondFactorBegun = Static<typeof SecondFactorBegunSchema>

/** `POST /api/v1/account/second-factor/confirmation` */
export const ConfirmationSchema = Type.Object({ code: Type.String({ pattern: '^[0-9 ]{6,10}$' }) }, { additionalProperties: false })
export type Confirmation = Static<typeof ConfirmationSchema>

/** Codes that each open once, for whoever lost the phone; shown this once. */
export const RecoveryCodesSchema = Type.Object({ recoveryCodes: Type.Array(Type.String()) })
export type RecoveryCodes = Static<typeof RecoveryCodesSchema>

export const SessionParametersSchema = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false })
