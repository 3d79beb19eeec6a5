/** A child's permanence plan as its page shows it. */
import type { PlanPage } from '../../../app/planPage.ts'
import { actionAddress } from '../../../core/actions/action.ts'
import { dimensionsType } from '../../../core/plan/dimensions.ts'
import { isLive, lastMoved, lineRoles, type Line, type LineRole } from '../../../core/plan/line.ts'
import { optionType } from '../../../core/plan/option.ts'
import { planStatuses, planType, type PlanStatus } from '../../../core/plan/plan.ts'
import { toldType } from '../../../core/plan/told.ts'
import { routeWords } from '../../../core/permanence/routes.ts'
import { choiceWords } from '../../../core/records/shown.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { counted } from '../../words/counts.ts'
import { dayCount, formatIso, fromToday, longDate, readDay } from '../../words/dates.ts'
import { historyOf } from './history.ts'

interface Tag {
  readonly words: string
  readonly colour: string
}

const statusColours: Readonly<Record<PlanStatus, string>> = {
  draft: 'govuk-tag--grey', 'put forward': 'govuk-tag--yellow', returned: 'govuk-tag--orange', authorised: 'govuk-tag--green', superseded: 'govuk-tag--grey',
}
const roleColours: Readonly<Record<LineRole, string>> = {
  primary: 'govuk-tag--blue', parallel: 'govuk-tag--turquoise', contingency: 'govuk-tag--grey', ended: 'govuk-tag--grey',
}

/** The words of a role: `Primary`. */
export const roleWords = (role: LineRole): string => lineRoles.find(({ value }) => value === role)?.label ?? role
/** A role as a tag. */
export const roleTag = (role: LineRole): Tag => ({ words: roleWords(role), colour: roleColours[role] })
/** A plan's status as a tag. */
export const statusTag = (status: PlanStatus): Tag => ({ words: planStatuses.find(({ value }) => value === status)?.label ?? status, colour: statusColours[status] })

export interface KnownAsked {
  /** The last instant of the day asked about; null for now. */
  readonly instant: string | null
  /** The day in words, as typed when it could not be read. */
  readonly words: string
  readonly problem: string | null
  /** The same day for another page's address: `?known-at=2026-03-03`, or nothing for now. */
  readonly query: string
}

/** The day of `known-at` in an address: the plan as Holdfast knew it when that day ended. */
export function knownAsked(query: URLSearchParams, today: LocalDate): KnownAsked {
  const text = (query.get('known-at') ?? '').trim()
  const day = text === '' ? today : readDay(text)
  if (day === undefined) return { instant: null, words: text.slice(0, 30), problem: 'Write the day like 3 March 2026. This shows the plan as it is now.', query: '' }
  const past = day < today
  return {
    instant: past ? `${formatIso(day)}T23:59:59.999Z` : null, words: longDate(day), problem: null, query: past ? `?known-at=${formatIso(day)}` : '',
  }
}

/** What the page shows. */
export function planModel(page: PlanPage, href: string, today: LocalDate) {
  const { plan, lines, options, told, dimensions, summary, may } = page
  const { values } = plan
  const name = (id: string | null): string => (id === null ? '' : page.names.get(id) ?? 'Somebody who is no longer listed')
  return {
    href, may, putForwardHref: page.lacking.length === 0 && (values.status === 'draft' || values.status === 'returned') ? `${href}/plan/put-forward` : null,
    authorisedOnly: page.authorisedOnly, lacking: page.lacking, reminders: page.reminders,
    status: statusTag(values.status), statusWords: statusWords(page, name),
    facts: [
      { key: 'Route', value: summary.primaryRoute === null ? 'None in force yet' : routeWords[summary.primaryRoute] },
      { key: 'Identified', value: longDate(summary.identifiedOn, 'Not yet') },
      { key: 'Endorsed by a review', value: endorsedWords(page) },
      { key: 'Last moved', value: summary.daysSinceMoved === null ? 'Nothing in force yet' : `${dayCount(summary.daysSinceMoved)} ago` },
    ],
    aim: values.aim,
    noAlternativeWhy: values.noAlternativeWhy,
    early: values.early === null ? null : choiceWords(planType.fields.early, values.early), earlyWhy: values.earlyWhy,
    lines: lines.filter(isLive).map((line) => lineRow(page, line, href, today)),
    ended: lines.filter((line) => !isLive(line)).map((line) => lineRow(page, line, href, today)),
    options: options.map(({ recordId, values: option }) => ({
      href: `${href}/plan/options/${recordId}`, route: routeWords[option.route], who: option.who,
      realistic: choiceWords(optionType.fields.viability, option.viability), ruledOut: option.viability === 'not viable',
      pros: option.pros, cons: option.cons, childView: option.childView, parentsView: option.parentsView, support: option.support, why: option.why,
      when: longDate(option.consideredOn),
    })),
    told: told.map(({ recordId, values: one }) => ({
      href: `${href}/plan/told/${recordId}`, whom: [choiceWords(toldType.fields.whom, one.whom), one.name].filter((words) => words !== null).join(': '),
      when: longDate(one.toldOn), by: name(one.toldBy), how: choiceWords(toldType.fields.how, one.how), said: one.said,
    })),
    dimensions: dimensions === undefined ? null : {
      when: longDate(dimensions.values.notedOn),
      parts: (['legal', 'physical', 'relational'] as const).map((part) => {
        const seen = dimensions.values[part]
        return {
          key: dimensionsType.fields[part].label, seen: seen === null ? 'Not noted' : choiceWords(dimensionsType.fields[part], seen),
          note: dimensions.values[`${part}Note`],
        }
      }),
    },
    history: historyOf(page, name),
  }
}

function endorsedWords({ summary: { endorsedOn, firstEndorsedOn } }: PlanPage): string {
  if (endorsedOn !== null) return longDate(endorsedOn)
  return firstEndorsedOn === null ? 'Not yet' : `Not as it is now (an earlier one on ${longDate(firstEndorsedOn)})`
}

/** What the status means for whoever reads it. */
function statusWords({ plan: { values }, summary }: PlanPage, name: (id: string | null) => string): string {
  const before = summary.primaryRoute === null ? '' : ` What was authorised on ${longDate(values.authorisedOn)} stays in force meanwhile.`
  switch (values.status) {
    case 'draft': return `Nobody has authorised the plan as it is written here.${before}`
    case 'put forward': return `Put forward on ${longDate(values.putForwardOn)} for ${name(values.askedOf)} to authorise.${before}`
    case 'returned': return `Sent back: ${values.returnedWhy ?? ''}${before}`
    case 'authorised': return `Authorised by ${name(values.authorisedBy)} on ${longDate(values.authorisedOn)}.`
    case 'superseded': return `Closed: ${values.changeWhy ?? 'another plan took its place'}.`
  }
}

/** One line as a row of the table. */
export function lineRow(page: PlanPage, line: Line, href: string, today: LocalDate) {
  const { values } = line
  const tasks = page.tasks?.filter(({ partOf, values: { state } }) => partOf === line.recordId && state === 'open') ?? []
  const late = tasks.filter(({ values: { dueOn } }) => dueOn < today).length
  const moved = lastMoved(line)
  const overdue = values.targetOn !== null && values.targetOn < today && isLive(line)
  return {
    href: `${href}/plan/lines/${line.recordId}`, route: routeWords[values.route], role: roleTag(values.role),
    /** When what is written is not yet what is in force. */
    inForce: values.inForce === values.role ? null : values.inForce === null ? 'Not authorised yet' : `In force as ${roleWords(values.inForce).toLowerCase()}`,
    owner: page.names.get(values.owner) ?? 'Somebody who is no longer listed',
    target: longDate(values.targetOn, 'None'), targetUnder: values.targetOn === null ? null : overdue ? `${dayCount(today - values.targetOn)} past` : fromToday(values.targetOn, today), overdue,
    moved: today === moved ? 'Today' : `${dayCount(today - moved)} ago`, movedUnder: values.movedOn === null ? 'when it started' : values.moved,
    reason: values.reason, evidence: values.evidence, trigger: values.trigger, started: longDate(values.startedOn), ended: longDate(values.endedOn, ''), roleWhy: values.roleWhy,
    tasks: page.tasks === null ? null : tasks.length === 0 ? 'None' : counted(tasks.length, 'task') + (late === 0 ? '' : `, ${late} overdue`),
    taskList: page.tasks?.filter(({ partOf }) => partOf === line.recordId).map((task) => ({
      href: actionAddress(task.childId ?? '', task.recordId), what: task.values.what,
      owner: page.names.get(task.values.owner) ?? 'Somebody who is no longer listed',
      due: longDate(task.values.dueOn), when: task.values.state === 'open' ? fromToday(task.values.dueOn, today) : null,
      state: task.values.state === 'open'
        ? task.values.dueOn < today ? { words: 'Overdue', colour: 'govuk-tag--red' } : { words: 'To do', colour: 'govuk-tag--blue' }
        : { words: task.values.state === 'done' ? 'Done' : 'No longer needed', colour: 'govuk-tag--grey' },
    })) ?? [],
  }
}
