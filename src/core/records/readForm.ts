/** Reads what was typed into the form of a record type: values, or what is wrong, field by field; what was typed is kept. */
import { dateOf, type LocalDate } from '../time/localDate.ts'
import type { RecordField, RecordType, RecordValue, ValuesOf } from './recordType.ts'

export interface FieldError {
  readonly field: string
  /** GOV.UK style: "Enter the day the review was held". */
  readonly text: string
}

export type FormReading<T extends RecordType, K extends keyof T['fields'] & string> =
  | { readonly kind: 'read'; readonly values: Pick<ValuesOf<T>, K> }
  | { readonly kind: 'wrong'; readonly errors: readonly FieldError[] }

/** How a form gives its fields: `name`, or `name-day`, `name-month`, `name-year`; several of one name for `choices`. */
export interface Typed {
  get(name: string): string | null
  getAll(name: string): readonly string[]
}

/** Longest text that a field takes unless it says so itself, in characters. */
const lengths = { text: 200, 'long text': 20_000 } as const

/** The most characters (UTF-16 code units) that a field of text takes. */
export const longest = (about: RecordField & { readonly kind: 'text' | 'long text' }): number => about.max ?? lengths[about.kind]

/**
 * Reads the fields named (all unless told) of a form. Every fault is told at once, at most one a field, in the order of the
 * fields. `today` decides what lies in the future.
 */
export function readForm<T extends RecordType, K extends keyof T['fields'] & string = keyof T['fields'] & string>(
  type: T, typed: Typed, today: LocalDate, only?: readonly K[],
): FormReading<T, K> {
  const values: Record<string, RecordValue> = {}
  const errors: FieldError[] = []
  for (const [field, about] of Object.entries(type.fields)) {
    if (about.kind === 'record' || (only !== undefined && !(only as readonly string[]).includes(field))) continue
    const read = readField(field, about, typed, today)
    if ('wrong' in read) errors.push({ field, text: read.wrong })
    else values[field] = read.value
  }
  if (errors.length > 0) return { kind: 'wrong', errors }
  return { kind: 'read', values: values as Pick<ValuesOf<T>, K> }
}

type FieldReading = { readonly value: RecordValue } | { readonly wrong: string }

/** What a message speaks of: a question cannot be the subject of a sentence. */
const subject = ({ label }: RecordField, otherwise: string): string => (label.endsWith('?') ? otherwise : label)

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

/** A question whose verb stands before its subject cannot follow "Enter": how did they tell us, is somebody there. */
const turned = new RegExp([
  '^(is|are|was|were|did|does|do|has|have|will)\\b', '^(how|when|where|why) (is|are|was|were|did|does|do|has|have|will|may|should|can)\\b',
  '^what (did|does|do)\\b', '^(what|who) (is|are|was|were) (it|they|their|the|this)\\b',
].join('|'), 'i')

/** What to say when something was chosen that is not there to choose. */
const notListed = ({ label }: RecordField): FieldReading =>
  ({ wrong: turned.test(label) ? `Choose an answer to “${label}” from the list` : `Choose ${lower(label).replace(/\?$/, '')} from the list` })

function missing(about: RecordField): FieldReading {
  if (about.required !== true) return { value: null }
  if (about.missing !== undefined) return { wrong: about.missing }
  const chosen = about.kind === 'choice' || about.kind === 'choices' || about.kind === 'person' || about.kind === 'yes or no'
  return { wrong: turned.test(about.label) ? `Answer “${about.label}”` : `${chosen ? 'Choose' : 'Enter'} ${lower(about.label).replace(/\?$/, '')}` }
}

function readField(field: string, about: RecordField, typed: Typed, today: LocalDate): FieldReading {
  const text = (typed.get(field) ?? '').replaceAll('\r\n', '\n').trim()
  switch (about.kind) {
    case 'day': return readDay(field, about, typed, today)
    case 'choices': {
      const chosen = typed.getAll(field).filter((value) => value !== '')
      const strange = chosen.find((value) => !about.choices.some((choice) => choice.value === value))
      if (strange !== undefined) return notListed(about)
      return chosen.length === 0 ? missing(about) : { value: [...new Set(chosen)] }
    }
    default:
  }
  if (text === '') return missing(about)
  switch (about.kind) {
    case 'text':
    case 'long text': {
      const max = longest(about)
      return text.length > max ? { wrong: `${subject(about, 'What you wrote')} must be ${max.toLocaleString('en-GB')} characters or fewer` } : { value: text }
    }
    case 'choice':
      return about.choices.some(({ value }) => value === text) ? { value: text } : notListed(about)
    case 'yes or no':
      return text === 'yes' ? { value: true } : text === 'no' ? { value: false } : { wrong: turned.test(about.label) ? `Answer yes or no: “${about.label}”` : `Choose yes or no for ${lower(about.label)}` }
    case 'number': {
      const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN
      return value >= about.from && value <= about.to
        ? { value } : { wrong: `${subject(about, 'The number')} must be a whole number from ${about.from} to ${about.to}` }
    }
    case 'person':
      // Whether there is such a person, and who may be chosen, the use case knows.
      return /^[0-9a-f-]{36}$/.test(text) ? { value: text } : notListed(about)
    case 'record': return { value: null }
  }
}

function readDay(field: string, about: RecordField & { readonly kind: 'day' }, typed: Typed, today: LocalDate): FieldReading {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => (typed.get(`${field}-${part}`) ?? '').trim())
  if (day === '' && month === '' && year === '') return missing(about)
  const lacking = [day === '' ? 'day' : '', month === '' ? 'month' : '', year === '' ? 'year' : ''].filter((part) => part !== '')
  if (lacking.length > 0) return { wrong: `${subject(about, 'The date')} must include a ${lacking.join(' and a ')}` }
  const digits = /^\d{1,2}$/
  const date = digits.test(day) && digits.test(month) && /^\d{4}$/.test(year) ? dateOf(Number(year), Number(month), Number(day)) : undefined
  if (date === undefined) return { wrong: `${subject(about, 'The date')} must be a real date, such as 27 3 2026` }
  if (about.when === 'not in the future' && date > today) return { wrong: `${subject(about, 'The date')} must be today or in the past` }
  if (about.when === 'not in the past' && date < today) return { wrong: `${subject(about, 'The date')} must be today or in the future` }
  return { value: date }
}
