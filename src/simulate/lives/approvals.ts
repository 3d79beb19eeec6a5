/** On what approval invented children live with relatives, friends and carers for early permanence: most in time, some about to run out. */
import { approvalType, extensionType, type Approval } from '../../core/carers/approval.ts'
import { furthest, temporaryDays } from '../../core/carers/dates.ts'
import { added, revised, type ValuesOf } from '../../core/records/recordType.ts'
import { addDays, earlier, later, type LocalDate } from '../../core/time/localDate.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { happens, oneOf, weighted, whole, type Chance } from '../random.ts'
import { chanceOf, weekdayBy, type Authored, type Hands, type Setting, type Somebody } from './known.ts'

type Values = ValuesOf<typeof approvalType>

/** In whose names it is written. */
interface Around {
  readonly child: ChildInCare
  readonly worker: Somebody
  readonly head: Somebody
  readonly manager: Somebody
  readonly at: Setting
}

interface Given {
  readonly written: readonly Authored[]
  readonly approval: Approval
}

const relatives = [['Nan', 'Grandmother'], ['Grandad and Nan', 'Grandparents'], ['Auntie', 'Mother’s sister'], ['Uncle and his wife', 'Father’s brother and his wife'], ['Our neighbour', 'A friend of the family since birth']] as const
const grounds = 'The child knows them and asks to stay with them. The home was seen, everybody in it spoken with, and what is missing is named with dates.'

/** The approvals in one child's record; `head` is the nominated officer. */
export function approvalsTold(child: ChildInCare, { worker, manager }: Hands, head: Somebody, at: Setting): readonly Authored[] {
  const chance = chanceOf(at, child, 'approval of carers')
  const told: Around = { child, worker, head, manager, at }
  const { placementType, homeSince } = child
  if (placementType === 'U2' || placementType === 'U5') return happens(chance, 0.8) ? given(told, { kind: 'early permanence', carers: 'The people who hope to adopt', relation: null }, homeSince).written : []
  if (placementType !== 'U3') return []
  const [carers, relation] = oneOf(chance, relatives)
  const age = at.today - homeSince
  if (age <= 10 && happens(chance, 0.4)) return asked(told, { kind: 'temporary', carers, relation }, homeSince).written
  if (age <= temporaryDays) return temporary(chance, told, { carers, relation }, homeSince, at.today)
  if (age <= furthest(homeSince) - homeSince) return pastSixteenWeeks(chance, told, { carers, relation }, homeSince, at.today)
  // Long since: nearly all are approved, and of some the record does not say.
  return happens(chance, 0.9) ? approvedAt(told, { carers, relation }, homeSince, weekdayBy(addDays(homeSince, whole(chance, 85, 110)))) : []
}

type Carers = Pick<Values, 'carers' | 'relation'>

/** Within 16 weeks: given, and the panel booked for most once some weeks are over. */
function temporary(chance: Chance, told: Around, carers: Carers, from: LocalDate, today: LocalDate): readonly Authored[] {
  const booked = happens(chance, today - from > 30 ? 0.75 : 0.2)
  return given(told, { kind: 'temporary', ...carers }, from, booked ? weekdayBy(addDays(from, whole(chance, 84, 108))) : null).written
}

/** Between 16 and 24 weeks: approved, extended, waiting for the independent review, or forgotten. */
function pastSixteenWeeks(chance: Chance, told: Around, carers: Carers, from: LocalDate, today: LocalDate): readonly Authored[] {
  const course = weighted(chance, [['approved', 40], ['extended', 38], ['review', 10], ['forgotten', 12]] as const)
  if (course === 'approved') return approvedAt(told, carers, from, weekdayBy(addDays(from, whole(chance, 85, 110))))
  const { written, approval } = given(told, { kind: 'temporary', ...carers }, from, course === 'extended' ? weekdayBy(addDays(from, whole(chance, 120, 160))) : null)
  return course === 'forgotten' ? written : [...written, ...extended(told, approval, course === 'review' ? 'review' : 'assessment', from, today)]
}

function approvedAt(told: Around, carers: Carers, from: LocalDate, on: LocalDate): readonly Authored[] {
  const { written, approval } = given(told, { kind: 'temporary', ...carers }, from, weekdayBy(addDays(on, -10)))
  return [...written, ...approved(told, approval, carers, on)]
}

/** Asked for: the team manager assessed, unless the head of service stands in for one. */
function asked({ child, worker, head, manager, at }: Around, about: Pick<Values, 'kind' | 'carers' | 'relation'>, from: LocalDate, panelOn: LocalDate | null = null): Given {
  const recordId = at.newId()
  const assessor = manager.personId === head.personId ? worker.personId : manager.personId
  const values: Values = {
    ...about, from, assessedOn: addDays(from, -2), assessor, assessedBy: null, grounds, panelOn, state: 'put forward', decidedBy: null, decidedOn: null, reasons: null, endedOn: null, ending: null,
  }
  const writer = { ...worker }
  return {
    written: [{ by: worker.personId, change: added(approvalType, recordId, { childId: child.childId }, values) }],
    approval: { recordId, type: approvalType.name, version: 1, childId: child.childId, partOf: null, values, recordedBy: writer, recordedAt: '', firstRecordedBy: writer, firstRecordedAt: '' },
  }
}

/** Asked for, and given by the nominated officer on the day. */
function given(told: Around, about: Pick<Values, 'kind' | 'carers' | 'relation'>, from: LocalDate, panelOn: LocalDate | null = null): Given {
  const { written, approval } = asked(told, about, from, panelOn)
  const decided = { state: 'in force', decidedBy: told.head.personId, decidedOn: from, reasons: 'The safest and kindest home for this child while the full assessment is made.' } as const
  return {
    written: [...written, { by: told.head.personId, change: revised(approvalType, approval, decided) }],
    approval: { ...approval, version: 2, values: { ...approval.values, ...decided } },
  }
}

/** More time, asked for and given a week before it would end. */
function extended({ child, worker, head, at }: Around, approval: Approval, ground: 'assessment' | 'review', from: LocalDate, today: LocalDate): readonly Authored[] {
  const on = later(from, weekdayBy(earlier(today, addDays(from, temporaryDays - 7))))
  const recordId = at.newId()
  const values = {
    ground, until: ground === 'assessment' ? furthest(from) : null, stillBest: 'Settled, in school every day, and asks to stay.', panelAskedOn: on, panelView: 'The panel supports it.',
    officerToldOn: on, askedOn: on, state: 'put forward', decidedBy: null, decidedOn: null, reasons: null, outcomeOn: null,
  } as const
  const writer = { ...worker }
  const held = {
    recordId, type: extensionType.name, version: 1, childId: child.childId, partOf: approval.recordId, values, recordedBy: writer, recordedAt: '', firstRecordedBy: writer, firstRecordedAt: '',
  }
  return [
    { by: worker.personId, change: added(extensionType, recordId, { childId: child.childId, partOf: approval.recordId }, values) },
    { by: head.personId, change: revised(extensionType, held, { state: 'approved', decidedBy: head.personId, decidedOn: on, reasons: 'Still the right home; the assessment goes on.' }) },
  ]
}

/** Full approval, which ends the temporary one. */
function approved({ child, worker, at }: Around, before: Approval, carers: Carers, on: LocalDate): readonly Authored[] {
  const by = worker.personId
  return [
    { by, change: revised(approvalType, before, { state: 'ended', endedOn: on, ending: 'approved' }) },
    { by, change: added(approvalType, at.newId(), { childId: child.childId }, {
      ...carers, kind: 'foster carer', from: on, assessedOn: null, assessor: null, assessedBy: null, grounds: null, panelOn: before.values.panelOn, state: 'in force',
      decidedBy: null, decidedOn: null, reasons: null, endedOn: null, ending: null,
    }) },
  ]
}
