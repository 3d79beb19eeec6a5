/** Concerns of reviewing officers at every stage, some late; and actions that come back from supervision again and again. */
import { newAction } from '../../core/actions/action.ts'
import { answerType, concernType, stageType, type Stage } from '../../core/challenge/concern.ts'
import { stageDue } from '../../core/challenge/protocol.ts'
import { added, type ValuesOf } from '../../core/records/recordType.ts'
import { addDays, addMonths, later, type LocalDate } from '../../core/time/localDate.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { happens, oneOf, weighted, whole } from '../random.ts'
import { chanceOf, weekdayBy, type Above, type Authored, type Hands, type Setting, type Somebody } from './known.ts'
import { revision } from './plans.ts'

type Concern = ValuesOf<typeof concernType>

const concerns: readonly Pick<Concern, 'theme' | 'about' | 'wanted'>[] = [
  { theme: 'drift', about: 'The match with the carers has been “nearly ready” at two reviews. The child asks me each time whether they can stay.', wanted: 'The matching report to panel within six weeks, and somebody to tell the child the date.' },
  { theme: 'care plan', about: 'The plan rests on return home alone. If the assessment is negative there is nothing prepared for a child of this age.', wanted: 'A parallel line with an owner and a date before the next planning meeting.' },
  { theme: 'implementation', about: 'Life story work was decided in March and again in September. Nobody has begun.', wanted: 'A named worker and a first visit within three weeks.' },
  { theme: 'allocation', about: 'Three social workers since the summer; the young person no longer answers the telephone.', wanted: 'A worker who stays, introduced by somebody the young person knows.' },
  { theme: 'participation', about: 'The child’s letter to the review was not read by anybody before it.', wanted: 'An apology in person, and an answer to each of the four points in the letter.' },
  { theme: 'rights', about: 'Time with the sister stopped when the supervisor left. Neither child was asked.', wanted: 'Time together this month, and a plan for it that does not hang on one person.' },
]

/** How the stage ended at which a concern ended; the others are open. */
const endings: Partial<Record<string, 'accepted' | 'withdrawn'>> = { accepted: 'accepted', closed: 'accepted', withdrawn: 'withdrawn' }

const endingWhy: Partial<Record<ValuesOf<typeof stageType>['ending'], string>> = {
  accepted: 'It names a person and a day.', 'not accepted': 'It names no day.', withdrawn: 'I had not seen that the work had begun. I withdraw it and keep looking.',
}

/** One child in thirteen or so has a concern of the last months. */
export function concernsTold(child: ChildInCare, hands: Hands, { head, reviewingManager }: Above, at: Setting): readonly Authored[] {
  const chance = chanceOf(at, child, 'concern')
  if (at.today - child.inCareSince < 90 || !happens(chance, 0.075)) return []
  const shape = weighted(chance, [['new', 20], ['late', 15], ['answered', 10], ['formal', 15], ['head', 10], ['accepted', 12], ['withdrawn', 8], ['closed', 30]] as const)
  const officer = hands.officer.personId
  const back = { new: whole(chance, 1, 4), late: whole(chance, 12, 25), answered: whole(chance, 4, 9), formal: whole(chance, 10, 16), head: whole(chance, 22, 27), accepted: whole(chance, 9, 14), withdrawn: whole(chance, 20, 90), closed: whole(chance, 30, 110) }[shape]
  const raisedOn = later(child.inCareSince, weekdayBy(addDays(at.today, -back)))
  const concernId = at.newId()
  const of = { childId: child.childId, partOf: concernId }
  const dueOf = (stage: Stage, on: LocalDate, formalOn: LocalDate | null): LocalDate | null => stageDue(stage, on, formalOn, at.challenge, at.calendar)
  const stage = (which: Stage, openedOn: LocalDate, ending: ValuesOf<typeof stageType>['ending'], endedOn: LocalDate | null, why: string | null, formalOn: LocalDate | null, passedOver: readonly Stage[] | null = null): Authored =>
    ({ by: officer, change: added(stageType, at.newId(), of, { stage: which, openedOn, dueOn: dueOf(which, openedOn, formalOn), why, passedOver, ending, endedOn, endingWhy: endingWhy[ending] ?? null }) })
  const answer = (who: Somebody, which: Stage, answeredOn: LocalDate, agrees: 'yes' | 'in part', words: string): Authored =>
    ({ by: who.personId, change: added(answerType, at.newId(), of, { stage: which, answeredOn, answer: words, agrees }) })
  const formalOn = shape === 'formal' || shape === 'head' ? weekdayBy(addDays(raisedOn, 7)) : null
  const headOn = shape === 'head' && formalOn !== null ? weekdayBy(addDays(formalOn, 9)) : null
  const answeredOn = weekdayBy(addDays(raisedOn, 4))
  const now: Stage = headOn !== null ? 'head of service' : formalOn !== null ? 'team manager' : 'informal'
  const ended = endings[shape]
  const over = ended !== undefined
  const concern: Concern = {
    ...oneOf(chance, concerns), state: over ? 'to close' : 'open', raisedBy: officer, raisedOn, childKnows: oneOf(chance, ['told', 'asked for it', 'not yet'] as const), stage: now,
    dueOn: over ? null : dueOf(now, headOn ?? formalOn ?? raisedOn, formalOn), formalOn,
    cafcassOn: headOn !== null && happens(chance, 0.4) ? weekdayBy(addDays(headOn, 2)) : null, cafcassWhy: null,
    closedOn: null, outcome: shape === 'withdrawn' ? 'withdrawn' : null, outcomeWords: null, impact: null, changed: null,
  }
  const closing: Partial<Concern> | null = shape === 'closed' ? {
    outcome: 'resolved', outcomeWords: 'Done by the day agreed; seen by the officer at a visit.', impact: oneOf(chance, ['done sooner', 'plan changed', 'service given'] as const),
    changed: 'The child knows the day and the person, and both were kept.',
  } : shape === 'withdrawn' ? { outcome: 'withdrawn', outcomeWords: 'The worker had begun the week before; it was not on the record yet.', impact: 'nothing', changed: null } : null
  const cafcassWhy = concern.cafcassOn === null ? null : 'The child’s right to family life is at stake and the protocol is slow.'
  const agreed = 'I agree. The worker begins on Monday, and I will write to the child myself by Wednesday.'
  return [
    { by: officer, change: added(concernType, concernId, { childId: child.childId }, { ...concern, cafcassWhy }) },
    ...(shape === 'answered' ? [stage('informal', raisedOn, 'answered', null, null, null), answer(hands.manager, 'informal', answeredOn, 'yes', agreed)]
      : ended !== undefined ? [
        stage('informal', raisedOn, ended, weekdayBy(addDays(raisedOn, 6)), null, null), ...(ended === 'accepted' ? [answer(hands.manager, 'informal', answeredOn, 'yes', agreed)] : []),
      ]
        : formalOn === null ? [stage('informal', raisedOn, 'open', null, null, null)]
          : [
            stage('informal', raisedOn, 'taken further', formalOn, null, null),
            ...(headOn === null ? [stage('team manager', formalOn, 'open', null, 'No answer came.', formalOn)] : [
              stage('team manager', formalOn, 'not accepted', headOn, 'No answer came.', formalOn), answer(hands.manager, 'team manager', weekdayBy(addDays(formalOn, 5)), 'in part', 'We are short of two workers. It is on the list.'),
              stage('head of service', headOn, 'open', null, `The answer names no day. ${head.name} can find a worker.`, formalOn, ['service manager']),
            ]),
          ]),
    // Whoever raised it does not close it.
    ...(closing === null ? [] : [{
      by: reviewingManager.personId, change: revision(concernType, concernId, child.childId, 1, { ...concern, cafcassWhy, ...closing, state: 'closed', closedOn: weekdayBy(addDays(raisedOn, 12)) }),
    }]),
  ]
}

/** The same action from supervision, month after month: what the signal “Same action again” looks for. */
export function supervisionTold(child: ChildInCare, hands: Hands, at: Setting): readonly Authored[] {
  const chance = chanceOf(at, child, 'supervision')
  if (at.today - child.inCareSince < 200 || !happens(chance, 0.05)) return []
  const what = oneOf(chance, ['Refer for life story work', 'Bring the chronology up to date', 'Visit the paternal grandmother'])
  return [4, 3, 2, 1].map((months, i): Authored => {
    const raisedOn = weekdayBy(addMonths(at.today, -months))
    const asked = { recordId: at.newId(), childId: child.childId, raisedBy: 'by hand' as const, partOf: null, what, owner: hands.worker.personId, dueOn: weekdayBy(addDays(raisedOn, 28)) }
    const change = newAction(asked, raisedOn)
    const put = i === 3 ? change : { ...change, values: { ...change.values, state: 'cancelled', endedOn: weekdayBy(addDays(raisedOn, 30)), cancelledWhy: 'Raised again at the next supervision.' } }
    return { by: hands.manager.personId, change: put }
  })
}
