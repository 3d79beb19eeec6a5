/** Keys by which programs ask in people's names: one's own, and everybody's for whoever answers for access. */
import { endKey, keyType, makeKey, type Key, type KeyAsked } from '../core/people/key.ts'
import type { Decided } from '../core/records/recordType.ts'
import { carryOut } from './records.ts'
import type { Work } from './work.ts'

type Refused = Extract<Decided, { kind: 'refused' }>

const newestFirst = (keys: readonly Key[]): readonly Key[] => keys.toReversed()

/** The person's own keys, newest first, ended ones too. */
export async function ownKeys(work: Work): Promise<readonly Key[]> {
  return newestFirst(await work.records.find([keyType], { ownerId: work.actor.personId }))
}

/** Everybody's, newest first, ended ones too. */
export async function allKeys(work: Work): Promise<readonly Key[]> {
  work.allow('see', 'accounts')
  return newestFirst(await work.records.find([keyType], {}))
}

/** Makes a key in the person's name; gives its id. */
export async function newKey(work: Work, asked: KeyAsked, fingerprint: string): Promise<{ readonly keyId: string } | Refused> {
  const recordId = work.records.newId()
  const refusal = await carryOut(work, makeKey(asked, { recordId, owner: work.actor.personId, fingerprint, today: work.today }))
  return refusal ?? { keyId: recordId }
}

/** The person's own key of this id. */
export async function ownKey(work: Work, keyId: string): Promise<Key | undefined> {
  return (await ownKeys(work)).find(({ recordId }) => recordId === keyId)
}

/** Ends one's own key. */
export function endOwnKey(work: Work, key: Key): Promise<Refused | undefined> {
  return carryOut(work, endKey(key, work.actor.personId, work.today))
}

/** Ends anybody's. Undefined when it is done or there is none. */
export async function endAnyKey(work: Work, keyId: string): Promise<Refused | undefined | 'none'> {
  work.allow('administer', 'accounts')
  const key = await work.records.one(keyType, keyId)
  return key === undefined ? 'none' : carryOut(work, endKey(key, work.actor.personId, work.today))
}
