/** Drift signals for children: gathered from what is held and derived, and asked of the rules of the core. */
import { actionType } from '../core/actions/action.ts'
import { approvalType, extensionType } from '../core/carers/approval.ts'
import { concernType } from '../core/challenge/concern.ts'
import { siblingAssessmentType } from '../core/family/records.ts'
import { storyItemType, storyWorkType } from '../core/lifeStory/records.ts'
import { lineType } from '../core/plan/line.ts'
import { planType } from '../core/plan/plan.ts'
import { signalsFor, type AskedSignal } from '../core/signals/all.ts'
import type { WholeApproval } from '../core/carers/approval.ts'
import { expiryOf, panelBookedBy } from '../core/carers/dates.ts'
import type { CarerApproval, SignalFacts } from '../core/signals/signal.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { byChild, ofType } from './byChild.ts'
import { standingApprovals } from './carers.ts'
import { storiesByChild } from './lifeStory.ts'
import { summariesByChild } from './plan.ts'
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

/** Kinds of record that the rules ask about. */
const written = [planType, lineType, concernType, actionType, siblingAssessmentType, storyItemType, storyWorkType, approvalType, extensionType] as const

/**
 * What every rule says of each of the children who are in care on the day: two questions to the store, however many
 * children. What people wrote is what is held now; a signal is about today.
 */
export async function signalsOf(work: Work, childIds: readonly string[], day: LocalDate = work.today): Promise<ReadonlyMap<string, readonly AskedSignal[]>> {
  if (childIds.length === 0) return new Map()
  const known = await work.signals.known(childIds, day)
  const records = await work.records.find<(typeof written)[number]>(written, { childIds })
  const plans = summariesByChild(ofType(records, planType), ofType(records, lineType), work.today)
  const concerns = byChild(ofType(records, concernType))
  const actions = byChild(ofType(records, actionType))
  const assessments = byChild(ofType(records, siblingAssessmentType))
  const stories = storiesByChild(ofType(records, storyItemType), ofType(records, storyWorkType))
  const approvals = standingApprovals(ofType(records, approvalType), ofType(records, extensionType))
  return new Map(known.map((one) => {
    const assessment = assessments.get(one.childId)?.toSorted((a, b) => b.values.assessedOn - a.values.assessedOn)[0]
    return [one.childId, signalsFor({
      ...one, today: day, plan: plans.get(one.childId) ?? null,
      siblingAssessment: assessment === undefined ? null : { assessedOn: assessment.values.assessedOn, timePlanned: assessment.values.time !== null },
      openConcerns: (concerns.get(one.childId) ?? []).filter(({ values: { state } }) => state === 'open').map(({ values: { raisedOn, dueOn } }) => ({ raisedOn, dueOn })),
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
