/** Clocks and their outcomes, as people read them. */
import type { Outcome, RuleId, Strength } from '../../core/clocks/clock.ts'
import { dayCount, fromToday } from './dates.ts'
import type { LocalDate } from '../../core/time/localDate.ts'

const short: Readonly<Record<RuleId, string>> = {
  'review-1': 'First review',
  'review-2': 'Second review',
  'review-n': 'Review',
  'permanence-plan-by-review-2': 'Permanence plan by second review',
  'health-first': 'First health assessment',
  'pathway-assessment': 'Pathway assessment',
  'care-proceedings-26': 'Care proceedings, 26 weeks',
  'adoption-match-6m': 'Match for adoption',
  'a1-426': 'With adopters within 426 days',
  'a2-121': 'Match within 121 days of order',
  'stable-home-14m': 'Stable home by 14 months',
  'visit-first': 'First visit',
  'visit-placed-for-adoption': 'Visit, placed for adoption',
}

/** A rule in a few words, for table cells. */
export function ruleShort(rule: RuleId): string {
  return short[rule]
}

/** A tag: its words carry the meaning, its colour only helps. */
export interface Tag {
  readonly words: string
  /** Class of the GOV.UK tag. */
  readonly colour: string
}

const tags: Readonly<Record<Outcome, Tag>> = {
  met: { words: 'Met', colour: 'govuk-tag--green' },
  late: { words: 'Met late', colour: 'govuk-tag--orange' },
  due: { words: 'Due', colour: 'govuk-tag--blue' },
  overdue: { words: 'Overdue', colour: 'govuk-tag--red' },
  'not required': { words: 'Not required', colour: 'govuk-tag--grey' },
  refused: { words: 'Refused', colour: 'govuk-tag--purple' },
  'cannot tell yet': { words: 'Cannot tell yet', colour: 'govuk-tag--yellow' },
}

/** How an outcome is shown. */
export function outcomeTag(outcome: Outcome): Tag {
  return tags[outcome]
}

/** When something is due, seen from the day asked about: `in 12 days`, `today`, `overdue by 3 days`. */
export function dueWords(dueOn: LocalDate, asAt: LocalDate): { readonly words: string; readonly overdue: boolean } {
  const late = asAt - dueOn
  return late > 0 ? { words: `overdue by ${dayCount(late)}`, overdue: true } : { words: fromToday(dueOn, asAt), overdue: false }
}

/** What kind of duty a rule is. */
export function strengthWords(strength: Strength): string {
  return { statute: 'Law', guidance: 'Statutory guidance', 'local policy': 'Local policy', scorecard: 'Scorecard, informs only' }[
    strength
  ]
}
