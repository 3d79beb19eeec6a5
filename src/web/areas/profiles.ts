/** A child's agreed profile, and sharing it with another authority. */
import { agree, childProfile, receivedProfiles, shareProfile, withdrawShare, writeProfile } from '../../app/people/profiles.ts'
import { profileFields, profileType } from '../../core/profile/profile.ts'
import { declareRecord } from '../../core/records/recordType.ts'
import { headOf } from '../childHead.ts'
import { childForm, childFormAnswer } from '../forms/childForm.ts'
import { formAnswer } from '../forms/takeForm.ts'
import type { Answer, Handler } from '../route.ts'
import { profileRegister } from '../views/register/profile.ts'
import { registerPage, said } from '../views/register/view.ts'
import { momentWords } from '../words/dates.ts'

const place = '/profile'

/** `GET /children/:childId/profile` */
export const profile: Handler = async (ask) => {
  const head = await headOf(ask, place)
  if (head === undefined) return { kind: 'not found' }
  const may = async (...act: readonly ['record' | 'decide', 'profile' | 'referral']): Promise<boolean> => (await ask.work.decide(head.childId, ...act)).kind === 'allow'
  return registerPage(profileRegister(head, await childProfile(ask.work, head.childId), {
    write: await may('record', 'profile'), agree: await may('decide', 'profile'), share: await may('decide', 'referral'),
  }), 'children')
}

/** `GET` and `POST /children/:childId/profile/write` */
export const profileForm: Handler = childForm(place, async (ask, head) => {
  const { profile: held } = await childProfile(ask.work, head.childId)
  return childFormAnswer(ask, head, {
    type: profileType, only: profileFields, held, title: 'Write the profile', button: 'Keep as a draft', back: { path: place, words: 'Profile' },
    intro: ['When it is agreed and shared, the other authority gets these words and nothing else. Write no address, no full name, and nothing by which the family could be found.'],
    done: 'The profile is kept as a draft. A manager who did not write it agrees it.',
    async save(values) {
      await writeProfile(ask.work, head.childId, held, values)
      return undefined
    },
  })
})

/** `POST /children/:childId/profile/agree` */
export const profileAgree: Handler = async (ask) => {
  const head = await headOf(ask, place)
  const held = head === undefined ? undefined : (await childProfile(ask.work, head.childId)).profile
  if (head === undefined || held === undefined) return { kind: 'not found' }
  return backTo(head.href, await agree(ask.work, held), 'The profile is agreed.')
}

const backTo = (href: string, why: string | undefined, done: string): Answer =>
  ({ kind: 'redirect', to: href + place, flash: why === undefined ? { kind: 'success', words: done } : { kind: 'notice', words: why } })

/** `GET` and `POST /children/:childId/profile/share` */
export const profileShare: Handler = async (ask) => {
  const head = await headOf(ask, place)
  const held = head === undefined ? undefined : (await childProfile(ask.work, head.childId)).profile
  if (head === undefined || held === undefined) return { kind: 'not found' }
  const authorities = await ask.work.staff.profiles.authorities()
  const form = declareRecord({
    name: 'profile share', noun: 'a sharing', resource: 'referral', about: 'child',
    fields: { authority: { kind: 'choice', label: 'With whom?', required: true, missing: 'Choose an authority', choices: authorities.map(({ authorityId, name }) => ({ value: String(authorityId), label: name })) } },
  })
  return formAnswer(ask, {
    type: form, head, room: 'children', title: 'Share the profile', button: 'Share', done: 'Shared.', back: { href: head.href + place, words: 'Profile' },
    lead: [
      'Their family finders see the words of the profile as agreed now, and nothing else of the child’s record. A later change crosses only when you share again. You can withdraw it at any time.',
      ...(authorities.length === 0 ? ['There is no other authority in this installation.'] : []),
    ],
    save: ({ authority }) => shareProfile(ask.work, head.childId, held, Number(authority)),
  })
}

/** `POST /children/:childId/profile/withdraw` */
export const profileWithdraw: Handler = async (ask) => {
  const head = await headOf(ask, place)
  if (head === undefined) return { kind: 'not found' }
  return backTo(head.href, await withdrawShare(ask.work, head.childId, ask.form.get('share') ?? ''), 'Withdrawn: they see it no longer.')
}

/** `GET /shared-profiles` */
export const sharedProfiles: Handler = async ({ work }) => {
  const all = await receivedProfiles(work)
  return registerPage({
    title: 'Shared profiles', lead: ['Children of other authorities whose agreed profile is shared with you. It is all you have of them, until it is withdrawn.'],
    sections: [{
      title: null, caption: 'Profiles, newest first', heads: ['Known as', 'Shared by', 'Since'], empty: 'No profile is shared with you.',
      rows: all.map((one) => [{ words: one.fields[0]?.words ?? 'No name', href: `/shared-profiles/${one.shareId}` }, said(one.authority), said(momentWords(one.sharedAt))]),
    }],
  }, 'profiles')
}

/** `GET /shared-profiles/:shareId` */
export const sharedProfile: Handler = async ({ work, params }) => {
  const one = (await receivedProfiles(work)).find(({ shareId }) => shareId === params['shareId'])
  if (one === undefined) return { kind: 'not found' }
  return registerPage({
    title: one.fields[0]?.words ?? 'No name', over: `Shared by ${one.authority}`, back: { href: '/shared-profiles', words: 'Shared profiles' }, facts: one.fields, sections: [],
  }, 'profiles')
}
