/**
 * Pages of invented children for the tests of the drawing. History and evidence are derived by the core; the clocks are
 * made here in the plainest way (whole days, no bank holidays), because the drawing's tests are about drawing.
 */
import { childParts, type ChildClock, type ChildPage } from '../../../app/childPage.ts'
import type { ClockRule, Ending, Outcome, RuleId } from '../../../core/clocks/clock.ts'
import type { ChildFacts } from '../../../core/facts/factTypes.ts'
import type { FactId } from '../../../core/facts/factType.ts'
import { deriveHistory } from '../../../core/history/deriveHistory.ts'
import type { CareHistory } from '../../../core/history/careHistory.ts'
import { permanenceEvidence } from '../../../core/permanence/deriveEvidence.ts'
import { addDays, addMonths, isoDate, type LocalDate } from '../../../core/time/localDate.ts'

export const titles: Readonly<Record<RuleId, string>> = {
  'review-1': 'First review', 'review-2': 'Second review', 'review-n': 'Next review',
  'permanence-plan-by-review-2': 'Permanence plan by the second review', 'health-first': 'First health assessment',
  'pathway-assessment': 'Pathway assessment', 'care-proceedings-26': 'Care proceedings, 26 weeks',
  'adoption-match-6m': 'Match within 6 months', 'a1-426': 'Entry to adoptive home', 'a2-121': 'Placement order to match',
  'stable-home-14m': 'Stable home within 14 months', 'visit-first': 'First visit',
  'visit-placed-for-adoption': 'Visit after placement for adoption',
}

function ruleOf(id: RuleId): ClockRule {
  return {
    id, title: titles[id], words: titles[id], strength: 'statute', mark: 'V', completedBy: '', permanence: false,
    versions: [], occurrences: () => [],
  }
}

/** A clock as a page holds it. Its outcome is the caller's: what the drawing must show, not what a rule decides. */
export function clockOf(
  id: RuleId, sequence: number, triggeredOn: LocalDate | null, dueOn: LocalDate | null, ending: Ending, outcome: Outcome, periodNumber = 1,
): ChildClock {
  const rule = ruleOf(id)
  const trigger = triggeredOn === null ? null : { on: triggeredOn, factId: null, what: 'came into care' }
  const span = { unit: 'days', count: 28 } as const
  return {
    rule,
    occurrence: { rule: id, version: 1, sequence, periodNumber, trigger, span, dueOn, ending, note: null },
    outcome,
    explanation: {
      rule: id, title: rule.title, citation: '', strength: 'statute', mark: 'V', version: 1, trigger, span, dueOn,
      bankHolidaysSkipped: [], weekendDaysSkipped: 0, planBy: null, metOn: null, outcome, sentences: [],
    },
  }
}

const open: Ending = { kind: 'open' }

/** The chain of review clocks: 28 days, then 3 months, then every 6 months. */
export function reviewClocks(history: CareHistory, asAt: LocalDate): readonly ChildClock[] {
  return history.periods.flatMap((period) => {
    if (!period.startKnown || period.from > asAt) return []
    const held = history.facts.review.filter((review) => review.heldOn >= period.from && (period.to === null || review.heldOn <= period.to))
    let trigger = period.from
    const clocks: ChildClock[] = []
    for (let index = 0; ; index += 1) {
      const id: RuleId = index === 0 ? 'review-1' : index === 1 ? 'review-2' : 'review-n'
      const dueOn = index === 0 ? addDays(trigger, 28) : addMonths(trigger, index === 1 ? 3 : 6)
      const review = held[index]
      if (review === undefined || review.heldOn > asAt) {
        if (period.to === null) clocks.push(clockOf(id, index + 1, trigger, dueOn, open, dueOn < asAt ? 'overdue' : 'due', period.number))
        return clocks
      }
      const by = { on: review.heldOn, factId: review.factId, what: 'review held' }
      clocks.push(clockOf(id, index + 1, trigger, dueOn, { kind: 'met', by }, review.heldOn > dueOn ? 'late' : 'met', period.number))
      trigger = review.heldOn
    }
  })
}

/** The page of a child, as at a day. */
export function pageOf(facts: ChildFacts, asAt: string, more: (history: CareHistory) => readonly ChildClock[] = () => []): ChildPage {
  const history = deriveHistory(facts)
  const day = isoDate(asAt)
  return {
    childId: facts.childId, code: facts.code, asAt: day, asKnownAt: null, history, evidence: permanenceEvidence(history),
    clocks: [...reviewClocks(history, day), ...more(history)], facts: [], openDifferences: 0, worker: null, team: null, open: new Set(childParts),
  }
}

/** A fact id written in a test. */
export const factId = (text: string): FactId => text as FactId
