/** A page with one form of a record type: the same for every short form about a child. */
import type { ChildHeadModel } from '../../childHead.ts'
import type { FormModel } from '../../forms/form.ts'
import type { Page } from '../../route.ts'

export interface RecordFormModel {
  readonly head: ChildHeadModel
  readonly title: string
  readonly lead: readonly string[]
  readonly form: FormModel
  readonly action: string
  readonly button: string
  readonly warning: boolean
  readonly back: { readonly href: string; readonly words: string }
}

export interface RecordFormAsked {
  readonly head: ChildHeadModel
  readonly title: string
  /** What to know before answering. */
  readonly lead?: readonly string[]
  readonly form: FormModel
  /** Where the form goes. */
  readonly action: string
  readonly button: string
  /** The button does what cannot be taken back. */
  readonly warning?: true
  readonly back: { readonly href: string; readonly words: string }
}

/** The page; status 422 when the form has errors. */
export function recordFormPage({ lead = [], warning, ...asked }: RecordFormAsked): Page {
  const model: RecordFormModel = { ...asked, lead, warning: warning === true }
  return {
    kind: 'page', view: 'record-form', room: 'children', title: `${asked.title}, child ${asked.head.code}`,
    status: asked.form.errors.length > 0 ? 422 : 200, model,
  }
}
