/** A sitting: its agenda with the reason for each child, who takes part, and what is left to do before sign-off. */
import type { AgendaLine, SittingPage } from '../../../app/panelSittings.ts'
import type { PersonListed } from '../../../app/records.ts'
import { capacityOf } from '../../../core/panels/definition.ts'
import { attendanceType, seatType, type Seat } from '../../../core/panels/records.ts'
import type { FieldError } from '../../../core/records/readForm.ts'
import { choiceWords } from '../../../core/records/shown.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { FormModel } from '../../forms/form.ts'
import { children, whole } from '../../words/counts.ts'
import { fromToday, longDate } from '../../words/dates.ts'
import { colourTag } from '../../words/panels.ts'

export interface SittingAsked {
  readonly at: SittingPage
  readonly href: string
  readonly people: readonly PersonListed[]
  readonly seats: readonly Seat[]
  readonly today: LocalDate
  readonly whyNotSignOff: string | null
  /** The reader runs the panel, and the minutes are not signed off. */
  readonly open: boolean
  readonly errors: readonly FieldError[]
  /** Children ticked in a form that came back; null: those proposed are ticked. */
  readonly ticked: readonly string[] | null
  readonly putOff: { readonly childId: string; readonly why: string } | null
  readonly mayExport: boolean
  /** Nothing is minuted or decided yet. */
  readonly movable: boolean
  readonly detailsForm: FormModel | null
}

const upper = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

/** How far the time goes: what nobody should have to count. */
function roomWords({ panel: { definition }, accepted, proposed, over }: SittingPage): string {
  const { time } = definition
  const capacity = capacityOf(definition)
  const has = `By its definition the sitting has time for ${children(capacity)} (${time.minutes} minutes, ${time.minutesPerChild} a child${time.mark === 'UNCERTAIN' ? '; to be confirmed' : ''})`
  if (accepted.length > capacity) return `${has}, and ${whole(accepted.length)} are on the agenda.`
  if (over.length === 0) return `${has}.`
  return `${has}. ${whole(proposed.length + over.length)} are proposed${accepted.length === 0 ? '' : ` beside the ${whole(accepted.length)} on the agenda`}: ${whole(proposed.length)} fit, ${whole(over.length)} wait for the next sitting.`
}

/** What the page shows. */
export function sittingModel({ at, href, people, seats, today, whyNotSignOff, open, errors, ticked, putOff, mayExport, movable, detailsForm }: SittingAsked) {
  const name = (id: string | null): string | null => (id === null ? null : people.find(({ personId }) => personId === id)?.name ?? 'Somebody who is no longer listed')
  const { on, place, minuteTaker, state, signedOffBy, signedOffOn, movedWhy, calledOffWhy } = at.sitting.values
  const line = ({ childId, code, held, decision, proposal }: AgendaLine, ticks: boolean) => ({
    childId, code, href: `${href}/children/${childId}`, about: `/children/${childId}/panels`,
    reasons: held === null ? proposal.reasons.map(({ words }) => words) : held.values.because.split('\n'),
    presenter: name(held?.values.presenter ?? null), putOffWhy: held?.values.putOffWhy ?? null,
    decided: decision === null ? null : colourTag(decision.values.colour), checked: ticked === null ? ticks : ticked.includes(childId),
  })
  const waiting = at.accepted.filter(({ decision }) => decision === null).length
  return {
    href, back: `/panels/${at.panel.panel.recordId}`, name: at.panel.panel.values.name, on: longDate(on), when: upper(place === null ? fromToday(on, today) : `${place}, ${fromToday(on, today)}`), open, detailsForm, mayExport,
    minuteTaker: name(minuteTaker), signed: state === 'signed off' ? `Signed off by ${name(signedOffBy) ?? ''} on ${longDate(signedOffOn)}.` : null,
    papers: at.papersDueOn === null || state === 'cancelled' ? null : longDate(at.papersDueOn),
    accepted: at.accepted.map((one) => line(one, false)), proposed: at.proposed.map((one) => line(one, true)),
    over: at.over.map((one) => line(one, false)), room: open ? roomWords(at) : null,
    others: at.others.map((one) => line(one, false)), putOff: at.putOff.map((one) => line(one, false)),
    off: state === 'cancelled' ? `Called off: ${calledOffWhy ?? 'no reason is recorded'}` : null,
    moved: movedWhy === null ? null : `Moved to this day: ${movedWhy}`,
    move: movable ? { day: `${href}/move`, off: `${href}/call-off` } : null,
    first: at.accepted[0] === undefined ? null : `${href}/children/${(at.accepted.find(({ decision }) => decision === null) ?? at.accepted[0]).childId}`,
    waiting: waiting === 0 ? null : `${children(waiting)} still to be heard`, notShown: at.notShown,
    agendaError: errors.find(({ field }) => field === 'child')?.text ?? null,
    putOffError: putOff === null ? null : errors[0]?.text ?? null, putOffChild: putOff?.childId ?? null, putOffWhy: putOff?.why ?? '',
    errors: errors.map(({ field, text }) => ({ text, href: field === 'child' ? '#agenda' : '#putOffWhy' })),
    quorum: { met: at.quorum.met, words: at.quorum.words },
    seats: seats.map((seat) => {
      const how = at.attendance.find(({ values }) => values.who === seat.values.who && values.as === seat.values.as)?.values.how ?? null
      return {
        id: seat.recordId, name: name(seat.values.who) ?? '', as: choiceWords(seatType.fields.as, seat.values.as), how: how === null ? 'Not recorded' : choiceWords(attendanceType.fields.how, how),
        choices: attendanceType.fields.how.choices.map(({ value, label }) => ({ value, label, checked: value === how })),
      }
    }),
    signOff: state !== 'planned' || on > today ? null : { href: `${href}/sign-off`, why: whyNotSignOff },
  }
}
