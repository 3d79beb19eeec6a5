/**
 * Red, amber or green as the clocks say it (domain notes 3.5): red when a statutory clock is late, the permanence plan is
 * absent after the second review, or care proceedings are in their last two weeks of 26; amber when something is due within
 * 14 days or a clock of guidance or local policy is late; green otherwise. The chair may say otherwise, with a reason; both
 * are kept. What the clocks cannot tell is never green.
 */
import type { ClockRule, Outcome } from '../clocks/clock.ts'
import type { LocalDate } from '../time/localDate.ts'

export type Colour = 'red' | 'amber' | 'green'

export interface ComputedColour {
  /** Null when what is known is neither red nor amber, and something that should be known is not. */
  readonly colour: Colour | null
  /** Why, a line a reason. */
  readonly because: readonly string[]
}

/** What of a clock the colour rests on. */
export interface ColourClock {
  readonly rule: Pick<ClockRule, 'id' | 'title' | 'strength'>
  readonly dueOn: LocalDate | null
  readonly outcome: Outcome
}

/** Days ahead that make a clock amber. */
const soon = 14

/** The colour from the clocks as they stand today. Clocks that have ended say nothing, nor do those of the scorecard. */
export function computedColour(clocks: readonly ColourClock[], today: LocalDate): ComputedColour {
  const counted = clocks.filter(({ rule }) => rule.strength !== 'scorecard')
  const late = counted.filter(({ outcome }) => outcome === 'overdue')
  const near = counted.filter(({ outcome, dueOn }) => outcome === 'due' && dueOn !== null && dueOn - today <= soon)
  const isRed = ({ rule }: ColourClock): boolean => rule.strength === 'statute' || rule.id === 'permanence-plan-by-review-2'
  const red = [
    ...late.filter(isRed).map(({ rule }) => `Overdue: ${rule.title}`),
    // Week 24 of 26 (Children Act 1989, section 32): an extension would have moved the date.
    ...near.filter(({ rule }) => rule.id === 'care-proceedings-26').map(({ rule }) => `In its last two weeks: ${rule.title}`),
  ]
  if (red.length > 0) return { colour: 'red', because: red }
  const amber = [
    ...late.map(({ rule }) => `Overdue: ${rule.title}`),
    ...near.map(({ rule }) => `Due within ${soon} days: ${rule.title}`),
  ]
  if (amber.length > 0) return { colour: 'amber', because: amber }
  const unknown = counted.filter(({ outcome }) => outcome === 'cannot tell yet').map(({ rule }) => `Cannot tell: ${rule.title}`)
  return unknown.length > 0
    ? { colour: null, because: [...new Set(unknown)] }
    : { colour: 'green', because: ['Nothing is late, and nothing is due within 14 days'] }
}

/** The computed colour in words, kept beside the one the chair gives. */
export function colourWords({ colour, because }: ComputedColour): string {
  const name = colour === null ? 'Cannot be worked out' : colour.slice(0, 1).toUpperCase() + colour.slice(1)
  return `${name}. ${colourReason({ because })}`
}

/** What the computed colour rests on, for a reader who sees the colour. */
export const colourReason = ({ because }: Pick<ComputedColour, 'because'>): string => `${because.join('. ')}.`
