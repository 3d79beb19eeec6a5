/** What happens to a concern: raised, answered, accepted or not, taken further, referred to Cafcass, closed by somebody else. */
import { added, done, refused, revised, type Change, type Decided, type Telling, type ValuesOf } from '../records/recordType.ts'
import { formatLong, type LocalDate } from '../time/localDate.ts'
import type { WorkingCalendar } from '../time/workingDays.ts'
import {
  answerType, concernAddress, concernType, stageType, type closingFields, type ConcernStage, type raisingFields, type Stage, type WholeConcern,
} from './concern.ts'
import { stageDue, stagesAfter, type ChallengePolicy } from './protocol.ts'

type Values = ValuesOf<typeof concernType>
export type Raising = Pick<Values, (typeof raisingFields)[number]>
export type Closing = Pick<Values, (typeof closingFields)[number]>

/** Where and by what rules a decision is made; ids come from outside. */
export interface Deciding {
  readonly by: string
  readonly today: LocalDate
  readonly newId: () => string
  readonly policy: ChallengePolicy
  readonly calendar: WorkingCalendar
}

/** The stage that waits for an answer or for the officer's word on it; undefined when none does. */
export function currentStage({ stages }: Pick<WholeConcern, 'stages'>): ConcernStage | undefined {
  return stages.findLast(({ values: { ending } }) => ending === 'open' || ending === 'answered')
}

/**
 * Raises a concern, informally unless the officer goes at once to a formal stage and says why (stages may be passed over:
 * Handbook 6.2). Those who are to answer are told.
 */
export function raise(
  raising: Raising, to: { readonly stage: Stage; readonly why: string | null }, childId: string, tell: readonly string[], deciding: Deciding,
): Decided {
  const { by, today, newId } = deciding
  const passedOver = to.stage === 'informal' ? [] : passed('informal', to.stage, deciding.policy, true)
  if (passedOver === undefined) return refused('Choose a stage of the protocol', 'stage')
  if (passedOver.length > 0 && to.why === null) return refused('Say why it does not start informally', 'why')
  const formalOn = to.stage === 'informal' ? null : today
  const dueOn = stageDue(to.stage, today, formalOn, deciding.policy, deciding.calendar)
  const concernId = newId()
  return done([
    added(concernType, concernId, { childId }, {
      ...raising, state: 'open', raisedBy: by, raisedOn: today, stage: to.stage, dueOn, formalOn, cafcassOn: null, cafcassWhy: null,
      closedOn: null, outcome: null, outcomeWords: null, impact: null, changed: null,
    }),
    opened(newId(), { concernId, childId }, to, passedOver, dueOn, today),
  ], telling(tell, by, 'A reviewing officer has raised a concern.', childId, concernId))
}

function opened(
  recordId: string, of: { readonly concernId: string; readonly childId: string | null }, { stage, why }: { readonly stage: Stage; readonly why: string | null },
  passedOver: readonly Stage[], dueOn: LocalDate | null, today: LocalDate,
): Change {
  return added(stageType, recordId, { childId: of.childId, partOf: of.concernId }, {
    stage, openedOn: today, dueOn, why, passedOver: passedOver.length === 0 ? null : passedOver, ending: 'open', endedOn: null, endingWhy: null,
  })
}

/** Stages passed over between one and another; undefined when the protocol has no such way. */
function passed(from: Stage, to: Stage, policy: ChallengePolicy, withFrom = false): readonly Stage[] | undefined {
  const after = stagesAfter(policy, from)
  const at = after.indexOf(to)
  return at < 0 ? undefined : [...(withFrom ? [from] : []), ...after.slice(0, at)]
}

const telling = (people: readonly string[], by: string, words: string, childId: string | null, concernId: string): readonly Telling[] =>
  childId === null ? [] : people.filter((one) => one !== by).map((personId) => ({ personId, words, address: concernAddress(childId, concernId), childId }))

/** Answers the stage that is open. The answer of an officer to their own concern is none. */
export function answer(whole: WholeConcern, given: { readonly answer: string; readonly agrees: 'yes' | 'in part' | 'no' }, { by, today, newId }: Deciding): Decided {
  const { concern } = whole
  const stage = currentStage(whole)
  if (concern.values.state !== 'open' || stage === undefined) return refused('This concern is not waiting for an answer.')
  if (concern.values.raisedBy === by) return refused('You raised this concern: somebody of the service answers it.')
  if (stage.values.ending === 'answered') return refused('This stage has been answered. The reviewing officer says whether they accept it.')
  return done([
    added(answerType, newId(), { childId: concern.childId, partOf: concern.recordId }, { ...given, stage: stage.values.stage, answeredOn: today }),
    revised(stageType, stage, { ending: 'answered' }),
  ], telling([concern.values.raisedBy], by, 'A concern that you raised has been answered.', concern.childId, concern.recordId))
}

/** The officer accepts an answer: the concern is ready for somebody else to close. */
export function accept(whole: WholeConcern, why: string | null, { today }: Deciding): Decided {
  const stage = currentStage(whole)
  if (whole.concern.values.state !== 'open' || stage?.values.ending !== 'answered') return refused('There is no answer to accept.')
  return done([
    revised(stageType, stage, { ending: 'accepted', endedOn: today, endingWhy: why }),
    revised(concernType, whole.concern, { state: 'to close', dueOn: null }),
  ])
}

/** The officer withdraws the concern, and says why: somebody else closes it all the same, so that none is put away in silence. */
export function withdraw(whole: WholeConcern, why: string, { today }: Deciding): Decided {
  const { concern } = whole
  if (concern.values.state !== 'open') return refused('Only an open concern can be withdrawn.')
  const stage = currentStage(whole)
  return done([
    ...(stage === undefined ? [] : [revised(stageType, stage, { ending: 'withdrawn', endedOn: today, endingWhy: why })]),
    revised(concernType, concern, { state: 'to close', dueOn: null, outcome: 'withdrawn' }),
  ])
}

/**
 * Takes a concern to a further stage: because the answer is not accepted, or because none came, or because it cannot wait.
 * Where a stage is passed over, why. The days of the formal process run from its first stage.
 */
export function escalate(whole: WholeConcern, to: { readonly stage: Stage; readonly why: string | null }, tell: readonly string[], deciding: Deciding): Decided {
  const { concern } = whole
  const { by, today, newId, policy, calendar } = deciding
  if (concern.values.state !== 'open') return refused('Only an open concern can be taken further.')
  const passedOver = passed(concern.values.stage, to.stage, policy)
  if (passedOver === undefined) return refused('Choose a later stage', 'stage')
  if (to.why === null) return refused('Say why it goes further', 'why')
  const formalOn = concern.values.formalOn ?? today
  const dueOn = stageDue(to.stage, today, formalOn, policy, calendar)
  const before = currentStage(whole)
  return done([
    ...(before === undefined ? [] : [revised(stageType, before, {
      ending: before.values.ending === 'answered' ? 'not accepted' : 'taken further', endedOn: today, endingWhy: to.why,
    })]),
    opened(newId(), { concernId: concern.recordId, childId: concern.childId }, to, passedOver, dueOn, today),
    revised(concernType, concern, { stage: to.stage, formalOn, dueOn }),
  ], telling(tell, by, 'A reviewing officer’s concern has come to your stage.', concern.childId, concern.recordId))
}

/** The last stage was answered and not accepted: the concern ends unresolved, with Cafcass still open to the officer. */
export function endUnresolved(whole: WholeConcern, why: string, { today, policy }: Deciding): Decided {
  const { concern } = whole
  const stage = currentStage(whole)
  if (concern.values.state !== 'open' || stage?.values.ending !== 'answered') return refused('There is no answer to refuse.')
  if (stagesAfter(policy, concern.values.stage).length > 0) return refused('There is a further stage. Take it there.')
  return done([
    revised(stageType, stage, { ending: 'not accepted', endedOn: today, endingWhy: why }),
    revised(concernType, concern, { state: 'to close', dueOn: null, outcome: 'not resolved' }),
  ])
}

/** Refers the case to Cafcass, at any point and beside any stage (Children Act 1989 s.25B(3)): the protocol goes on. */
export function referToCafcass(whole: WholeConcern, { on, why }: { readonly on: LocalDate; readonly why: string }, tell: readonly string[], { by, today }: Deciding): Decided {
  const { concern } = whole
  const { cafcassOn, raisedOn } = concern.values
  if (cafcassOn !== null) return refused(`It was referred to Cafcass on ${formatLong(cafcassOn)}.`)
  if (on > today) return refused('The day must be today or in the past', 'cafcassOn')
  if (on < raisedOn) return refused('The day must not be before the concern was raised', 'cafcassOn')
  return done([revised(concernType, concern, { cafcassOn: on, cafcassWhy: why })],
    telling(tell, by, 'A reviewing officer has referred a case to Cafcass.', concern.childId, concern.recordId))
}

/** Closes a concern: by somebody other than whoever raised it (asked before, as a duty), with what changed for the child. */
export function close(whole: WholeConcern, closing: Closing, { today }: Deciding): Decided {
  const { concern } = whole
  const { state, cafcassOn, outcome } = concern.values
  if (state === 'closed') return refused('This concern is closed.')
  if (state === 'open' && !(closing.outcome === 'cafcass' && cafcassOn !== null)) {
    return refused('It is open: the reviewing officer first accepts an answer, withdraws it, or takes it to its end.')
  }
  if (closing.outcome === null) return refused('Choose how it ended', 'outcome')
  if (closing.outcome === 'cafcass' && cafcassOn === null) return refused('It was not referred to Cafcass', 'outcome')
  if (outcome !== null && closing.outcome !== outcome && closing.outcome !== 'cafcass') {
    return refused(outcome === 'withdrawn' ? 'The officer withdrew it' : 'The officer did not accept the last answer', 'outcome')
  }
  if (outcome === null && state === 'to close' && closing.outcome !== 'resolved' && closing.outcome !== 'cafcass') return refused('The officer accepted the answer', 'outcome')
  if (closing.impact === null) return refused('Choose what changed for the child', 'impact')
  if (closing.changed === null && closing.impact !== 'too early' && closing.impact !== 'nothing') return refused('Say in words what changed for the child', 'changed')
  const stage = currentStage(whole)
  return done([
    ...(stage === undefined ? [] : [revised(stageType, stage, { ending: 'taken further', endedOn: today, endingWhy: 'Taken on by Cafcass or the court' })]),
    revised(concernType, concern, { ...closing, state: 'closed', closedOn: today, dueOn: null }),
  ])
}
