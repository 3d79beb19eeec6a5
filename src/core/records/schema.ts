/** The shape of a record's values for programs, from its declaration: a JSON Schema (2020-12). What it allows, `readForm` takes. */
import { longest } from './readForm.ts'
import type { Choice, RecordField, RecordType } from './recordType.ts'

export type Schema = Readonly<Record<string, unknown>>

export interface SchemaAsked {
  /** Fields to describe; all unless told. */
  readonly only?: readonly string[]
  /** Who may be chosen, where a field chooses a person; anybody by their id unless told. */
  readonly people?: (about: RecordField & { readonly kind: 'person' }) => readonly { readonly personId: string; readonly name: string }[]
}

/** An object with a property a field, in the order declared. A field that may be left out may also be null. */
export function schemaOf(type: RecordType, { only, people }: SchemaAsked = {}): Schema {
  const fields = Object.entries(type.fields).filter(([field]) => only === undefined || only.includes(field))
  return {
    type: 'object', title: type.noun, additionalProperties: false,
    properties: Object.fromEntries(fields.map(([field, about]) => [field, fieldSchema(about, people)])),
    required: fields.filter(([, about]) => about.required === true).map(([field]) => field),
  }
}

function fieldSchema(about: RecordField, people: SchemaAsked['people']): Schema {
  const description = [about.hint, about.kind === 'day' && about.when !== undefined ? `A day ${about.when}.` : undefined].filter((words) => words !== undefined).join(' ')
  const said = { title: about.label, ...(description === '' ? {} : { description }), ...(about.kind === 'record' ? { readOnly: true } : {}) }
  const { type, ...shape } = shapeOf(about, people)
  if (about.required === true) return { ...said, type, ...shape }
  return { ...said, type: [type, 'null'], ...('oneOf' in shape ? { oneOf: [...(shape['oneOf'] as readonly Schema[]), { type: 'null' }] } : shape) }
}

function shapeOf(about: RecordField, people: SchemaAsked['people']): Schema {
  switch (about.kind) {
    case 'day': return { type: 'string', format: 'date' }
    case 'text':
    case 'long text': return { type: 'string', ...(about.required === true ? { minLength: 1 } : {}), maxLength: longest(about) }
    case 'choice': return { type: 'string', oneOf: about.choices.map(choiceSchema) }
    case 'choices': return { type: 'array', ...(about.required === true ? { minItems: 1 } : {}), items: { type: 'string', oneOf: about.choices.map(choiceSchema) } }
    case 'yes or no': return { type: 'boolean' }
    case 'number': return { type: 'integer', minimum: about.from, maximum: about.to }
    case 'person': {
      const offered = people?.(about)
      return { type: 'string', format: 'uuid', ...(offered === undefined || offered.length === 0 ? {} : { oneOf: offered.map(({ personId, name }) => ({ const: personId, title: name })) }) }
    }
    case 'record': return { type: 'string' }
  }
}

const choiceSchema = ({ value, label, hint }: Choice): Schema => ({ const: value, title: label, ...(hint === undefined ? {} : { description: hint }) })
