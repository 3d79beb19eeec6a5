/** Drift signals for children: gathered from what is held and derived, and asked of the rules of the core. */
import { actionType } from '../core/actions/action.ts'
import { concernType } from '../core/challenge/concern.ts'
import { siblingAssessmentType } from '../core/family/records.ts'
import { signalsFor, type AskedSignal } from '../core/signals/all.ts'
import type { WholeApproval } from '../core/carers/approval.ts'
import { expiryOf, panelBookedBy } from '../core/carers/dates.ts'
import type { CarerApproval, SignalFacts } from '../core/signals/signal.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { byChild } from './byChild.ts'
import { standingApprovals } from './carers.ts'
import { storiesOf } from './lifeStory.ts'
import { plansOf } from './plan.ts'
import type { Work } from './work.ts'

/** What the store's own rows say of a child, without what people wrote. */
export type KnownForSignals = Omit<SignalFacts, 'today' | 'plan' | 'siblingAssessment' | 'openConcerns' | 'actions' | 'lifeStory' | 'approvals'>

export interface SignalQuestions {
  /** Of those of the children who are in care on the day and whom the request reaches. */
  known(childIds: readonly string[], day: LocalDate): Promise<readonly KnownForSignals[]>
}

/** As the rules ask about it. */
function asked(one: WholeApproval): readonly CarerApproval[] {
  const { kind, state, from, panelOn } = one.approval.values
  return state === 'put forward' || state === 'in force' ? [{ kind, state, from, panelOn, expiry: expiryOf(one), panelBookedBy: panelBookedBy(from) }] : []
}

/**
 * What every rule says of each of the children who are in care on the day: a few questions to the store, however many
 * children. What people wrote is what is held now; a signal is about today.
 */
export async function signalsOf(work: Work, childIds: readonly string[], day: LocalDate = work.today): Promise<ReadonlyMap<string, readonly AskedSignal[]>> {
  if (childIds.length === 0) return new Map()
  const known = await work.signals.known(childIds, day)
  const plans = await plansOf(work, childIds)
  const concerns = byChild(await work.records.find([concernType], { childIds, states: ['open'] }))
  const actions = byChild(await work.records.find([actionType], { childIds }))
  const assessments = byChild(await work.records.find([siblingAssessmentType], { childIds }))
  const stories = await storiesOf(work, childIds)
  const approvals = await standingApprovals(work, childIds)
  return new Map(known.map((one) => {
    const assessment = assessments.get(one.childId)?.toSorted((a, b) => b.values.assessedOn - a.values.assessedOn)[0]
    return [one.childId, signalsFor({
      ...one, today: day, plan: plans.get(one.childId) ?? null,
      siblingAssessment: assessment === undefined ? null : { assessedOn: assessment.values.assessedOn, timePlanned: assessment.values.time !== null },
      openConcerns: (concerns.get(one.childId) ?? []).map(({ values: { raisedOn, dueOn } }) => ({ raisedOn, dueOn })),
      actions: (actions.get(one.childId) ?? []).map(({ values: { what, raisedOn, state } }) => ({ what, raisedOn, open: state === 'open' })),
      lifeStory: stories.get(one.childId) ?? null,
      approvals: (approvals.get(one.childId) ?? []).flatMap(asked),
    }, work.policies.signals)] as const
  }))
}

/** Those signals that are shown, of one child. */
export function shownSignals(asked: readonly AskedSignal[] | undefined): readonly AskedSignal[] {
  return (asked ?? []).filter(({ signal }) => signal.kind === 'shown')
}
