/** The authenticator app: time-based one-time passwords (RFC 6238: 6 digits, 30 seconds, SHA-1, as every app reads them). */
import { Secret, TOTP } from 'otpauth'
import type pg from 'pg'
import { encode } from 'uqr'
import type { Enrolment } from '../../app/signIn.ts'
import {
  beginSecondFactor, confirmSecondFactor, recoveryCodesLeft, removeSecondFactor, secondFactorOf, useRecoveryCode, useStep,
} from '../../store/signIn/secondFactors.ts'
import { plainSigns } from './plainSigns.ts'
import { keyFor, keyedHash, seal, unseal } from './seal.ts'

const PERIOD = 30
/** Ten of fifteen signs: 74 bits each, more than anybody tries out, even with the hashes and their key in hand. */
const RECOVERY_CODES = 10

export interface SecondFactors {
  /** Whether one is in force. */
  enrolled(personId: string): Promise<boolean>
  codesLeft(personId: string): Promise<number>
  /** The secret to enrol with; undefined when a second factor is in force. `label` is what the app shows beside Holdfast. */
  begin(personId: string, label: string): Promise<Enrolment | undefined>
  /** Puts it in force with the first code; gives the recovery codes, undefined when the code is wrong. */
  confirm(personId: string, code: string): Promise<readonly string[] | undefined>
  remove(personId: string): Promise<void>
  /** Which kind of code it was, undefined when it is wrong or was used before. */
  check(personId: string, code: string): Promise<'app' | 'recovery code' | undefined>
}

/** Second factors in the database, their secrets sealed with a key of the installation's secret. `now` in milliseconds. */
export function secondFactorsOn(pool: pg.Pool, secret: string, now: () => number): SecondFactors {
  const sealKey = keyFor(secret, 'second factor')
  const codeKey = keyFor(secret, 'recovery codes')
  const totpOf = (base32: string, label: string): TOTP =>
    new TOTP({ issuer: 'Holdfast', label, secret: Secret.fromBase32(base32), period: PERIOD, digits: 6, algorithm: 'SHA1' })
  const hashOf = (personId: string, code: string): Buffer => keyedHash(codeKey, personId, code)

  /** Uses up the code of now, or of the step before or after (RFC 6238, 5.2: for clocks that differ and slow hands). */
  const useCode = async (personId: string, sealed: Buffer, code: string): Promise<boolean> => {
    const timestamp = now()
    const delta = totpOf(unseal(sealKey, sealed, personId), '').validate({ token: code, timestamp, window: 1 })
    return delta !== null && useStep(pool, personId, Math.floor(timestamp / 1000 / PERIOD) + delta)
  }

  return {
    enrolled: async (personId) => (await secondFactorOf(pool, personId))?.confirmed ?? false,
    codesLeft: (personId) => recoveryCodesLeft(pool, personId),
    async begin(personId, label) {
      await beginSecondFactor(pool, personId, seal(sealKey, new Secret({ size: 20 }).base32, personId))
      const held = await secondFactorOf(pool, personId)
      if (held === undefined || held.confirmed) return undefined
      const base32 = unseal(sealKey, held.secret, personId)
      return { secret: (base32.match(/.{1,4}/g) ?? []).join(' '), picture: pictureOf(totpOf(base32, label).toString()) }
    },
    async confirm(personId, code) {
      const held = await secondFactorOf(pool, personId)
      if (held === undefined || held.confirmed || !(await useCode(personId, held.secret, digitsOf(code)))) return undefined
      const codes = Array.from({ length: RECOVERY_CODES }, () => plainSigns(3))
      const put = await confirmSecondFactor(pool, personId, codes.map((one) => hashOf(personId, one)))
      return put ? codes : undefined
    },
    remove: (personId) => removeSecondFactor(pool, personId),
    async check(personId, code) {
      const held = await secondFactorOf(pool, personId)
      if (held === undefined || !held.confirmed) return undefined
      const digits = digitsOf(code)
      if (/^\d{6}$/.test(digits)) return (await useCode(personId, held.secret, digits)) ? 'app' : undefined
      const recovery = code.trim().toLowerCase().replaceAll(/\s/g, '')
      return (await useRecoveryCode(pool, personId, hashOf(personId, recovery))) ? 'recovery code' : undefined
    },
  }
}

/** A code as apps show it, `123 456`, without its gap. */
const digitsOf = (code: string): string => code.replaceAll(/\s/g, '')

/** A QR code as one SVG path: no style and no script, so that it stands in a page under the strictest policy. */
function pictureOf(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return `<svg class="hf-qr" role="img" aria-label="QR code for your authenticator app" viewBox="0 0 ${size} ${size}" width="220" height="220" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${dark}"/></svg>`
}
