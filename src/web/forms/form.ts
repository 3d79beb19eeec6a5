/** The form of a record type as GOV.UK components: what is asked, what was typed, what is wrong. */
import type { PersonListed } from '../../app/records.ts'
import type { FieldError, Typed } from '../../core/records/readForm.ts'
import type { RecordField, RecordType, RecordValue } from '../../core/records/recordType.ts'
import { yearMonthDay, type LocalDate } from '../../core/time/localDate.ts'
import { offeredFor } from './jsonForm.ts'

/** One field as `components/form.njk` draws it; `params` are the parameters of the GOV.UK component. */
export interface FormField {
  readonly component: 'input' | 'textarea' | 'radios' | 'checkboxes' | 'select' | 'date'
  readonly params: Readonly<Record<string, unknown>>
}

export interface FormModel {
  readonly fields: readonly FormField[]
  readonly errors: readonly { readonly href: string; readonly text: string }[]
  /** The version that the form was opened on; '' for a new record. Sent back, so that a newer one is noticed. */
  readonly version: string
}

export interface FormAsked {
  /** Fields to ask, in the order declared; all that a person can type unless told. */
  readonly only?: readonly string[]
  /** What is held, when the form revises a record. */
  readonly values?: Readonly<Record<string, RecordValue>>
  readonly version?: number
  /** What was typed, when the form comes back; it goes before what is held. */
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[]
  /** For fields that choose a person. */
  readonly people?: readonly PersonListed[]
}

/** More choices than this become a list to open instead of radios. */
const radiosUpTo = 8

/** The form. */
export function formModel(type: RecordType, asked: FormAsked): FormModel {
  const { only, errors = [], version } = asked
  const fields = Object.entries(type.fields).filter(([field, { kind }]) => kind !== 'record' && (only === undefined || only.includes(field)))
  return {
    fields: fields.map(([field, about]) => fieldOf(field, about, asked)),
    errors: errors.map(({ field, text }) => ({ href: `#${anchorOf(field, type.fields[field])}`, text })),
    version: version === undefined ? (asked.typed?.get('version') ?? '') : String(version),
  }
}

const anchorOf = (field: string, about: RecordField | undefined): string => (about?.kind === 'day' ? `${field}-day` : field)

function fieldOf(field: string, about: RecordField, asked: FormAsked): FormField {
  const error = asked.errors?.find((one) => one.field === field)
  const optional = about.required === true ? '' : ' (optional)'
  const shared = {
    id: field, idPrefix: field, name: field,
    ...(about.hint === undefined ? {} : { hint: { text: about.hint } }),
    ...(error === undefined ? {} : { errorMessage: { text: error.text } }),
  }
  const label = { text: about.label + optional, classes: 'govuk-label--s' }
  const legend = { fieldset: { legend: { text: about.label + optional, classes: 'govuk-fieldset__legend--s' } } }
  const held = asked.values?.[field] ?? null
  const typed = asked.typed
  const text = typed === undefined ? (held === null ? '' : held === true ? 'yes' : held === false ? 'no' : String(held)) : (typed.get(field) ?? '')
  switch (about.kind) {
    case 'day': return { component: 'date', params: { ...shared, namePrefix: field, ...legend, items: dayItems(field, held as LocalDate | null, typed, error !== undefined) } }
    case 'text': return { component: 'input', params: { ...shared, label, value: text } }
    case 'long text': return { component: 'textarea', params: { ...shared, label, value: text, rows: String(about.rows ?? 5) } }
    case 'number': return { component: 'input', params: { ...shared, label, value: text, inputmode: 'numeric', classes: 'govuk-input--width-3' } }
    case 'yes or no':
      return { component: 'radios', params: { ...shared, ...legend, classes: 'govuk-radios--inline', items: itemsOf([{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }], [text]) } }
    case 'choice':
      return about.choices.length <= radiosUpTo
        ? { component: 'radios', params: { ...shared, ...legend, items: itemsOf(about.choices, [text]) } }
        : { component: 'select', params: { ...shared, label, items: [blank, ...itemsOf(about.choices, [text], true)] } }
    case 'choices': {
      const chosen = typed === undefined ? ((held as readonly string[] | null) ?? []) : typed.getAll(field)
      return { component: 'checkboxes', params: { ...shared, ...legend, items: itemsOf(about.choices, chosen) } }
    }
    case 'person': {
      const offered = offeredFor(asked.people ?? [], about)
      return { component: 'select', params: { ...shared, label, items: [blank, ...itemsOf(offered.map(({ personId, name }) => ({ value: personId, label: name })), [text], true)] } }
    }
    case 'record': throw new RangeError(`${field} is not typed`)
  }
}

const blank = { value: '', text: 'Choose' }

const itemsOf = (choices: readonly { readonly value: string; readonly label: string; readonly hint?: string }[], chosen: readonly string[], inList = false): readonly unknown[] =>
  choices.map(({ value, label, hint }) => ({
    value, text: label, ...(hint === undefined ? {} : { hint: { text: hint } }), [inList ? 'selected' : 'checked']: chosen.includes(value),
  }))

function dayItems(field: string, held: LocalDate | null, typed: Typed | undefined, wrong: boolean): readonly unknown[] {
  const day = held === null ? null : yearMonthDay(held)
  const part = (name: 'day' | 'month' | 'year'): string =>
    typed === undefined ? (day === null ? '' : String(day[name])) : (typed.get(`${field}-${name}`) ?? '')
  return (['day', 'month', 'year'] as const).map((name) => ({
    id: `${field}-${name}`, name, label: name.charAt(0).toUpperCase() + name.slice(1), value: part(name),
    classes: `govuk-input--width-${name === 'year' ? 4 : 2}${wrong ? ' govuk-input--error' : ''}`,
  }))
}
