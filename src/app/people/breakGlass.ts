/**
 * Breaking the glass: a record opens for some hours to somebody with no tie to the child, with a reason, and those who answer
 * for the child are told at once. What is answered to a number is the same whether or not there is such a child.
 */
import { mayBreakGlass } from '../../core/access/breakGlass.ts'
import type { Resource } from '../../core/access/resources.ts'
import type { Telling } from '../../core/records/recordType.ts'
import { NotAllowed, type Work } from '../work.ts'
import type { GlassUse, PersonNamed } from './staff.ts'

/** Whether the person may break the glass at all; without it the page is not found. */
export const mayBreak = (work: Pick<Work, 'actor'>): boolean => mayBreakGlass(work.actor.roles)

export interface GlassAsked {
  readonly code: string
  readonly reason: string
  readonly parts: readonly string[]
  readonly hours: number
}

/**
 * Opens the record, if there is such a child and the person's role lets them read anything of it. Nothing comes back: the
 * list of what is open says it. Information governance is told either way, for a guess is a look too.
 */
export async function breakGlass(work: Work, { code, reason, parts, hours }: GlassAsked): Promise<void> {
  if (!mayBreak(work)) throw new NotAllowed(['see', 'child overview'])
  const { glass } = work.staff
  const childId = await glass.findChild(code)
  const governance = (await work.records.people(['director', 'system administrator'])).filter(({ personId }) => personId !== work.actor.personId)
  // Own family stands above every glass. Asked for a number that is nobody's too, so that the time tells nothing either.
  const decision = await work.decide(childId ?? work.records.newId(), 'see', 'child overview')
  if (childId === undefined || lockedOut(decision)) {
    await work.staff.note('glass broken in vain', { code })
    await tell(work, governance.map((one) => noticeTo(one, `${work.actor.name} tried to break the glass with a number that opens nothing.`, one.roles.includes('director') ? '/admin/break-glass' : '/my-work/notices', null)))
    return
  }
  const resources = parts.includes('whole record') ? [] : ['child overview', ...parts] as readonly Resource[]
  // Owners who may not know of the child (restricted, and not named) are not told: the notice would be the hint.
  const owners: PersonNamed[] = []
  for (const one of await glass.holders(childId)) {
    const roles = (await work.records.people()).find(({ personId }) => personId === one.personId)?.roles ?? []
    const sees = await work.decideFor({ personId: one.personId, roles }, childId, 'see', 'child overview')
    if (one.personId !== work.actor.personId && sees.kind === 'allow') owners.push(one)
  }
  const useId = await glass.open(childId, { reason, resources, hours, told: [...new Set([...owners, ...governance].map(({ personId }) => personId))] })
  await tell(work, [
    ...owners.map((one) => noticeTo(one, `${work.actor.name} broke the glass on the record of a child you answer for.`, `/children/${childId}`, childId)),
    ...governance.map((one) => noticeTo(one, `${work.actor.name} broke the glass on a child’s record.`, one.roles.includes('director') ? `/admin/break-glass/${useId}` : '/my-work/notices', null)),
  ])
}

/** A family lock. (A restriction, or no tie, is what the glass is for.) */
const lockedOut = (decision: Awaited<ReturnType<Work['decide']>>): boolean => decision.kind === 'deny' && decision.reason === 'own family'

const noticeTo = ({ personId }: PersonNamed, words: string, address: string, childId: string | null): Telling => ({ personId, words, address, childId })

const tell = (work: Work, tellings: readonly Telling[]): Promise<void> => work.records.apply([], tellings)

/** Every breaking of the glass, those that wait for review first. */
export function glassUses(work: Work): Promise<readonly GlassUse[]> {
  work.allow('see', 'break-glass uses')
  return work.staff.glass.list()
}

/** Why a use cannot be reviewed by whoever asks; undefined when it can. */
export function whyNotReview(work: Work, use: GlassUse): string | undefined {
  if (use.review !== null) return `Reviewed by ${use.review.by}.`
  if (!work.may('decide', 'break-glass uses')) return 'A director reviews this.'
  return use.person.personId === work.actor.personId ? 'Nobody reviews their own use. Another director reviews it.' : undefined
}

/** Says whether a use was justified; whoever broke the glass is told that it was reviewed. */
export async function reviewGlass(work: Work, use: GlassUse, { justified, review }: { readonly justified: boolean; readonly review: string }): Promise<string | undefined> {
  work.allow('decide', 'break-glass uses')
  const why = whyNotReview(work, use)
  if (why !== undefined) return why
  await work.staff.glass.review(use.useId, justified, review)
  await work.staff.note('break-glass use reviewed', { use: use.useId, justified: justified ? 'yes' : 'no' }, use.childId)
  await tell(work, [noticeTo(use.person, `Your breaking of the glass was reviewed: ${justified ? 'justified' : 'not justified'}.`, '/me', null)])
  return undefined
}
