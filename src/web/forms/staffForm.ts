/** A form about people, teams or access, opened and taken in; about a child when it has a head. What was typed is kept through every error. */
import type { PersonListed } from '../../app/records.ts'
import type { Fault } from '../../core/people/decide.ts'
import { readForm, type FieldError } from '../../core/records/readForm.ts'
import type { RecordType, RecordValue, ValuesOf } from '../../core/records/recordType.ts'
import type { ChildHeadModel } from '../childHead.ts'
import type { Answer, Ask, Room } from '../route.ts'
import { formModel } from './form.ts'

export interface StaffFormAsked<T extends RecordType> {
  readonly type: T
  readonly title: string
  /** Over the title, small: whom it is about. */
  readonly over?: string
  readonly head?: ChildHeadModel
  readonly room?: Room
  readonly lead?: readonly string[]
  /** What stands in the form to begin with. */
  readonly values?: Readonly<Record<string, RecordValue>>
  /** Of what the form changes, when somebody else might change it meanwhile. */
  readonly version?: number
  /** Who is offered where a person is chosen; everybody with a role today unless told. */
  readonly people?: readonly PersonListed[]
  readonly button: string
  /** The button does what is not easily taken back. */
  readonly warning?: true
  /** Takes more than a minute to fill in: a draft is kept. */
  readonly keep?: true
  readonly back: { readonly href: string; readonly words: string }
  /** Where it goes on to, unless `save` says; and what is said there. */
  readonly onward?: string
  readonly done: string
  /** Does it; gives why not, or where to go. */
  save(values: ValuesOf<T>): Promise<Fault | { readonly to: string } | undefined>
}

/** The form's answer: the page, what is wrong with what was typed, or onward. */
export async function staffForm<T extends RecordType>(ask: Ask, asked: StaffFormAsked<T>): Promise<Answer> {
  const { type, title, over, head, room = 'admin', lead = [], values = {}, version, button, warning, keep, back, done, save } = asked
  const posted = ask.form.has('_csrf')
  let errors: readonly FieldError[] = []
  if (posted) {
    const read = readForm(type, ask.form, ask.today)
    if (read.kind === 'wrong') errors = read.errors
    else {
      const saved = await save(read.values as ValuesOf<T>)
      if (saved === undefined || 'to' in saved) {
        return { kind: 'redirect', to: saved?.to ?? asked.onward ?? back.href, flash: { kind: 'success', words: done } }
      }
      errors = [{ field: saved.field, text: saved.why }]
    }
  }
  const people = asked.people ?? await ask.work.records.people()
  const form = formModel(type, { values, people, errors, typed: posted ? ask.form : undefined, ...(version === undefined ? {} : { version }) })
  return {
    kind: 'page', view: 'staff-form', room, title: head === undefined ? title : `${title} – child ${head.code}`, status: posted ? 422 : 200,
    model: { form, title, over, head, lead, button, warning: warning === true, keep: keep === true, back, action: ask.path },
  }
}
