/**
 * One way of asking with a form. A form is declared once, by a record type and what is said around it; it is opened and sent
 * at one address; and what was typed is kept through every error, and through a change by somebody else.
 *
 *   return formAnswer(ask, { type: tieForm, title: 'Declare a tie', button: 'Declare', back, done: 'Declared.', save })
 *
 * A page that shows more than its form takes the form in by itself, and draws what is left open:
 *
 *   const taken = await takeForm(ask, { type, done, back, save })
 *   if (taken.kind === 'answered') return taken.answer
 */
import type { PersonListed } from '../../app/records.ts'
import { readForm, type FieldError, type FormReading } from '../../core/records/readForm.ts'
import type { Held, RecordType, RecordValue, ValuesOf } from '../../core/records/recordType.ts'
import type { ChildHeadModel } from '../childHead.ts'
import type { Answer, Ask, Room } from '../route.ts'
import { conflictAnswer } from './conflict.ts'
import { formModel, type FormModel } from './form.ts'
import { JsonForm, NotAsJson, openForm, wrongForm } from './jsonForm.ts'

/** Why a form was not taken, at the field to mend where there is one. */
export interface Refusal {
  readonly field: string | null
  readonly why: string
}

/** Where it goes on to, when that depends on what was done. */
export interface Onward {
  readonly to: string
  readonly done?: string
}

export interface FormTaking<T extends RecordType, K extends keyof T['fields'] & string> {
  readonly type: T
  readonly title?: string
  /** Fields to ask; every one that a person types unless told. */
  readonly only?: readonly K[]
  /**
   * The record that the form revises, however much of it the form insists on: a newer version of it is shown beside what was
   * typed, and nothing is lost.
   */
  readonly held?: Held | undefined
  /** What stands in the form to begin with, when no record does. */
  readonly values?: Readonly<Record<string, RecordValue>>
  /** What stands in it to begin with instead of what is held. */
  readonly instead?: Readonly<Record<string, RecordValue>>
  /** Sent back with the form when what it changes is no record: `save` looks at it. */
  readonly version?: number
  /** Who is offered where a person is chosen; everybody with a role today unless told. */
  readonly people?: readonly PersonListed[]
  /** The room it stands in: administration, or among the children when it is about one, unless told. */
  readonly room?: Room
  /** Where it leads back to, when what is there now shall stay. */
  readonly back: { readonly href: string }
  /** Where it goes on to, unless `save` says; `back` unless told. And what is said there. */
  readonly onward?: string
  readonly done: string
  /** Reads it, where more is asked than the fields of the type. */
  read?(): FormReading<T, K>
  /** Does it; gives why not, or where to go. */
  save(values: Pick<ValuesOf<T>, K>): Promise<Refusal | Onward | undefined>
}

export interface FormAsked<T extends RecordType, K extends keyof T['fields'] & string> extends FormTaking<T, K> {
  readonly title: string
  readonly back: { readonly href: string; readonly words: string }
  /** The child that it is about. */
  readonly head?: ChildHeadModel
  /** Over the title, small: whom or what it is about, when that is no child. */
  readonly over?: string
  /** Why this person cannot do it: said in the form's place, before anybody types for nothing. Null when they can. */
  readonly barred?: string | null
  /** Words of the child that the form answers to; their own words of late unless told. */
  readonly quoted?: string
  /** Said before the fields, a paragraph each. */
  readonly lead?: readonly string[]
  readonly button: string
  /** The button does what is not easily taken back. */
  readonly warning?: true
  /** Takes more than a minute to fill in: a draft is kept. Forms about a child always are. */
  readonly keep?: true
  /** Where the form is sent; where it is opened unless told. */
  readonly action?: string
  /** Sent with it, and not asked. */
  readonly hidden?: Readonly<Record<string, string>>
}

/** A form as it stands: to be drawn, or taken and answered (onward, or somebody else's change). */
export type Taken = { readonly kind: 'open'; readonly form: FormModel; readonly errors: readonly FieldError[]; readonly status: 200 | 422 } | Answered

interface Answered {
  readonly kind: 'answered'
  readonly answer: Answer
}

const askedOf = <T extends RecordType, K extends keyof T['fields'] & string>({ type, only }: Pick<FormTaking<T, K>, 'type' | 'only'>): readonly K[] =>
  only ?? (Object.keys(type.fields).filter((field) => type.fields[field]?.kind !== 'record') as K[])

/** What becomes of a form that was sent; what is wrong with it, when it stays open. */
async function sent<T extends RecordType, K extends keyof T['fields'] & string>(
  ask: Ask, asked: FormTaking<T, K>,
): Promise<Answered | { readonly kind: 'wrong'; readonly errors: readonly FieldError[] }> {
  const { type, held, room, back } = asked
  const only = askedOf(asked)
  const faults = ask.form instanceof JsonForm ? await fillJson(ask, ask.form, asked) : []
  if (faults.some(({ field }) => field === 'version')) return { kind: 'wrong', errors: faults }
  const conflict = held === undefined ? undefined
    : await conflictAnswer(ask, type, held as Held<T>, { only, back: back.href, ...(room === undefined ? {} : { room }) })
  if (conflict !== undefined) return { kind: 'answered', answer: conflict }
  // More rows were asked for (rows.ts): nothing is taken yet.
  if (wantsMore(ask)) return { kind: 'wrong', errors: [] }
  const read = asked.read?.() ?? readForm(type, ask.form, ask.today, only)
  const errors = [...faults, ...(read.kind === 'wrong' ? read.errors.filter(({ field }) => !faults.some((one) => one.field === field)) : [])]
  if (read.kind === 'wrong' || errors.length > 0) return { kind: 'wrong', errors }
  const saved = await asked.save(read.values)
  if (saved !== undefined && !('to' in saved)) return { kind: 'wrong', errors: [{ field: saved.field ?? only[0] ?? '', text: saved.why }] }
  return { kind: 'answered', answer: { kind: 'redirect', to: saved?.to ?? asked.onward ?? back.href, flash: { kind: 'success', words: saved?.done ?? asked.done } } }
}

const wantsMore = ({ form }: Ask): boolean => !(form instanceof JsonForm) && form.has('more')

/** What stands in a form to begin with. */
const valuesIn = ({ held, values, instead }: Pick<FormTaking<RecordType, string>, 'held' | 'values' | 'instead'>): Readonly<Record<string, RecordValue>> =>
  ({ ...(held === undefined ? values : held.values as Readonly<Record<string, RecordValue>>), ...instead })

/** Fills a form in with what a program sent, over what stood there when it read the form. */
async function fillJson<T extends RecordType, K extends keyof T['fields'] & string>(ask: Ask, form: JsonForm, asked: FormTaking<T, K>): Promise<readonly FieldError[]> {
  const { type, read, values, instead, version } = asked
  const held = asked.held as Held | undefined
  // More is read than the fields of the type: its schema does not say all of it.
  if (read !== undefined) throw new NotAsJson()
  const opened = held === undefined || form.body.version === held.version ? held
    : (await ask.work.records.versions<RecordType>(type, held.recordId)).find((one) => one.version === form.body.version) ?? held
  return form.fill(type, askedOf(asked), valuesIn({ held: opened, ...(values === undefined ? {} : { values }), ...(instead === undefined ? {} : { instead }) }), held?.version ?? version ?? null)
}

/** Takes a form in when it was sent; otherwise it stands open with what is held, or with what was typed and what is wrong. */
export async function takeForm<T extends RecordType, K extends keyof T['fields'] & string = keyof T['fields'] & string>(
  ask: Ask, asked: FormTaking<T, K>,
): Promise<Taken> {
  const became = ask.sent ? await sent(ask, asked) : { kind: 'wrong' as const, errors: [] }
  if (became.kind === 'answered') return became
  const { errors } = became
  if (ask.asJson && ask.sent) return { kind: 'answered', answer: wrongForm(errors) }
  const { type, held } = asked
  const only = askedOf(asked)
  const people = asked.people ?? (only.some((field) => type.fields[field]?.kind === 'person') ? await ask.work.records.people() : [])
  const values = valuesIn(asked as Pick<FormTaking<RecordType, string>, 'held' | 'values' | 'instead'>)
  const version = held?.version ?? asked.version
  if (ask.asJson) {
    const title = asked.title ?? null
    return { kind: 'answered', answer: openForm({ type, only, title, address: ask.path, values, version: version ?? null, people, takesJson: asked.read === undefined }) }
  }
  const form = formModel(type, { only, values, people, errors, typed: ask.sent ? ask.form : undefined, ...(version === undefined ? {} : { version }) })
  return { kind: 'open', form, errors, status: ask.sent && !wantsMore(ask) ? 422 : 200 }
}

/** A form that is sent to an address of its own, from a page that shows more: `again` shows that page with what is wrong. */
export async function sentForm<T extends RecordType, K extends keyof T['fields'] & string = keyof T['fields'] & string>(
  ask: Ask, asked: FormTaking<T, K>, again: (errors: readonly FieldError[]) => Promise<Answer>,
): Promise<Answer> {
  const became = await sent(ask, asked)
  if (became.kind === 'answered') return became.answer
  return ask.asJson ? wrongForm(became.errors) : again(became.errors)
}

/** The answer of a page that is one form. */
export async function formAnswer<T extends RecordType, K extends keyof T['fields'] & string = keyof T['fields'] & string>(
  ask: Ask, asked: FormAsked<T, K>,
): Promise<Answer> {
  if (asked.barred !== undefined && asked.barred !== null) return barredPage(asked, asked.barred)
  const taken = await takeForm(ask, asked)
  return taken.kind === 'answered' ? taken.answer : formPage(ask, asked, taken)
}

/** What is asked before harm is done: a title that asks, what will happen, and a button that does it. */
export interface ConfirmAsked extends Omit<FormAsked<RecordType, string>, 'type' | 'only' | 'held' | 'values' | 'people' | 'read' | 'save'> {
  save(): Promise<Refusal | Onward | undefined>
}

/** The answer of a page that asks before harm is done. */
export function confirmAnswer(ask: Ask, asked: ConfirmAsked): Promise<Answer> {
  return formAnswer<RecordType, string>(ask, { ...asked, warning: true, type: nothingAsked })
}

/** No field: to press the button is the answer. */
const nothingAsked: RecordType = { name: 'confirmation', noun: 'a confirmation', resource: 'declared ties', about: 'authority', fields: {} }

/** The title, and in the form's place why this person cannot do it. */
function barredPage({ title, head, over, back, room }: Omit<FormAsked<RecordType, string>, 'type' | 'only' | 'held' | 'read' | 'save'>, why: string): Answer {
  return {
    kind: 'page', view: 'barred', room: room ?? (head === undefined ? 'admin' : 'children'), title, status: 403,
    model: { title, over: head === undefined ? over : `Child ${head.code}`, why, back },
  }
}

function formPage(
  ask: Ask, asked: Omit<FormAsked<RecordType, string>, 'type' | 'only' | 'held' | 'read' | 'save'>, { form, status }: Extract<Taken, { kind: 'open' }>,
): Answer {
  const { title, head, quoted, lead = [], button, warning = false, keep = head !== undefined, back, hidden = {} } = asked
  const over = head === undefined ? asked.over : `Child ${head.code}`
  const ownWords = quoted === undefined ? head?.ownWords ?? null : { words: quoted, when: null }
  return {
    kind: 'page', view: 'form', room: asked.room ?? (head === undefined ? 'admin' : 'children'), title: head === undefined ? title : `${title} – child ${head.code}`, status,
    model: { form, title, over, ownWords, lead, button, warning, keep, back, action: asked.action ?? ask.path, hidden: Object.entries(hidden) },
  }
}
