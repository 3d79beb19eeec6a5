/**
 * A form as a program opens and sends it: the same address, the same handler and the same validator as for people, with the
 * answers in JSON. `{ "version": 3, "values": { … } }` comes in; its shape is told by asking the address with GET.
 */
import type { PersonListed } from '../../app/records.ts'
import type { Clash } from '../../core/records/conflict.ts'
import { contentOf } from '../../core/records/content.ts'
import { readJson } from '../../core/records/readJson.ts'
import type { FieldError } from '../../core/records/readForm.ts'
import type { Held, RecordField, RecordType, RecordValue } from '../../core/records/recordType.ts'
import { schemaOf } from '../../core/records/schema.ts'
import { typedNames } from '../../core/records/typed.ts'
import type { Answer } from '../route.ts'

/** A form that asks more than the fields of one record: what JSON was sent for it cannot be read whole, so none of it is. */
export class NotAsJson extends Error {
  readonly statusCode = 415
  readonly code = 'HOLDFAST_NOT_AS_JSON'
  constructor() {
    super('this form is not taken as JSON')
    this.name = 'NotAsJson'
  }
}

/** What a program sent. */
export interface JsonBody {
  readonly version: number | null
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * A sent form whose fields came as JSON. What they mean the record type alone can say, so until `fill` is told it nothing can
 * be read; and after that nothing but its fields. A handler that reads more (rows, hidden fields) is thus refused before it
 * has half understood: a record with half of what was sent would be worse than none.
 */
export class JsonForm extends URLSearchParams {
  readonly body: JsonBody
  #names: ReadonlySet<string> | null = null

  constructor(body: JsonBody) {
    super()
    this.body = body
  }

  get filled(): boolean {
    return this.#names !== null
  }

  /** Something came that no handler has asked for. */
  get ignored(): boolean {
    return !this.filled && (this.body.version !== null || Object.keys(this.body.values).length > 0)
  }

  /** Reads the body by a record type. `given`: what stands in the form to begin with; null where the form has no version. */
  fill(type: RecordType, only: readonly string[], given: Readonly<Record<string, RecordValue>>, version: number | null): readonly FieldError[] {
    const { pairs, errors } = readJson(type, only, this.body.values, given)
    this.#names = new Set(Object.entries(type.fields).flatMap(([field, about]) => (only.includes(field) ? [field, ...typedNames(field, about)] : [])))
    for (const name of new Set(this.keys())) this.delete(name)
    for (const [name, text] of pairs) this.append(name, text)
    const fault = version === null ? (this.body.version === null ? null : 'Nothing here has a version: leave it out')
      : this.body.version === null ? 'Send the version that you read: ask this address with GET' : null
    return fault === null ? errors : [{ field: 'version', text: fault }, ...errors]
  }

  #mustKnow(name: string): void {
    if (this.#names?.has(name) !== true) throw new NotAsJson()
  }

  override get(name: string): string | null {
    if (name === 'version') return this.body.version === null ? null : String(this.body.version)
    this.#mustKnow(name)
    return super.get(name)
  }

  override getAll(name: string): string[] {
    this.#mustKnow(name)
    return super.getAll(name)
  }

  override has(name: string): boolean {
    this.#mustKnow(name)
    return super.has(name)
  }
}

/** Who is offered where a field chooses a person. */
export const offeredFor = (people: readonly PersonListed[], { roles }: RecordField & { readonly kind: 'person' }): readonly PersonListed[] =>
  people.filter((one) => roles === undefined || one.roles.some((role) => roles.includes(role)))

export interface OpenForm {
  readonly type: RecordType
  readonly only: readonly string[]
  readonly title: string | null
  readonly address: string
  readonly values: Readonly<Record<string, RecordValue>>
  readonly version: number | null
  readonly people: readonly PersonListed[]
  /** Whether it can be sent as JSON: false where it asks more than its schema says. */
  readonly takesJson: boolean
}

/** The form as it stands open: what it asks, what stands in it, and where to send it. */
export function openForm({ type, only, title, address, values, version, people, takesJson }: OpenForm): Answer {
  const content = contentOf(type, values)
  return {
    kind: 'json',
    body: {
      title: title ?? type.noun, send: takesJson ? { method: 'POST', address, contentType: 'application/json' } : null, version,
      values: Object.fromEntries(only.map((field) => [field, content[field] ?? null])),
      schema: schemaOf(type, { only, people: (about) => offeredFor(people, about) }),
    },
  }
}

/** What is wrong with it, field by field. */
export function wrongForm(errors: readonly FieldError[]): Answer {
  return {
    kind: 'json', status: 422,
    body: { type: 'about:blank', title: 'Not everything that was sent can be taken', status: 422, detail: 'Nothing was changed. Mend what is listed and send it again.', errors },
  }
}

/** Somebody else changed the record meanwhile: what stands there now, what they changed, and the version to send when one has looked. */
export function changedMeanwhile(type: RecordType, held: Held, only: readonly string[], { theirs, both }: Clash): Answer {
  const now = contentOf(type, held.values)
  return {
    kind: 'json', status: 409,
    body: {
      type: 'about:blank', title: 'Somebody else changed this meanwhile', status: 409,
      detail: 'Nothing was changed. Look at what stands there now, then send what you want with this version.',
      version: held.version, changedBy: held.recordedBy.name, changedAt: held.recordedAt,
      now: Object.fromEntries(only.map((field) => [field, now[field] ?? null])), changedByThemAlone: theirs, changedByBoth: both,
    },
  }
}
