/** What is due, overdue, was late, or cannot be told; and the line of 14 months in care. */
import type { ChildClock, ChildPage } from '../../app/childPage.ts'
import { addMonths, formatLong, formatShort, type LocalDate } from '../../core/time/localDate.ts'
import { dayWords, overWords } from './lengthWords.ts'
import { fact } from './readBands.ts'
import { isReviewClock } from './readMoments.ts'
import type { TimelineFact } from './timelineTypes.ts'

/** Clocks that a person still has to look at. Met, stopped and refused ones stand in the list of clocks, not here. */
export function dueFacts(page: ChildPage): readonly TimelineFact[] {
  const facts: TimelineFact[] = []
  for (const clock of page.clocks) {
    const one = dueFact(clock, page, facts.length + 1)
    if (one !== null) facts.push(one)
  }
  return withoutRepeats(facts.toSorted((a, b) => a.at - b.at))
}

/**
 * A return says nothing of visits, so every home brings one that cannot be told: only the latest of a kind keeps its
 * words, or they would drown what somebody can still do. Marks and rows of the table remain.
 */
function withoutRepeats(facts: readonly TimelineFact[]): readonly TimelineFact[] {
  return facts.map((fact, index) =>
    fact.look === 'cannot tell' && facts.slice(index + 1).some((later) => later.look === 'cannot tell' && later.what === fact.what)
      ? { ...fact, labels: [] } : fact)
}

function dueFact(clock: ChildClock, page: ChildPage, number: number): TimelineFact | null {
  const { occurrence, outcome, rule } = clock
  const { asAt } = page
  const { dueOn, ending, trigger } = occurrence
  if (trigger !== null && trigger.on > asAt) return null
  const period = page.history.periods.find((one) => one.number === occurrence.periodNumber)
  const at = dueOn ?? trigger?.on ?? period?.from ?? asAt
  const base = { key: `due-${number}`, lane: 'due' as const, from: dueOn, at, what: rule.title, dateWords: dueOn === null ? 'no date' : null }
  const note = occurrence.note === null ? '' : `; ${occurrence.note}`
  switch (outcome) {
    case 'due':
      return fact({ ...base, look: 'due', detail: `due${dueOn === null ? '' : ` in ${dayWords(dueOn - asAt)}`}${note}`, labels: [`${rule.title}, due ${formatShort(at)}`, rule.title], priority: 0 })
    case 'overdue': {
      const over = overWords(at, asAt)
      return fact({ ...base, look: 'overdue', detail: `${over} overdue${note}`, labels: [`${rule.title}: ${over} over`, `${over} over`], priority: 0, lateLine: asAt })
    }
    case 'late': {
      // A late review is told by its own mark; saying it twice would look like two failures.
      if (isReviewClock(clock) && ending.kind === 'met' && ending.by.factId !== null && page.history.facts.review.some((review) => review.factId === ending.by.factId)) return null
      const metOn: LocalDate = ending.kind === 'met' ? ending.by.on : asAt
      const late = `${overWords(at, metOn)} late`
      return fact({ ...base, look: 'late', detail: `done ${late}, on ${formatLong(metOn)}${note}`, labels: [`${rule.title}: ${late}`, late], lateLine: metOn })
    }
    case 'cannot tell yet': {
      const why = ending.kind === 'cannot tell' ? ending.because : 'the facts held cannot say'
      return fact({ ...base, look: 'cannot tell', detail: `cannot tell: ${why}${note}`, labels: [`${rule.title}: cannot tell`, rule.title], priority: 2 })
    }
    case 'met':
    case 'not required':
    case 'refused':
      return null
  }
}

/**
 * The day on which each period of care reached, or will reach, the limit for a stable home: 14 months from entry
 * (Havering's permanency statement), or the limit of the authority's own clock where it has one.
 */
export function monthsLines(page: ChildPage): readonly TimelineFact[] {
  return page.history.periods.flatMap((period): readonly TimelineFact[] => {
    if (period.kind !== 'care' || !period.startKnown || period.from > page.asAt) return []
    const clock = page.clocks.find(({ occurrence }) =>
      occurrence.rule === 'stable-home-14m' && occurrence.periodNumber === period.number && occurrence.dueOn !== null)
    const months = clock?.occurrence.span.unit === 'months' ? clock.occurrence.span.count : 14
    const on = clock?.occurrence.dueOn ?? addMonths(period.from, months)
    const until = period.to === null || period.to > page.asAt ? null : period.to
    if (until !== null && until <= on) return []
    return [fact({
      key: `months-${period.number}`, lane: 'care', look: 'fourteen months', at: on,
      what: `${months} months in care`, detail: on > page.asAt ? `in ${dayWords(on - page.asAt)}` : 'since coming into care',
      labels: [`${months} months in care ${formatShort(on)}`, `${months} months`],
    })]
  })
}
