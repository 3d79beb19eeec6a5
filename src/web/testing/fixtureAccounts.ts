/** Accounts in memory for page tests: one password, no lockout. What signing in is worth is proved on PostgreSQL. */
import type { Accounts, KeptForm, KeptForms } from '../../app/signIn.ts'
import type { Actor } from '../../app/work.ts'
import { inventedId } from './inventedChildren.ts'

/** Accounts of these people, who sign in with the name of their role and `password`. */
export function fixtureAccounts(people: readonly Actor[], password: string): Accounts {
  const named = (name: string): Actor | undefined => people.find(({ roles }) => roles[0] === name)
  const notHere = (): Promise<never> => Promise.reject(new Error('this is tried on the real store'))
  return {
    passwords: true,
    actorOf: ({ personId }) => Promise.resolve(people.find((one) => one.personId === personId) ?? null),
    tryPassword: (name, given) => {
      const actor = named(name)
      return Promise.resolve(actor === undefined || given !== password ? { status: 'wrong' } : { status: 'signed in', actor, device: 'a known browser' })
    },
    tryCode: notHere, enrolment: notHere, confirmEnrolment: notHere, removeSecondFactor: notHere, changePassword: notHere,
    own: ({ personId }) => Promise.resolve({
      signInName: people.find((one) => one.personId === personId)?.name ?? '', hasPassword: true,
      secondFactor: { enrolled: false, required: false, recoveryCodesLeft: 0 }, sessions: [],
    }),
    firstPasswordAddress: () => null, firstPasswordOf: () => Promise.resolve(null), chooseFirstPassword: notHere,
    endSessions: () => Promise.resolve(),
  }
}

/** Kept forms in memory, by browser and person. */
export function fixtureKeptForms(): KeptForms {
  const kept: (KeptForm & { readonly whose: string; readonly kind: 'posted' | 'draft' })[] = []
  const of = (key: string, personId: string, kind: 'posted' | 'draft') => kept.filter((one) => one.whose === `${key} ${personId}` && one.kind === kind)
  return {
    keep: (key, personId, kind, form) => {
      const keptId = inventedId(0x4e97, kept.length)
      kept.push({ ...form, keptId, keptAt: '2026-03-02T12:00:00.000Z', whose: `${key} ${personId}`, kind })
      return Promise.resolve(keptId)
    },
    posted: (key, personId) => Promise.resolve(of(key, personId, 'posted')),
    draft: (key, personId, address) => Promise.resolve(of(key, personId, 'draft').findLast((one) => one.address === address) ?? null),
    discard: (key, personId, keptId) => {
      const at = kept.findIndex((one) => one.keptId === keptId && one.whose === `${key} ${personId}`)
      if (at >= 0) kept.splice(at, 1)
      return Promise.resolve()
    },
  }
}
