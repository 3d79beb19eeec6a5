/** Keys of programs: one's own on the account page, everybody's under administration. */
import { allKeys, endAnyKey, endOwnKey, newKey, ownKey, ownKeys } from '../../app/keys.ts'
import { keyAsked, keyType } from '../../core/people/key.ts'
import { confirmAnswer, formAnswer } from '../forms/takeForm.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { keysRegister } from '../views/register/keys.ts'
import { registerPage } from '../views/register/view.ts'

const ownPlace = '/account/keys'
const allPlace = '/admin/keys'
const toOwn = { href: ownPlace, words: 'Keys for programs' }

/** Where programs may not ask there is no such page. */
const whereOn = (handle: (ask: Ask, port: NonNullable<Ask['keys']>) => Promise<Answer>): Handler => async (ask) => (ask.keys === null ? { kind: 'not found' } : handle(ask, ask.keys))

/** `GET /account/keys` */
export const keys: Handler = whereOn(async ({ work }) => registerPage(keysRegister(await ownKeys(work), work.today, { own: ownPlace }), 'none'))

/** `GET` and `POST /account/keys/new`: the one page that shows the secret; it is kept nowhere. */
export const keyMade: Handler = whereOn(async (ask, port) => {
  let token: string | undefined
  const answer = await formAnswer(ask, {
    type: keyType, only: keyAsked, title: 'Make a key for a program', button: 'Make the key', room: 'none', back: toOwn, done: 'The key is made.', values: { may: 'read' },
    lead: [
      'A program that has the key asks in your name: it sees what your roles let you see on the day, and everything it does stands in the log as yours, with the key.',
      'Keep it as you keep your password, where only that program reads it.',
    ],
    async save(values) {
      const { secret, fingerprint } = port.newSecret()
      const key = await newKey(ask.work, values, fingerprint)
      if (!('keyId' in key)) return key
      token = port.tokenOf(ask.work.actor, key.keyId, secret)
      return undefined
    },
  })
  if (token === undefined) return answer
  return registerPage({
    title: 'The key is made', back: toOwn, inset: { words: 'Copy the key now. It is not shown again: only its fingerprint is kept.', code: token },
    lead: ['The program sends it in the header Authorization: Bearer, then the key. Whoever has it can do what the program can: end it at once if somebody else has seen it.'],
    sections: [],
  }, 'none')
})

/** `GET` and `POST /account/keys/:keyId/end` */
export const keyEnd: Handler = whereOn(async (ask) => {
  const key = await ownKey(ask.work, ask.params['keyId'] ?? '')
  if (key === undefined) return { kind: 'not found' }
  return confirmAnswer(ask, {
    title: `End the key ${key.values.name}?`, room: 'none', button: 'End the key', back: toOwn, done: 'The key has ended. Nobody asks by it.',
    lead: ['The program that has it is shut out at once. It cannot be opened again; you can make a new one.'],
    async save() {
      const refusal = await endOwnKey(ask.work, key)
      return refusal === undefined ? undefined : { field: null, why: refusal.why }
    },
  })
})

/** `GET /admin/keys` */
export const everyKey: Handler = whereOn(async ({ work }) => {
  const held = await allKeys(work)
  const names = new Map((await work.records.people()).map(({ personId, name }) => [personId, name]))
  return registerPage(keysRegister(held, work.today, { all: allPlace, mayEnd: work.may('administer', 'accounts'), nameOf: (id) => names.get(id) }))
})

/** `POST /admin/keys/:keyId/end` */
export const anyKeyEnd: Handler = whereOn(async ({ work, params }) => {
  const ended = await endAnyKey(work, params['keyId'] ?? '')
  if (ended === 'none') return { kind: 'not found' }
  return { kind: 'redirect', to: allPlace, flash: ended === undefined ? { kind: 'success', words: 'The key has ended. Nobody asks by it.' } : { kind: 'notice', words: ended.why } }
})
