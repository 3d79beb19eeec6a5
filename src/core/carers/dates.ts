/**
 * Until when a temporary approval stands (Care Planning, Placement and Case Review (England) Regulations 2010, regs 24 and 25).
 * Every day is counted from a day that somebody wrote down; where none can be counted it says why.
 */
import { addDays, type LocalDate } from '../time/localDate.ts'
import type { Extension, WholeApproval } from './approval.ts'

/** At most 16 weeks from the day it was given (reg 24(1)). */
export const temporaryDays = 112
/** Extended once, by at most eight weeks (reg 25(2)): 24 weeks in all. */
const extensionDays = 56
/** By when the fostering panel should be booked, so that its decision stands in time: week 10. Derived by the field, not law. */
const panelWeek = 10

export type Expiry =
  | { readonly kind: 'on'; readonly day: LocalDate }
  /** Extended until the outcome of the independent review is known (reg 25(3)): it has no day yet. */
  | { readonly kind: 'until the review' }
  /** Full approval, and approval under reg 25A, end by what happens and not by a day. */
  | { readonly kind: 'by no day' }

const allowed = (extensions: readonly Extension[], ground: 'assessment' | 'review'): Extension | undefined =>
  extensions.find(({ values }) => values.ground === ground && values.state === 'approved')

/** Until when it stands as it was decided: its own 16 weeks, its extension, or the independent review. */
export function expiryOf({ approval: { values: { kind, from } }, extensions }: WholeApproval): Expiry {
  if (kind !== 'temporary') return { kind: 'by no day' }
  const review = allowed(extensions, 'review')
  // An outcome ends the extension on its day; an approval is then what the outcome says.
  if (review !== undefined) return review.values.outcomeOn === null ? { kind: 'until the review' } : { kind: 'on', day: review.values.outcomeOn }
  return { kind: 'on', day: datedExpiry(from, extensions) }
}

/** The end by days alone: 16 weeks, or the extension of the first ground. */
export function datedExpiry(from: LocalDate, extensions: readonly Extension[]): LocalDate {
  return allowed(extensions, 'assessment')?.values.until ?? addDays(from, temporaryDays)
}

/** The last day that an extension on the first ground may reach. */
export const furthest = (from: LocalDate): LocalDate => addDays(from, temporaryDays + extensionDays)

/** By when the fostering panel should be booked. */
export const panelBookedBy = (from: LocalDate): LocalDate => addDays(from, 7 * panelWeek)
