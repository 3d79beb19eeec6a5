/** The minutes of a planning meeting as one page of typing, in the order of the meeting, with the agenda beside each part. */
import type { MeetingSeen } from '../../../app/meetings.ts'
import type { PersonListed } from '../../../app/records.ts'
import { actionType } from '../../../core/actions/action.ts'
import type { AgendaItem } from '../../../core/meetings/agenda.ts'
import { consideredType, meetingAddress, minutesFields, minutesNeed, planningMeetingType } from '../../../core/meetings/planningMeeting.ts'
import { routeWords } from '../../../core/permanence/routes.ts'
import { isRealistic } from '../../../core/plan/option.ts'
import { lineRoles } from '../../../core/plan/line.ts'
import type { FieldError } from '../../../core/records/readForm.ts'
import { requiring } from '../../../core/records/recordType.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import { formModel, type FormField } from '../../forms/form.ts'
import { rowCount, rowFields, rowPrefix, rowTyped } from '../../forms/rows.ts'
import { actionModel, type ActionModel } from '../../words/actions.ts'

/** The minutes' own fields, as this form asks them. */
export const minutesType = requiring(planningMeetingType, ...minutesNeed)

/** What an action asks in a row. */
export const actionAsked = ['what', 'owner', 'dueOn'] as const

/** What an option asks in a row. */
export const consideredAsked = ['route', 'who', 'pros', 'cons', 'outcome'] as const

export interface RowsModel {
  readonly kind: string
  readonly rows: readonly { readonly legend: string; readonly fields: readonly FormField[] }[]
}

export interface MinutesFormModel {
  readonly head: ChildHeadModel
  readonly title: string
  readonly action: string
  readonly back: string
  readonly version: string
  readonly errors: readonly { readonly href: string; readonly text: string }[]
  /** The minutes' own fields by name. */
  readonly fields: Readonly<Record<string, FormField>>
  readonly agenda: readonly AgendaItem[]
  readonly lines: readonly { readonly id: string; readonly label: string; readonly value: string }[]
  /** Why there are no lines to write about. */
  readonly noLines: string | null
  readonly options: RowsModel
  readonly actions: RowsModel
  /** What was written at an earlier sitting, and stays. */
  readonly written: { readonly options: readonly string[]; readonly actions: readonly ActionModel[] }
}

/** What the template shows; `form` when it comes back. */
export function minutesFormModel(
  head: ChildHeadModel, seen: MeetingSeen, owners: readonly PersonListed[], form?: URLSearchParams, errors: readonly FieldError[] = [],
): MinutesFormModel {
  const { meeting } = seen
  const here = meetingAddress(head.childId, meeting.recordId)
  const own = errors.filter(({ field }) => field in planningMeetingType.fields)
  const drawn = formModel(minutesType, {
    only: minutesFields, values: { ...meeting.values, heldOn: meeting.values.heldOn ?? meeting.values.bookedFor, attended: meeting.values.attended ?? meeting.values.invited },
    version: meeting.version, typed: form, errors: own, people: owners,
  })
  const given = proposedRoutes(seen)
  const optionRows = rowCount(form, 'option', Math.max(given.length, 2))
  const errorsOf = (kind: string, index: number): readonly FieldError[] => {
    const prefix = rowPrefix(kind, index)
    return errors.filter(({ field }) => field.startsWith(prefix)).map(({ field, text }) => ({ field: field.slice(prefix.length), text }))
  }
  return {
    head, title: meeting.values.state === 'booked' ? 'Write the minutes' : 'Change or add to the minutes',
    action: `${here}/minutes`, back: here, version: drawn.version,
    errors: [...drawn.errors, ...errors.filter((one) => !own.includes(one)).map(({ field, text }) => ({ href: `#${field.endsWith('dueOn') ? `${field}-day` : field}`, text }))],
    fields: Object.fromEntries(drawn.fields.map(({ component, params }) =>
      [String(params['id']), { component, params: component === 'checkboxes' ? { ...params, classes: 'govuk-checkboxes--small' } : params }])),
    agenda: seen.agenda,
    lines: seen.lines.map(({ recordId, values: { route, role } }) => ({
      id: recordId, value: form?.get(`line-${recordId}`) ?? '',
      label: `${routeWords[route]} (${lineRoles.find(({ value }) => value === role)?.label.toLowerCase() ?? role})`,
    })),
    noLines: seen.plan === null ? 'You may not see the plan of this child.' : seen.lines.length === 0 ? 'The plan has no line yet.' : null,
    options: {
      kind: 'option',
      rows: Array.from({ length: optionRows }, (_, index) => ({
        legend: `Option ${index + 1}`,
        fields: rowFields(consideredType, 'option', index, {
          only: consideredAsked, errors: errorsOf('option', index), values: { route: given[index] ?? null },
          ...(form === undefined ? {} : { typed: rowTyped(form, 'option', index) }),
        }),
      })),
    },
    actions: {
      kind: 'action',
      rows: Array.from({ length: rowCount(form, 'action', 3) }, (_, index) => ({
        legend: `Action ${index + 1}`,
        fields: rowFields(actionType, 'action', index, {
          only: actionAsked, people: owners, errors: errorsOf('action', index),
          ...(form === undefined ? {} : { typed: rowTyped(form, 'action', index) }),
        }),
      })),
    },
    written: {
      options: seen.considered.map(({ values: { route, who } }) => `${routeWords[route]}${who === null ? '' : `, ${who}`}`),
      actions: seen.actions.map(actionModel),
    },
  }
}

/** Routes that the plan and the balance sheet hold open and the meeting has not written about: rows to begin with. */
function proposedRoutes({ lines, options, considered }: MeetingSeen): readonly string[] {
  const written = new Set(considered.map(({ values: { route } }) => route))
  const open = [...lines.map(({ values: { route } }) => route), ...options.filter(isRealistic).map(({ values: { route } }) => route)]
  return [...new Set(open)].filter((route) => !written.has(route))
}
