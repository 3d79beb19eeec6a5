/** A form about the child that the address names: its back link and its title are the child's (takeForm.ts does the rest). */
import type { RecordType } from '../../core/records/recordType.ts'
import { headOf, type ChildHeadModel } from '../childHead.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { formAnswer, type FormAsked } from './takeForm.ts'

export interface ChildFormAsked<T extends RecordType, K extends keyof T['fields'] & string> extends Omit<FormAsked<T, K>, 'head' | 'lead' | 'back'> {
  /** Said before the fields, a paragraph each. */
  readonly intro?: readonly string[]
  /** Where it leads back to, after `/children/<id>`, and what that is called. */
  readonly back: { readonly path: string; readonly words: string }
}

/** The form's answer: the page, what is wrong with what was typed, somebody else's change, or onward. */
export function childFormAnswer<T extends RecordType, K extends keyof T['fields'] & string = keyof T['fields'] & string>(
  ask: Ask, head: ChildHeadModel, { intro = [], back, ...asked }: ChildFormAsked<T, K>,
): Promise<Answer> {
  return formAnswer(ask, { ...asked, head, lead: intro, back: { href: head.href + back.path, words: back.words } } as FormAsked<T, K>)
}

/** A handler for `GET` and `POST` of a form about the child that the address names. `place`: the page it belongs to. */
export function childForm(place: string, make: (ask: Ask, head: ChildHeadModel) => Promise<Answer>): Handler {
  return async (ask) => {
    const head = await headOf(ask, place)
    return head === undefined ? { kind: 'not found' } : make(ask, head)
  }
}
