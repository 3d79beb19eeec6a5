/** One child at a sitting, as the page of the meeting shows it. */
import type { ChildAtSitting } from '../../../app/panelSittings.ts'
import type { PersonListed } from '../../../app/records.ts'
import { colourReason } from '../../../core/panels/colour.ts'
import type { FieldError } from '../../../core/records/readForm.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { FormField, FormModel } from '../../forms/form.ts'
import { longDate } from '../../words/dates.ts'
import { colourTag } from '../../words/panels.ts'
import type { paperModel } from '../panel-papers/view.ts'

export interface HearingAsked {
  readonly one: ChildAtSitting
  readonly href: string
  readonly sitting: string
  readonly people: readonly PersonListed[]
  readonly today: LocalDate
  readonly open: boolean
  readonly paper: ReturnType<typeof paperModel>
  readonly previous: { readonly href: string; readonly code: string } | null
  readonly next: { readonly href: string; readonly code: string } | null
  readonly errors: readonly FieldError[]
  readonly panels: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
  readonly toError: string | null
  readonly presenterForm: FormModel | null
  readonly minuteForm: FormModel | null
  readonly correctionForm: FormModel | null
  readonly decisionForm: FormModel | null
  /** Rows for actions, each its fields. */
  readonly rows: readonly (readonly FormField[])[]
}

/** What the page shows. */
export function hearingModel(asked: HearingAsked) {
  const { one, people, errors } = asked
  const { at, line } = one
  const presenter = line.held?.values.presenter ?? null
  const { decision } = line
  const summary = [asked.presenterForm, asked.minuteForm, asked.correctionForm, asked.decisionForm].flatMap((form) => form?.errors ?? [])
  return {
    href: asked.href, sitting: asked.sitting, code: line.code, paper: asked.paper, previous: asked.previous, next: asked.next, open: asked.open,
    name: at.panel.panel.values.name, on: longDate(at.sitting.values.on), place: `${one.index + 1} of ${at.accepted.length}`,
    presenter: presenter === null ? null : people.find(({ personId }) => personId === presenter)?.name ?? 'Somebody who is no longer listed',
    presenterForm: asked.presenterForm, minuteForm: asked.minuteForm, correctionForm: asked.correctionForm, decisionForm: asked.decisionForm,
    // The fields of the decision that come before and after the choice of another panel.
    rows: asked.rows, panels: asked.panels, toError: asked.toError, whyNotDecide: one.whyNotDecide,
    computed: { tag: colourTag(one.computed.colour), words: colourReason(one.computed) },
    said: one.minute?.values.said ?? null,
    corrections: one.corrections.map(({ values, firstRecordedBy }) => ({ on: longDate(values.on), by: firstRecordedBy.name, words: values.words })),
    decision: decision === null ? null : {
      words: decision.values.decision, colour: colourTag(decision.values.colour), computed: decision.values.computed, why: decision.values.colourWhy,
      next: decision.values.next === 'returns' ? `Returns on ${longDate(decision.values.returnOn)}`
        : decision.values.next === 'transfer' ? `Goes to ${decision.values.wentTo ?? 'another panel'}: ${decision.values.nextWhy ?? ''}` : `Leaves the list: ${decision.values.nextWhy ?? ''}`,
    },
    putOffError: errors[0]?.text ?? null,
    errors: [...summary, ...errors.map(({ text }) => ({ text, href: '#putOffWhy' }))],
  }
}
