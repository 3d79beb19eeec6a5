/** A panel's last sitting: who was there, whom it heard, what was said and decided, and the places of children on the lists. */
import { newAction } from '../../core/actions/action.ts'
import type { Colour } from '../../core/panels/colour.ts'
import { chosen } from '../../core/panels/meeting.ts'
import { agendaType, attendanceType, decisionType, itemType, minuteType, sittingType, type Panel, type seatType } from '../../core/panels/records.ts'
import { ruleOf, type Routed } from '../../core/panels/routing.ts'
import { added, type ValuesOf } from '../../core/records/recordType.ts'
import { addDays, addMonths, later, type LocalDate } from '../../core/time/localDate.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { happens, oneOf, whole } from '../random.ts'
import { chanceOf, weekdayBy, type Authored, type Hands, type Setting } from './known.ts'
import { actionTold } from './plans.ts'

/** A child whom a rule sends to a panel. */
export interface Routable {
  readonly child: ChildInCare
  readonly hands: Hands
  readonly to: Extract<Routed, { kind: 'panel' }>
  /** Colour of the clocks as near as the lives know it: an overdue clock is red. */
  readonly colour: Colour
}

export interface PanelHands {
  readonly chair: string
  readonly administrator: string
  readonly seats: readonly { readonly who: string; readonly as: ValuesOf<typeof seatType>['as'] }[]
}

const said: readonly string[] = [
  'The social worker told what has moved and what has not. The panel heard the child’s own words first and came back to them.',
  'The line of home goes well; the second line is a month behind because the assessor was ill.',
  'The carers wish to be matched. The panel asked why the report is not written and heard that there were two workers in a year.',
  'Family finding has two families in view. The panel asked about brothers and sisters.',
]
const decided: readonly string[] = [
  'Both lines go on. The assessment is to be with the panel before its next sitting.', 'The matching report goes to the fostering panel next month.',
  'The panel supports special guardianship with the support plan as costed.', 'Family finding widens to the neighbouring agencies at once.',
]
const asked: readonly string[] = ['Send the matching report to the panel adviser', 'Chase the medical adviser’s report', 'Tell the child the date of the match', 'Set up the sibling time that was agreed']

/** How many children a sitting hears, by how pressing they are. */
const HEARD = { red: 8, amber: 3, green: 5 } as const
const because = { red: 'A clock has run past its day', amber: 'Due within 14 days', green: 'Due to return to this panel' } as const

/** Days of a panel: when it last sat, and when it was to sit before that and was called off. */
export interface PanelDays {
  readonly sittingOn: LocalDate
  readonly calledOff: LocalDate | null
}

/** The place of each child on the list of one panel, and the panel's sitting on a past day with minutes that were signed off. */
export function panelTold(panel: Panel, listed: readonly Routable[], { sittingOn, calledOff }: PanelDays, by: PanelHands, at: Setting): readonly Authored[] {
  const sittingId = at.newId()
  const entered = ({ child }: Routable): LocalDate => later(panel.values.since, weekdayBy(later(child.inCareSince, child.legalStatusSince)))
  const known = listed.filter((one) => entered(one) < sittingOn)
  const heard = (['red', 'amber', 'green'] as const).flatMap((colour) => known.filter((one) => one.colour === colour).slice(0, HEARD[colour]))
  const signedOffOn = weekdayBy(addDays(sittingOn, 6))
  const written: Authored[] = [
    { by: by.administrator, change: added(sittingType, sittingId, { childId: null, partOf: panel.recordId }, {
      on: sittingOn, place: 'Civic centre, committee room 1', minuteTaker: by.administrator, state: 'signed off', signedOffOn, signedOffBy: by.chair, heard: heard.length, movedWhy: null, calledOffWhy: null,
    }) },
    ...by.seats.map(({ who, as }): Authored => ({ by: by.administrator, change: added(attendanceType, at.newId(), { childId: null, partOf: sittingId }, {
      who, as, how: as === 'head of service' ? 'online' : 'in the room',
    }) })),
  ]
  written.push(...putOffTold(sittingId, known.filter((one) => !heard.includes(one)).slice(0, 3).map(({ child }) => child.childId), by, at))
  if (calledOff !== null) written.push(...calledOffTold(panel, heard.filter((one) => entered(one) < calledOff).slice(0, 4), calledOff, by, at))
  for (const one of listed) {
    const { child, hands, to, colour } = one
    const chance = chanceOf(at, child, 'panel')
    const at8 = heard.indexOf(one)
    const of = { childId: child.childId, partOf: sittingId }
    const returnOn = at8 < 0 ? null : addMonths(sittingOn, whole(chance, 1, 3))
    written.push({ by: by.administrator, change: added(itemType, at.newId(), { childId: child.childId, partOf: panel.recordId }, {
      state: 'tracked', enteredOn: entered(one), how: 'entered', rule: to.rule, why: to.why, cameFrom: null, returnOn, lastHeardOn: at8 < 0 ? null : sittingOn,
      askedFor: at8 < 0 && happens(chance, 0.04) ? 'The carers have asked a second time when the match will be.' : null, leftOn: null, leftWhy: null, wentTo: null,
    }) })
    if (at8 < 0) continue
    const decisionId = at.newId()
    const words = oneOf(chance, decided)
    written.push(
      { by: by.administrator, change: added(agendaType, at.newId(), of, { state: 'accepted', because: because[colour], presenter: hands.allocated ? hands.worker.personId : null, putOffWhy: null }) },
      { by: by.administrator, change: added(minuteType, at.newId(), of, { said: oneOf(chance, said) }) },
      { by: by.chair, change: added(decisionType, decisionId, of, {
        decidedOn: sittingOn, decision: words, computed: colour === 'red' ? 'Red. Overdue: see the clocks.' : colour === 'amber' ? 'Amber. Due within 14 days.' : 'Green. Nothing is late, and nothing is due within 14 days.',
        colour, colourWhy: null, next: 'returns', returnOn, nextWhy: null, wentTo: null,
      }) },
    )
    const dueOn = weekdayBy(addDays(sittingOn, whole(chance, 14, 40)))
    const change = newAction({ recordId: at.newId(), childId: child.childId, raisedBy: 'panel', partOf: decisionId, what: oneOf(chance, asked), owner: hands.worker.personId, dueOn }, sittingOn)
    written.push({ by: by.chair, change: happens(chance, 0.6) ? actionTold(chance, change, at.today) : change })
  }
  return written
}

/** Why a child who was proposed was not heard. */
const notHeard = ['No time at this sitting', 'The social worker was at court that day', 'The report of the viability assessment had not come'] as const

/** Children who were proposed and not heard: the next agenda proposes them again and says so. */
function putOffTold(sittingId: string, childIds: readonly string[], by: PanelHands, at: Setting): readonly Authored[] {
  return childIds.map((childId, i): Authored => ({ by: by.administrator, change: added(agendaType, at.newId(), { childId, partOf: sittingId }, {
    state: 'put off', because: because.green, presenter: null, putOffWhy: notHeard[i % notHeard.length] ?? notHeard[0],
  }) }))
}

/** A sitting that did not take place, and the children who were to be heard at it. */
function calledOffTold(panel: Panel, agenda: readonly Routable[], on: LocalDate, by: PanelHands, at: Setting): readonly Authored[] {
  const sittingId = at.newId()
  const why = 'Two members were called to court that morning, and too few were left to decide.'
  return [
    { by: by.administrator, change: added(sittingType, sittingId, { childId: null, partOf: panel.recordId }, {
      on, place: 'Civic centre, committee room 1', minuteTaker: by.administrator, state: 'cancelled', signedOffOn: null, signedOffBy: null, heard: null, movedWhy: null, calledOffWhy: why,
    }) },
    ...agenda.map(({ child: { childId }, colour }): Authored => ({ by: by.administrator, change: added(agendaType, at.newId(), { childId, partOf: sittingId }, {
      state: 'put off', because: because[colour], presenter: null, putOffWhy: `The sitting was called off: ${why}`,
    }) })),
  ]
}

/** Of children whom no rule routes the manager of some has said that no panel is needed, and when to look again; the rest wait. */
export function onNoPanelTold(child: ChildInCare, { manager, allocated }: Hands, to: Extract<Routed, { kind: 'unrouted' }>, at: Setting): readonly Authored[] {
  const chance = chanceOf(at, child, 'no panel')
  if (!allocated || !happens(chance, 0.5)) return []
  const reason = 'The pathway plan is reviewed every six months with the young person, and says where they will live. A panel would ask the same again.'
  const lookAgainOn = weekdayBy(addDays(at.today, whole(chance, 10, 170)))
  return chosen({ childId: child.childId, panel: null, reason, lookAgainOn, ruleThen: ruleOf(to) }, undefined, at.newId).map((change): Authored => ({ by: manager.personId, change }))
}
