/**
 * Forms that somebody typed and could not send. The key is in that browser's cookie alone: whoever reads the database, or
 * signs in from elsewhere, or as somebody else, reads nothing of them.
 */
import type pg from 'pg'
import type { KeptForm, KeptForms } from '../../app/signIn.ts'
import { discardForm, keepForm, keptFormsOf } from '../../store/signIn/keptForms.ts'
import { newId } from '../ids.ts'
import { keyFor, keyedHash, seal, unseal } from './seal.ts'

/** More forms were kept for a browser than anybody types in a day. */
export class TooManyKept extends Error {
  override readonly name = 'TooManyKept'
}

/** Kept forms in the database. */
export function keptFormsOn(pool: pg.Pool): KeptForms {
  const keysOf = (key: string) => {
    const bytes = Buffer.from(key, 'base64url')
    if (bytes.length !== 32) throw new RangeError('a browser key has 32 bytes')
    return { browser: keyFor(bytes, 'kept forms: browser'), content: keyFor(bytes, 'kept forms: content'), place: keyFor(bytes, 'kept forms: place') }
  }
  const open = (key: Buffer, about: string, row: { readonly keptId: string; readonly sealed: Buffer; readonly keptAt: string }): KeptForm => {
    const { address, fields } = JSON.parse(unseal(key, row.sealed, about)) as Pick<KeptForm, 'address' | 'fields'>
    return { keptId: row.keptId, address, fields, keptAt: row.keptAt }
  }
  return {
    async keep(key, personId, kind, { address, fields }) {
      const keys = keysOf(key)
      const keptId = newId()
      const kept = await keepForm(pool, {
        keptId, browser: keys.browser, personId, kind,
        place: keyedHash(keys.place, kind === 'draft' ? address : keptId),
        sealed: seal(keys.content, JSON.stringify({ address, fields }), `${kind} ${personId}`),
      })
      if (kept === undefined) throw new TooManyKept('too many forms are kept for this browser')
      return kept
    },
    async posted(key, personId) {
      const keys = keysOf(key)
      const rows = await keptFormsOf(pool, keys.browser, personId, 'posted')
      return rows.map((row) => open(keys.content, `posted ${personId}`, row))
    },
    async draft(key, personId, address) {
      const keys = keysOf(key)
      const [row] = await keptFormsOf(pool, keys.browser, personId, 'draft', keyedHash(keys.place, address))
      return row === undefined ? null : open(keys.content, `draft ${personId}`, row)
    },
    discard: (key, personId, keptId) => discardForm(pool, keysOf(key).browser, personId, keptId),
  }
}
