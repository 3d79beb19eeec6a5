/** A child's profile, and who has it, as a register. */
import { fieldsToShare, type ChildProfile } from '../../../app/people/profiles.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import { longDate, momentWords } from '../../words/dates.ts'
import { said, type Cell, type Register } from './view.ts'

/** The profile as it stands. */
export function profileRegister(
  head: ChildHeadModel, { profile, shares }: ChildProfile, may: { readonly write: boolean; readonly agree: boolean; readonly share: boolean },
): Register {
  const here = `${head.href}/profile`
  const agreed = profile?.values.state === 'agreed'
  return {
    title: 'Profile', head,
    lead: [profile === undefined ? 'There is no profile yet.'
      : agreed ? `Agreed on ${longDate(profile.values.agreedOn)}.` : `A draft, written by ${profile.recordedBy.name}. Only an agreed profile is shared.`],
    links: [
      ...(may.write ? [{ words: profile === undefined ? 'Write the profile' : 'Change the profile', href: `${here}/write` }] : []),
      ...(may.share && agreed ? [{ words: 'Share it', href: `${here}/share`, main: true as const }] : []),
    ],
    buttons: may.agree && profile !== undefined && !agreed ? [{ words: 'Agree the profile', action: `${here}/agree`, about: '' }] : [],
    facts: profile === undefined ? [] : fieldsToShare(profile),
    sections: [{
      title: 'Who has it', caption: 'Other authorities that have or had the profile, newest first', heads: ['Authority', 'Shared', 'By', 'Stands'], empty: 'It was never shared.',
      rows: shares.map((one): readonly Cell[] => [
        said(one.authority), said(momentWords(one.sharedAt)), said(one.sharedBy ?? 'Not known'),
        one.withdrawnAt !== null ? said(`Withdrawn ${momentWords(one.withdrawnAt)}`)
          : may.share ? { words: '', button: { words: 'Withdraw', action: `${here}/withdraw`, about: `from ${one.authority}`, fields: [{ name: 'share', value: one.shareId }] } } : said('They have it'),
      ]),
    }],
  }
}
