/** Permanency planning meetings: held and signed off, held and waiting, booked, and some that nobody has held in time. */
import { newAction } from '../../core/actions/action.ts'
import { consideredType, planningMeetingType } from '../../core/meetings/planningMeeting.ts'
import { added, type ValuesOf } from '../../core/records/recordType.ts'
import { addDays, ageOn, later, type LocalDate } from '../../core/time/localDate.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { happens, oneOf, whole, type Chance } from '../random.ts'
import { ageBand, chanceOf, daysBack, weekdayBy, type Authored, type Hands, type Setting } from './known.ts'
import { actionTold, type PlanTold } from './plans.ts'
import { routeTold } from './planWords.ts'

const asked = [
  'Send the genogram round before the next meeting', 'Ask the regional agency to join every meeting from now on', 'Set the date for the together-or-apart assessment',
  'Write to the father about the two plans', 'Bring the chronology up to date',
] as const

const decidedOfMany = [
  'Both lines go on with the same force. The manager asks for the two assessments by the dates below.', 'The second line begins in earnest now: an assessor is named today, and the family is told why.',
  'The first line is nearly there. The second goes on until the court has said yes, so that nothing has to begin again.',
] as const

const decidedOfOne = [
  'The way stays as it is. What holds it up is the report, which has a name and a day from today.', 'Before the next meeting a second way is looked for, or it is written down why there is none.',
  'The home is right and wants to be for good: the match goes to panel, and the child is told the day.',
] as const

/** Meetings of a child whose permanence is not reached: most in the first year of care. */
export function meetingsTold(child: ChildInCare, hands: Hands, plan: PlanTold, at: Setting): readonly Authored[] {
  const chance = chanceOf(at, child, 'meetings')
  const days = at.today - child.inCareSince
  if (child.achieved || days < 21 || !happens(chance, days < 420 ? 0.8 : 0.3)) return []
  const written: Authored[] = []
  if (days > 50) written.push(...heldTold(chance, child, hands, plan, at))
  const called = chanceOf(at, child, 'meeting called off')
  const missed = daysBack(called, at.today, 8, 40, child.inCareSince)
  if (happens(called, 0.05)) {
    written.push({ by: hands.worker.personId, change: added(planningMeetingType, at.newId(), { childId: child.childId }, {
      ...blank, ...booking(hands, missed), state: 'cancelled', cancelledWhy: 'The mother’s solicitor asked for another day, and the regional agency could not come without notice.',
    }) })
  }
  if (happens(chance, 0.65)) {
    const bookedFor = weekdayBy(addDays(at.today, happens(chance, 0.12) ? -whole(chance, 2, 9) : whole(chance, 3, 40)))
    written.push({ by: hands.worker.personId, change: added(planningMeetingType, at.newId(), { childId: child.childId }, { ...blank, ...booking(hands, later(child.inCareSince, bookedFor)), state: 'booked' }) })
  }
  return written
}

const blank = {
  heldOn: null, attended: null, absences: null, childView: null, familyView: null, discussion: null, early: null, earlyWhy: null, decided: null, nextOn: null,
  minuteTaker: null, signedOffOn: null, signedOffBy: null, cancelledWhy: null,
} as const

const booking = ({ manager }: Hands, bookedFor: LocalDate): Pick<ValuesOf<typeof planningMeetingType>, 'bookedFor' | 'at' | 'place' | 'lead' | 'why' | 'invited'> => ({
  bookedFor, at: '10:30am', place: 'Civic centre, room 2, and online', lead: manager.personId, why: 'Which way to permanence now, and what stands in the way',
  invited: ['social worker', 'carer', 'family', 'regional agency', 'virtual school', 'health'],
})

function heldTold(chance: Chance, child: ChildInCare, hands: Hands, plan: PlanTold, at: Setting): readonly Authored[] {
  const heldOn = daysBack(chance, at.today, 6, Math.min(110, at.today - child.inCareSince - 14), child.inCareSince)
  const meetingId = at.newId()
  const by = hands.worker.personId
  const of = { childId: child.childId, partOf: meetingId }
  const young = ageOn(child.bornOn, heldOn) < 5
  const signed = heldOn < addDays(at.today, -14) && happens(chance, 0.85)
  const signedOn = later(heldOn, weekdayBy(addDays(heldOn, whole(chance, 3, 12))))
  const baby = ageBand(child.bornOn, heldOn) === 'baby'
  const meeting: ValuesOf<typeof planningMeetingType> = {
    ...blank, ...booking(hands, heldOn), state: signed ? 'signed off' : 'held', heldOn, attended: ['social worker', 'carer', ...(happens(chance, 0.6) ? ['regional agency'] : []), ...(happens(chance, 0.5) ? ['family'] : []), 'virtual school'],
    absences: happens(chance, 0.3) ? 'Health sent a report.' : null,
    childView: baby ? 'Settles with the carer at once and looks for her in a full room. Calm after time with the grandmother.' : '“Tell me when, not just if.” Wants to know before the holidays where they will be in September.',
    familyView: happens(chance, 0.7) ? 'The grandmother would come forward if home does not work. The mother agrees that plans run side by side.' : null,
    discussion: 'What has changed since the last meeting, what helps and what is in the way. Each line was gone through with its dates.',
    early: young ? oneOf(chance, ['wanted', 'not wanted', 'not considered'] as const) : 'not wanted', earlyWhy: young ? 'Gone through with the regional agency; family is being assessed first.' : 'Not right at this age.',
    decided: oneOf(chanceOf(at, child, 'meeting decided'), plan.lines.filter(({ role }) => role !== 'ended').length > 1 ? decidedOfMany : decidedOfOne),
    minuteTaker: by, signedOffOn: signed ? signedOn : null, signedOffBy: signed ? hands.manager.personId : null,
  }
  return [
    { by, change: added(planningMeetingType, meetingId, { childId: child.childId }, meeting) },
    ...plan.lines.filter(({ role }) => role !== 'ended').map(({ route, role }): Authored => ({ by, change: added(consideredType, at.newId(), of, {
      route, who: null, pros: routeTold[route].pros, cons: routeTold[route].cons, outcome: role === 'primary' ? 'primary' : role === 'parallel' ? 'parallel' : 'contingency',
    }) })),
    ...Array.from({ length: whole(chance, 1, 2) }, (_, i): Authored => ({
      by, change: actionTold(chance, newAction({
        recordId: at.newId(), childId: child.childId, raisedBy: 'planning meeting', partOf: meetingId, what: asked[(heldOn + i) % asked.length] ?? asked[0],
        owner: happens(chance, 0.8) ? by : hands.manager.personId, dueOn: weekdayBy(addDays(heldOn, whole(chance, 10, 45))),
      }, heldOn), at.today),
    })),
  ]
}
