/** The permanence plan people would have written for a child: lines, options, who was told, where it stands. */
import { newAction } from '../../core/actions/action.ts'
import { dimensionsType } from '../../core/plan/dimensions.ts'
import { lineType, type LineRole } from '../../core/plan/line.ts'
import { optionType } from '../../core/plan/option.ts'
import { planType } from '../../core/plan/plan.ts'
import { toldType } from '../../core/plan/told.ts'
import type { Route } from '../../core/permanence/routes.ts'
import { added, type Change, type RecordType, type RecordValue, type ValuesOf } from '../../core/records/recordType.ts'
import { addDays, addMonths, ageOn, earlier, later, type LocalDate } from '../../core/time/localDate.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { happens, oneOf, weighted, whole, type Chance } from '../random.ts'
import { ageBand, chanceOf, daysBack, weekdayBy, type Authored, type Hands, type Setting } from './known.ts'
import { routeTold } from './planWords.ts'

/** How a child's plan came out, for what is written about it elsewhere. */
export interface PlanTold {
  readonly written: readonly Authored[]
  readonly planId: string | null
  /** The primary line as authorised; null while nothing is. */
  readonly primary: Route | null
  readonly identifiedOn: LocalDate | null
  /** The review that endorsed the plan as it stands. */
  readonly endorsedOn: LocalDate | null
  /** The id that the review which endorsed it has or will have. */
  readonly endorsedAt: string | null
  readonly lines: readonly { readonly lineId: string; readonly route: Route; readonly role: LineRole }[]
}

type Status = ValuesOf<typeof planType>['status']
/** A child without a plan. */
export const noPlan: PlanTold = { written: [], planId: null, primary: null, identifiedOn: null, endorsedOn: null, endorsedAt: null, lines: [] }

/** The plan of a child in care. Children under four months mostly have none yet, and some others have none: so it is in life. */
export function planTold(child: ChildInCare, hands: Hands, at: Setting): PlanTold {
  const chance = chanceOf(at, child, 'plan')
  const status = statusOf(chance, at.today - child.inCareSince)
  if (status === null) return noPlan
  const planId = at.newId()
  const days = planDays(chance, child, at.today, status)
  const lines = linesOf(chance, child, days.begun, at)
  const first = lines[0]
  if (first === undefined) return noPlan
  const words = routeTold[first.route]
  const alone = lines.length === 1
  const draft: ValuesOf<typeof planType> = {
    status: 'draft', aim: oneOf(chance, words.aim), changeWhy: null, askedOf: null, putForwardOn: null, returnedWhy: null, authorisedOn: null,
    authorisedBy: null, identifiedOn: null, endorsedOn: null, endorsedAt: null, firstEndorsedOn: null,
    noAlternativeWhy: alone ? 'Every other way was weighed up with the young person and is written on the balance sheet; none of them is wanted or safe.' : null,
    ...early(chance, child, days.begun),
  }
  const endorsedAt = days.endorsed === null ? null : at.newId()
  const by = hands.worker.personId
  const manager = hands.manager.personId
  const authorised = status === 'authorised'
  const put = { ...draft, askedOf: manager, putForwardOn: days.putForward }
  const newest: ValuesOf<typeof planType> | null = status === 'draft' ? null
    : status === 'put forward' ? { ...put, status }
      : status === 'returned' ? { ...put, status, returnedWhy: 'The contingency has no trigger that anybody could see coming. Please write what would have to happen, and who decides.' }
        : { ...put, status, authorisedOn: days.authorised, authorisedBy: manager, identifiedOn: days.authorised }
  const of = { childId: child.childId, partOf: planId }
  const written: Authored[] = [{ by, change: added(planType, planId, { childId: child.childId }, draft) }]
  for (const line of lines) written.push({ by, change: added(lineType, line.lineId, of, { ...line.values, owner: by, inForce: authorised ? line.role : null }) })
  for (const change of [...optionsOf(chance, child, lines, days.begun, of, at), ...toldOf(chance, child, lines.length, days.begun, of, by, at), ...tasksOf(chance, child, lines, by, at)]) written.push({ by, change })
  if (newest !== null) {
    // Whoever puts forward wrote it; whoever decides did not.
    written.push({ by: status === 'put forward' ? by : manager, change: revision(planType, planId, child.childId, 1, newest) })
  }
  if (newest !== null && days.endorsed !== null) {
    written.push({ by: hands.officer.personId, change: revision(planType, planId, child.childId, 2, {
      ...newest, endorsedOn: days.endorsed, endorsedAt, firstEndorsedOn: days.firstEndorsed,
    }) })
  }
  if (happens(chance, 0.55)) written.push({ by, change: dimensionsOf(child, planId, at, days.begun) })
  return {
    written, planId, primary: authorised ? first.route : null, identifiedOn: authorised ? days.authorised : null, endorsedOn: days.endorsed, endorsedAt,
    lines: authorised ? lines.map(({ lineId, route, role }) => ({ lineId, route, role })) : [],
  }
}

/** A newer version of a record that this same life wrote. */
export function revision<T extends RecordType>(type: T, recordId: string, childId: string, version: number, values: Readonly<Record<string, RecordValue>> & ValuesOf<T>, partOf: string | null = null): Change {
  return { kind: 'revise', type, recordId, childId, partOf, version, values }
}

function statusOf(chance: Chance, daysInCare: number): Status | null {
  if (daysInCare < 28) return null
  return daysInCare < 120
    ? weighted(chance, [['authorised', 35], ['put forward', 12], ['draft', 23], [null, 30]] as const)
    : weighted(chance, [['authorised', 80], ['put forward', 4], ['draft', 6], ['returned', 2], [null, 8]] as const)
}

/** Mostly authorised before the second review, at four months, and endorsed there; some late, some not endorsed yet. */
function planDays(chance: Chance, { inCareSince, reviews }: ChildInCare, today: LocalDate, status: Status) {
  const second = reviews[1]?.heldOn ?? null
  const late = happens(chance, 0.15)
  const wanted = second === null || late ? addDays(inCareSince, whole(chance, 40, late ? 260 : 110)) : addDays(second, -whole(chance, 3, 25))
  const authorised = weekdayBy(earlier(addDays(today, status === 'authorised' ? -2 : -whole(chance, 2, 12)), later(wanted, addDays(inCareSince, 12))))
  const begun = later(inCareSince, addDays(authorised, -whole(chance, 8, 30)))
  const putForward = later(begun, weekdayBy(addDays(authorised, -whole(chance, 1, 4))))
  const after = status === 'authorised' && !happens(chance, 0.12) ? reviews.filter(({ heldOn }) => heldOn >= authorised) : []
  return { begun, authorised, putForward: status === 'authorised' ? putForward : authorised, endorsed: after.at(-1)?.heldOn ?? null, firstEndorsed: after[0]?.heldOn ?? null }
}

interface LineTold {
  readonly lineId: string
  readonly route: Route
  readonly role: Exclude<LineRole, 'ended'>
  readonly values: Omit<ValuesOf<typeof lineType>, 'owner' | 'inForce'>
}

function linesOf(chance: Chance, child: ChildInCare, begun: LocalDate, at: Setting): readonly LineTold[] {
  const { today } = at
  return routesFor(chance, child, today).map(([route, role]): LineTold => {
    const words = routeTold[route]
    const drifting = happens(chance, 0.16)
    const movedOn = role === 'contingency' ? null : daysBack(chance, today, drifting ? 150 : 3, drifting ? 320 : 70, begun)
    const ahead = child.achieved && role === 'primary' ? null : role === 'contingency' ? null : addMonths(today, happens(chance, 0.2) && begun < addMonths(today, -2) ? -1 : whole(chance, 1, 9))
    return {
      lineId: at.newId(), route, role,
      values: {
        route, role, roleWhy: null, reason: oneOf(chance, words.reason), startedOn: begun, targetOn: role === 'contingency' ? null : later(begun, ahead ?? addMonths(today, 6)),
        evidence: oneOf(chance, words.evidence), trigger: role === 'primary' ? null : words.trigger,
        movedOn, moved: movedOn === null ? null : oneOf(chance, words.moved), endedOn: null,
      },
    }
  })
}

type Roled = readonly [Route, Exclude<LineRole, 'ended'>]

/** Which routes go side by side, by where the child stands in law and how old they are. */
function routesFor(chance: Chance, child: ChildInCare, today: LocalDate): readonly Roled[] {
  const age = ageOn(child.bornOn, today)
  const { legalStatus, placementType } = child
  const lines = (...roled: readonly Roled[]): readonly Roled[] => roled
  if (legalStatus === 'C1' || legalStatus === 'C2' && child.route === null && today - child.legalStatusSince < 120) {
    const first = oneOf(chance, ['return-home', 'kin-sgo'] as const)
    const beside: Route = age < 6 ? 'adoption' : 'foster-ltf'
    if (happens(chance, 0.08)) return lines([first, 'primary'])
    return lines([first, 'primary'], [beside, 'parallel'], ...(first === 'return-home' && happens(chance, 0.6) ? [['kin-sgo', 'contingency'] as const] : []))
  }
  if (legalStatus === 'E1' || child.route === 'adoption') return lines(['adoption', 'primary'], [age < 4 ? 'kin-sgo' : 'foster-ltf', happens(chance, 0.5) ? 'parallel' : 'contingency'])
  if (placementType === 'P1') return lines(['parent-under-care-order', 'primary'], ['kin-sgo', 'contingency'])
  if (age >= 16) return happens(chance, 0.7) ? lines(['supported-living', 'primary'], ['staying-put', 'parallel']) : lines(['staying-put', 'primary'])
  const route = child.route ?? (child.unaccompanied ? 'foster-ltf' : legalStatus === 'V2' ? 'return-home' : placementType === 'K2' ? 'residential-lt' : 'foster-ltf')
  const other: Route = route === 'return-home' ? 'kin-sgo' : route === 'foster-ltf' ? (child.unaccompanied ? 'kin-informal' : 'foster-carer-sgo') : 'foster-ltf'
  if (route === other || happens(chance, 0.12)) return lines([route, 'primary'])
  return lines([route, 'primary'], [other, happens(chance, 0.35) ? 'parallel' : 'contingency'])
}

function early(chance: Chance, { bornOn }: ChildInCare, on: LocalDate): Pick<ValuesOf<typeof planType>, 'early' | 'earlyWhy'> {
  const young = ageOn(bornOn, on) < 5
  if (!young) return happens(chance, 0.5) ? { early: 'not wanted', earlyWhy: 'Considered and not right at this age: adoption is not a plan the child could live with.' } : { early: null, earlyWhy: null }
  if (happens(chance, 0.25)) return { early: null, earlyWhy: null }
  return happens(chance, 0.6)
    ? { early: 'wanted', earlyWhy: 'The child is very young and returning home is not certain: carers who may also adopt would spare them a move.' }
    : { early: 'not wanted', earlyWhy: 'Family comes first here: a move to carers who may adopt would be one more that the child may not need.' }
}

function optionsOf(chance: Chance, child: ChildInCare, lines: readonly LineTold[], begun: LocalDate, of: { readonly childId: string; readonly partOf: string }, at: Setting): readonly Change[] {
  const views: Readonly<Record<ReturnType<typeof ageBand>, string | null>> = {
    baby: null, small: '“I want to stay where my bed is.”', middle: '“If it is this one, then I want to know when.”', teen: '“I can live with that. Ask me again in summer.”', older: '“That is what I want.”',
  }
  const weigh = (route: Route, viability: ValuesOf<typeof optionType>['viability'], why: string): Change => added(optionType, at.newId(), of, {
    route, who: null, consideredOn: begun, pros: routeTold[route].pros, cons: routeTold[route].cons, childView: views[ageBand(child.bornOn, at.today)],
    parentsView: happens(chance, 0.4) ? 'They wish the child to come home, and would rather have family than strangers otherwise.' : null,
    support: viability === 'viable with support' ? 'Family support worker twice a week; a named worker for the carers' : null, viability, why,
  })
  const live = happens(chance, 0.75) ? lines : lines.slice(0, 1)
  const outside = (['return-home', 'kin-cao', 'kin-informal'] as const).find((route) => !lines.some((line) => line.route === route))
  return [
    ...live.map(({ route }, i) => i === 0 ? weigh(route, 'viable with support', 'It is what the evidence points to, with the support named.') : weigh(route, 'not known', 'Still being assessed; the report is awaited.')),
    ...(outside !== undefined && happens(chance, 0.5) ? [weigh(outside, 'not viable', 'Asked and answered: nobody could keep the child safe this way, with any support we know of.')] : []),
  ]
}

function toldOf(chance: Chance, child: ChildInCare, lines: number, begun: LocalDate, of: { readonly childId: string; readonly partOf: string }, by: string, at: Setting): readonly Change[] {
  if (lines < 2) return []
  const on = (): LocalDate => earlier(at.today, weekdayBy(addDays(begun, whole(chance, 3, 20))))
  const found: Change[] = []
  if (happens(chance, 0.7)) found.push(added(toldType, at.newId(), of, { whom: 'mother', name: null, toldOn: later(begun, on()), toldBy: by, how: 'in person', said: 'She does not like it and understands why. She wants it in writing too.' }))
  if (ageBand(child.bornOn, at.today) !== 'baby' && happens(chance, 0.65)) {
    found.push(added(toldType, at.newId(), of, { whom: 'child', name: null, toldOn: later(begun, on()), toldBy: by, how: 'in person', said: '“So you have a plan and a spare plan.”' }))
  }
  return found
}

function tasksOf(chance: Chance, child: ChildInCare, lines: readonly LineTold[], by: string, at: Setting): readonly Change[] {
  return lines.filter(({ role }) => role !== 'contingency').flatMap(({ lineId, route, values: { startedOn } }): readonly Change[] => {
    if (happens(chance, 0.45)) return []
    const raised = daysBack(chance, at.today, 5, 60, startedOn)
    const what = oneOf(chance, routeTold[route].tasks)
    const asked = { recordId: at.newId(), childId: child.childId, raisedBy: 'plan line' as const, partOf: lineId, what, owner: by, dueOn: weekdayBy(addDays(raised, whole(chance, 14, 56))) }
    return [actionTold(chance, newAction(asked, raised), at.today)]
  })
}

/** What became of an action by today: most that are due are done, some are late. */
export function actionTold(chance: Chance, change: Change, today: LocalDate): Change {
  const { dueOn, raisedOn } = change.values as { readonly dueOn: LocalDate; readonly raisedOn: LocalDate }
  if (!happens(chance, dueOn < today ? 0.88 : 0.15)) return change
  const endedOn = later(raisedOn, earlier(today, weekdayBy(addDays(dueOn, -whole(chance, 0, 9)))))
  return { ...change, values: { ...change.values, state: 'done', endedOn, ending: oneOf(chance, ['Done; the note is on the record.', 'Done, and the child was told.', 'Report received and shared.', 'Spoken with everybody concerned; agreed.']) } }
}

function dimensionsOf(child: ChildInCare, partOf: string, at: Setting, begun: LocalDate): Change {
  const { legalStatus, placementType, homeSince } = child
  const interim = legalStatus === 'C1' || legalStatus === 'E1'
  const long = at.today - homeSince > 365
  return added(dimensionsType, at.newId(), { childId: child.childId, partOf }, {
    notedOn: later(begun, weekdayBy(addDays(at.today, -14))),
    legal: interim ? 'interim' : legalStatus === 'C2' ? placementType === 'P1' ? 'no longer needed' : 'secured' : 'none',
    legalNote: interim ? 'Interim order; the final hearing decides.' : null,
    physical: placementType === 'U1' || placementType === 'U4' ? 'matched' : long ? 'settled' : 'unsettled', physicalNote: long ? 'The same home for over a year.' : null,
    relational: long ? 'seen' : 'growing', relationalNote: long ? 'Runs to the carer when hurt; speaks of “us”.' : 'Still finding out who to count on.',
  })
}
