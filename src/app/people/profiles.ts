/** A child's agreed profile, and sharing it with another authority: that, and nothing else of the file. */
import type { Fault } from '../../core/people/decide.ts'
import { agreeProfile, profileFields, profileType, type Profile, type SharedField } from '../../core/profile/profile.ts'
import { added, revised, type ValuesOf } from '../../core/records/recordType.ts'
import { shown } from '../../core/records/shown.ts'
import { carryOut } from '../records.ts'
import type { Work } from '../work.ts'
import type { Share, SharedProfile } from './staff.ts'

export type ProfileWritten = Pick<ValuesOf<typeof profileType>, (typeof profileFields)[number]>

export interface ChildProfile {
  readonly profile: Profile | undefined
  readonly shares: readonly Share[]
}

/** The profile of a child that the request reaches, and who has it. */
export async function childProfile(work: Work, childId: string): Promise<ChildProfile> {
  const [profile] = (await work.records.find([profileType], { childId })).toReversed()
  return { profile, shares: await work.staff.profiles.shares(childId) }
}

/** Writes the profile. It is a draft again until it is agreed again. */
export async function writeProfile(work: Work, childId: string, held: Profile | undefined, values: ProfileWritten): Promise<void> {
  work.allow('record', 'profile')
  await work.records.apply([held === undefined
    ? added(profileType, work.records.newId(), { childId }, { ...values, state: 'draft', agreedOn: null })
    : revised(profileType, held, { ...values, state: 'draft', agreedOn: null })])
}

/** Agrees the profile as it stands. */
export async function agree(work: Work, profile: Profile): Promise<string | undefined> {
  work.allow('decide', 'profile')
  return (await carryOut(work, agreeProfile(profile, work.actor.personId, work.today)))?.why
}

/** The words that would cross: every field that was filled in, and no other. */
export function fieldsToShare({ values }: Profile): readonly SharedField[] {
  return shown(profileType, values, () => undefined).flatMap(({ field, label, words }) =>
    words !== null && (profileFields as readonly string[]).includes(field) ? [{ label, words }] : [])
}

/** Gives another authority a copy of the agreed profile's words. */
export async function shareProfile(work: Work, childId: string, profile: Profile, authorityId: number): Promise<Fault | undefined> {
  work.allow('decide', 'referral')
  if (profile.values.state !== 'agreed') return { field: 'authority', why: 'The profile is not agreed. Only an agreed profile is shared' }
  const authority = (await work.staff.profiles.authorities()).find((one) => one.authorityId === authorityId)
  if (authority === undefined) return { field: 'authority', why: 'Choose an authority from the list' }
  const has = (await work.staff.profiles.shares(childId)).find((one) => one.withdrawnAt === null && one.authority === authority.name)
  // The newer copy takes the place of the one they have.
  if (has !== undefined) await work.staff.profiles.withdraw(has.shareId)
  await work.staff.profiles.share(childId, authorityId, fieldsToShare(profile))
  await work.staff.note('profile shared', { authority: String(authorityId) }, childId)
  return undefined
}

/** Takes a shared profile back: the other authority sees it no longer, from the next click. */
export async function withdrawShare(work: Work, childId: string, shareId: string): Promise<string | undefined> {
  work.allow('decide', 'referral')
  const share = (await work.staff.profiles.shares(childId)).find((one) => one.shareId === shareId)
  if (share === undefined || share.withdrawnAt !== null) return 'That is withdrawn already.'
  await work.staff.profiles.withdraw(shareId)
  await work.staff.note('profile withdrawn', { share: shareId }, childId)
  return undefined
}

/** Profiles that other authorities share with this one, for the family finders of a regional agency. */
export async function receivedProfiles(work: Work): Promise<readonly SharedProfile[]> {
  work.allow('see', 'profile')
  const all = await work.staff.profiles.received()
  const open: SharedProfile[] = []
  for (const one of all) if ((await work.decide(one.childId, 'see', 'profile')).kind === 'allow') open.push(one)
  return open
}
