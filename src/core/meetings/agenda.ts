/** The agenda that a planning meeting proposes: from the plan, from what was left undone, and from what nobody has said yet. */
import type { Action } from '../actions/action.ts'
import { routeWords } from '../permanence/routes.ts'
import { isLive, lastMoved, type Line } from '../plan/line.ts'
import { isRealistic, type Option } from '../plan/option.ts'
import type { Plan } from '../plan/plan.ts'
import { formatLong, type LocalDate } from '../time/localDate.ts'
import type { PlanningMeeting } from './planningMeeting.ts'

export interface AgendaItem {
  readonly heading: string
  readonly points: readonly string[]
}

/** What an agenda rests on. `plan` undefined: no plan is written yet; null: the reader may not see it. */
export interface AgendaAsked {
  readonly meeting: PlanningMeeting
  readonly plan: Plan | undefined | null
  readonly lines: readonly Line[]
  readonly options: readonly Option[]
  readonly openActions: readonly Action[]
  readonly today: LocalDate
}

/** The agenda, in the order of a meeting: what it is to settle, who speaks, each line, other options, early permanence, what comes next. */
export function proposeAgenda({ meeting, plan, lines, options, openActions, today }: AgendaAsked): readonly AgendaItem[] {
  const live = lines.filter(isLive)
  const onLine = new Set(live.map(({ values: { route } }) => route))
  const others = options.filter((option) => isRealistic(option) && !onLine.has(option.values.route))
  return [
    { heading: 'What this meeting is to settle', points: [meeting.values.why ?? 'Not said when it was booked. Agree it first.'] },
    { heading: 'What the child wants and feels', points: ['In their own words. If nobody has asked since the last meeting: who will, and when?'] },
    { heading: 'What parents, family and carers say', points: [] },
    {
      heading: 'What was to be done',
      points: openActions.length === 0 ? ['No action is open.'] : openActions.map(({ values: { what, dueOn } }) =>
        `${what}: ${dueOn < today ? 'was due' : 'due'} ${formatLong(dueOn)}`),
    },
    ...(plan === null ? [] : [linesItem(plan, live, today)]),
    {
      heading: 'Other ways to permanence',
      points: [
        ...others.map(({ values: { route, who, viability } }) =>
          `${routeWords[route]}${who === null ? '' : `, ${who}`}${viability === 'not known' ? ': still being assessed' : ''}`),
        'Is there anybody in the family or close to the child whom nobody has asked?',
      ],
    },
    {
      heading: 'Early permanence',
      points: [plan?.values.early === 'wanted' ? 'Considered right for this child: is it being worked on?'
        : plan?.values.early === 'not wanted' ? 'Considered and not right for this child: is that still so?'
        : 'Not considered yet. Fostering for adoption or concurrent planning: right for this child or not, and why?'],
    },
    { heading: 'Who does what by when, and the next meeting', points: [] },
  ]
}

function linesItem(plan: Plan | undefined, live: readonly Line[], today: LocalDate): AgendaItem {
  if (plan === undefined) return { heading: 'The plan', points: ['No permanence plan is written yet.'] }
  const points = live.map((line) => {
    const { route, role, targetOn } = line.values
    const still = today - lastMoved(line)
    const target = targetOn === null ? 'no target date' : targetOn < today ? `target ${formatLong(targetOn)} has passed` : `target ${formatLong(targetOn)}`
    return `${routeWords[route]} (${role}): ${target}; ${still === 0 ? 'moved today' : `has not moved for ${still} ${still === 1 ? 'day' : 'days'}`}`
  })
  if (live.length === 1) points.push('Only one line. What runs beside it, or why is there no realistic alternative?')
  return { heading: 'The plan, line by line', points: points.length === 0 ? ['The plan has no line yet.'] : points }
}
