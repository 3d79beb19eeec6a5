/**
 * What is decided about the approval of the carers a child lives with. A social worker puts forward, a nominated officer who did
 * not assess decides (reg 24(3) and 25(5)), and the law's conditions are held before anybody is asked.
 */
import { added, done, refused, revised, type Decided, type Telling, type ValuesOf } from '../records/recordType.ts'
import { addDays, formatLong, type LocalDate } from '../time/localDate.ts'
import { approvalType, carersAddress, extensionType, type Approval, type Extension, type WholeApproval } from './approval.ts'
import { datedExpiry, expiryOf, furthest, temporaryDays } from './dates.ts'

type Values = ValuesOf<typeof approvalType>
type Extending = ValuesOf<typeof extensionType>

/** What a request for a nominated officer's approval asks. */
export const askingFields = ['kind', 'carers', 'relation', 'from', 'assessedOn', 'assessor', 'assessedBy', 'grounds', 'panelOn'] as const
export type Asking = Pick<Values, (typeof askingFields)[number]>

/** What is written down of full approval, which the fostering service has given. */
export const approvedFields = ['carers', 'relation', 'from', 'panelOn', 'reasons'] as const
export type ApprovedAsked = Pick<Values, (typeof approvedFields)[number]>

export const extendingFields = ['ground', 'until', 'stillBest', 'panelAskedOn', 'panelView', 'officerToldOn'] as const
export type ExtendingAsked = Pick<Extending, (typeof extendingFields)[number]>

const undecided = { decidedBy: null, decidedOn: null, reasons: null, endedOn: null, ending: null } as const

/** Asks the nominated officers for an approval under regulation 24 or 25A; `nominated`: whom to tell. */
export function putForward(recordId: string, childId: string, asked: Asking, nominated: readonly string[]): Decided {
  if (asked.kind === 'foster carer') return refused('Approval as foster carers is given by the fostering service: write it down as given', 'kind')
  if (asked.assessedOn === null) return refused('Enter when their suitability was assessed: it comes before approval', 'assessedOn')
  if (asked.assessor === null && asked.assessedBy === null) return refused('Choose who assessed them, or enter their name', 'assessor')
  if (asked.grounds === null) return refused('Write down why this is the best home for the child now', 'grounds')
  if (asked.kind === 'temporary' && asked.relation === null) return refused('Enter what they are to the child', 'relation')
  if (asked.panelOn !== null && asked.panelOn < asked.from) return refused('The panel sees them after the approval has begun', 'panelOn')
  return done(
    [added(approvalType, recordId, { childId }, { ...asked, ...undecided, state: 'put forward' })],
    telling(nominated, 'The approval of a child’s carers waits for your decision.', childId),
  )
}

/** The nominated officer's decision on what was put forward. Who may not give it stands in the duties (core/access/duties.ts). */
export function decideApproval(
  approval: Approval, decision: { readonly approve: boolean; readonly reasons: string }, by: string, today: LocalDate, tell: readonly string[],
): Decided {
  const { childId, values } = approval
  if (values.state !== 'put forward') return refused('It was decided already')
  const over = addDays(values.from, temporaryDays)
  if (decision.approve && values.kind === 'temporary' && today > over) return refused(`Sixteen weeks from ${formatLong(values.from)} were over on ${formatLong(over)}: it cannot be given any more`, 'approve')
  return done(
    [revised(approvalType, approval, { state: decision.approve ? 'in force' : 'refused', decidedBy: by, decidedOn: today, reasons: decision.reasons })],
    telling(tell, decision.approve ? 'The approval of a child’s carers was given.' : 'The approval of a child’s carers was not given.', childId),
  )
}

/** Writes down that the carers are approved as foster carers, and ends the temporary approval that led there. */
export function writeApproved(
  ids: { readonly recordId: string; readonly childId: string; readonly today: LocalDate }, asked: ApprovedAsked, before: readonly Approval[],
): Decided {
  const { recordId, childId, today } = ids
  if (asked.from > today) return refused('Approval is written down once it was given', 'from')
  const ended = before.filter(({ values }) => values.state === 'in force' && values.kind !== 'foster carer' && values.from <= asked.from)
  return done([
    ...ended.map((one) => revised(approvalType, one, { state: 'ended', endedOn: asked.from, ending: 'approved' })),
    added(approvalType, recordId, { childId }, {
      // Who decided for the fostering service need not be anybody of this authority: whoever writes it down is not said to have decided.
      ...undecided, ...asked, kind: 'foster carer', assessedOn: null, assessor: null, assessedBy: null, grounds: null, state: 'in force',
    }),
  ])
}

/**
 * Asks for more time. It is asked while the approval stands; on the first ground once, and to no day after 24 weeks from the
 * start; on the second until the outcome of the independent review (reg 25(1) to (4)).
 */
export function askToExtend(recordId: string, whole: WholeApproval, asked: ExtendingAsked, today: LocalDate, nominated: readonly string[]): Decided {
  const fault = faultOfExtending(whole, asked, today)
  if (fault !== undefined) return fault
  const { approval } = whole
  return done(
    [added(extensionType, recordId, { childId: approval.childId, partOf: approval.recordId }, {
      ...asked, until: asked.ground === 'assessment' ? asked.until : null, askedOn: today, state: 'put forward', decidedBy: null, decidedOn: null, reasons: null, outcomeOn: null,
    })],
    telling(nominated, 'An extension of the approval of a child’s carers waits for your decision.', approval.childId),
  )
}

function faultOfExtending({ approval, extensions }: WholeApproval, asked: ExtendingAsked, today: LocalDate): Decided | undefined {
  const { kind, state, from } = approval.values
  if (kind !== 'temporary' || state !== 'in force') return refused('Only a temporary approval that is in force can be extended')
  if (extensions.some(({ values }) => values.state === 'put forward')) return refused('An extension waits for a decision already')
  if (extensions.some(({ values }) => values.ground === asked.ground && values.state === 'approved')) {
    return refused(asked.ground === 'assessment' ? 'It was extended on this ground already, and can be once only' : 'It was extended until the outcome of the review already', 'ground')
  }
  const ends = datedExpiry(from, extensions)
  if (expiryOf({ approval, extensions }).kind === 'on' && today > ends) return refused(`It ended on ${formatLong(ends)}: what has ended cannot be extended`)
  if (asked.ground === 'review') return undefined
  if (asked.until === null) return refused('Enter until when', 'until')
  if (asked.until <= ends) return refused(`Enter a day after ${formatLong(ends)}, when it ends now`, 'until')
  return asked.until > furthest(from) ? refused(`It cannot go beyond ${formatLong(furthest(from))}: 24 weeks in all`, 'until') : undefined
}

/** The nominated officer's decision on an extension. A late one is refused: the approval has ended by then (reg 25(6)). */
export function decideExtension(
  whole: WholeApproval, extension: Extension, decision: { readonly approve: boolean; readonly reasons: string }, by: string, today: LocalDate, tell: readonly string[],
): Decided {
  const { approval: { values: { from, state } }, extensions } = whole
  if (extension.values.state !== 'put forward') return refused('It was decided already')
  const ends = datedExpiry(from, extensions)
  if (decision.approve && (state !== 'in force' || today > ends)) {
    return refused(`The approval ended on ${formatLong(ends)}: other arrangements are made for the child, and the placement is ended (regulation 25(6))`, 'approve')
  }
  return done(
    [revised(extensionType, extension, { state: decision.approve ? 'approved' : 'refused', decidedBy: by, decidedOn: today, reasons: decision.reasons })],
    telling(tell, decision.approve ? 'The approval of a child’s carers was extended.' : 'The approval of a child’s carers was not extended.', extension.childId),
  )
}

/** Books the fostering panel, or moves it. */
export function bookPanel(approval: Approval, panelOn: LocalDate): Decided {
  if (panelOn < approval.values.from) return refused('The panel sees them after the approval has begun', 'panelOn')
  return done([revised(approvalType, approval, { panelOn })])
}

/** Writes down when the outcome of the independent review was known: the extension that waited for it ends with that day. */
export function sayOutcome(extension: Extension, outcomeOn: LocalDate): Decided {
  const { ground, state, askedOn } = extension.values
  if (ground !== 'review' || state !== 'approved') return refused('It does not wait for an independent review')
  if (outcomeOn < askedOn) return refused('The outcome cannot have been known before the extension was asked for', 'outcomeOn')
  return done([revised(extensionType, extension, { outcomeOn })])
}

/** Writes down how it ended. */
export function endApproval(approval: Approval, { endedOn, ending }: Pick<Values, 'endedOn' | 'ending'>): Decided {
  if (approval.values.state !== 'in force') return refused('It is not in force')
  if (endedOn === null || ending === null) return refused('Enter when and how it ended', endedOn === null ? 'endedOn' : 'ending')
  if (endedOn < approval.values.from) return refused('It cannot have ended before it began', 'endedOn')
  return done([revised(approvalType, approval, { state: 'ended', endedOn, ending })])
}

const telling = (people: readonly string[], words: string, childId: string | null): readonly Telling[] =>
  childId === null ? [] : people.map((personId) => ({ personId, words, address: carersAddress(childId), childId }))
