/** A form about a child, opened and taken in: what was typed is kept through every error, and through a change by somebody else. */
import type { PersonListed } from '../../app/records.ts'
import { readForm, type FieldError } from '../../core/records/readForm.ts'
import type { Held, RecordType, RecordValue, ValuesOf } from '../../core/records/recordType.ts'
import { headOf, type ChildHeadModel } from '../childHead.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { conflictPage } from './conflict.ts'
import { formModel } from './form.ts'

export interface ChildFormAsked<T extends RecordType, K extends keyof T['fields'] & string> {
  readonly type: T
  /** Fields to ask; every one that a person types unless told. */
  readonly only?: readonly K[]
  /** The record that the form revises; left out for a new one. */
  readonly held?: Held<T> | undefined
  /** What stands in the form of a new record to begin with. */
  readonly values?: Readonly<Record<string, RecordValue>>
  readonly title: string
  /** Said before the fields, a paragraph each. */
  readonly intro?: readonly string[]
  /** Words of the child that the form answers to. */
  readonly quoted?: string
  readonly button: string
  /** Where it leads back to, after `/children/<id>`, and what that is called. */
  readonly back: { readonly path: string; readonly words: string }
  /** Said on the page that follows. */
  readonly done: string
  /** Who is offered where a person is chosen; everybody unless told. */
  readonly people?: readonly PersonListed[]
  /** Writes it; gives why not, at the field to mend where there is one. */
  save(values: Pick<ValuesOf<T>, K>): Promise<{ readonly field: string | null; readonly why: string } | undefined>
}

/** The form's answer: the page, what is wrong with what was typed, somebody else's change, or onward. */
export async function childFormAnswer<T extends RecordType, K extends keyof T['fields'] & string = keyof T['fields'] & string>(
  ask: Ask, head: ChildHeadModel, asked: ChildFormAsked<T, K>,
): Promise<Answer> {
  const { type, held, title, intro = [], quoted = null, button, done, save } = asked
  const only = asked.only ?? (Object.keys(type.fields).filter((field) => type.fields[field]?.kind !== 'record') as K[])
  const back = head.href + asked.back.path
  const posted = ask.form.has('_csrf')
  let errors: readonly FieldError[] = []
  if (posted) {
    const conflict = held === undefined ? undefined : await conflictPage(ask, type, held, { only, back })
    if (conflict !== undefined) return conflict
    const read = readForm(type, ask.form, ask.today, only)
    if (read.kind === 'wrong') errors = read.errors
    else {
      const refused = await save(read.values)
      if (refused === undefined) return { kind: 'redirect', to: back, flash: { kind: 'success', words: done } }
      errors = [{ field: refused.field ?? only[0] ?? '', text: refused.why }]
    }
  }
  const people = asked.people ?? await ask.work.records.people()
  const values = held === undefined ? asked.values ?? {} : held.values as Readonly<Record<string, RecordValue>>
  const form = formModel(type, {
    only, values, people, errors, typed: posted ? ask.form : undefined, ...(held === undefined ? {} : { version: held.version }),
  })
  return {
    kind: 'page', view: 'child-form', room: 'children', title: `${title} – child ${head.code}`, status: posted ? 422 : 200,
    model: { head, form, title, intro, quoted, button, action: ask.path, back, backWords: asked.back.words },
  }
}

/** A handler for `GET` and `POST` of a form about the child that the address names. `place`: the page it belongs to. */
export function childForm(place: string, make: (ask: Ask, head: ChildHeadModel) => Promise<Answer>): Handler {
  return async (ask) => {
    const head = await headOf(ask, place)
    return head === undefined ? { kind: 'not found' } : make(ask, head)
  }
}
