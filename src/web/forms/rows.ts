/**
 * Several records of one type in one form: `action-1-what`, `action-2-what`. One sitting of typing then holds a meeting with
 * all that it asked for. A row that nobody wrote in is no record; rows are added without losing what was typed.
 */
import { readForm, type FieldError, type Typed } from '../../core/records/readForm.ts'
import type { RecordType, ValuesOf } from '../../core/records/recordType.ts'
import type { LocalDate } from '../../core/time/localDate.ts'
import { formModel, type FormAsked, type FormField } from './form.ts'

/** The most rows of one kind in one form. */
const most = 20

/** `action-1-` */
export const rowPrefix = (kind: string, index: number): string => `${kind}-${index + 1}-`

/** What was typed in one row, by the plain names of its fields. */
export function rowTyped(form: URLSearchParams, kind: string, index: number): Typed {
  const prefix = rowPrefix(kind, index)
  return { get: (name) => form.get(prefix + name), getAll: (name) => form.getAll(prefix + name) }
}

/** How many rows a form came with, or is to be given: at least `least`, three more when more were asked for. */
export function rowCount(form: URLSearchParams | undefined, kind: string, least: number): number {
  const sent = Number(form?.get(`${kind}-rows`) ?? least)
  const had = Number.isInteger(sent) && sent >= 0 && sent <= most ? sent : least
  return Math.min(most, Math.max(had, least) + (form?.get('more') === kind ? 3 : 0))
}

/** The fields of one row as GOV.UK components, small, under names of their own; what helps is said in the first row alone. */
export function rowFields(type: RecordType, kind: string, index: number, asked: FormAsked): readonly FormField[] {
  const prefix = rowPrefix(kind, index)
  const renamed = (params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
    ...params,
    ...(index > 0 ? { hint: undefined } : {}),
    ...Object.fromEntries(['id', 'idPrefix', 'name', 'namePrefix'].flatMap((key) => (typeof params[key] === 'string' ? [[key, prefix + params[key]]] : []))),
    ...(Array.isArray(params['items']) ? { items: params['items'].map((item: unknown) => renamedItem(item, prefix)) } : {}),
  })
  return formModel(type, asked).fields.map(({ component, params }) =>
    ({ component, params: { ...renamed(params), ...(component === 'radios' ? { classes: 'govuk-radios--small' } : {}) } }))
}

function renamedItem(item: unknown, prefix: string): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? { ...item, id: `${prefix}${String(item.id)}` } : item
}

export interface RowsRead<T extends RecordType, K extends keyof T['fields'] & string> {
  /** The rows that were written in, with where each stood. */
  readonly rows: readonly { readonly index: number; readonly values: Pick<ValuesOf<T>, K> }[]
  /** Under the whole names of the fields: `action-1-what`. */
  readonly errors: readonly FieldError[]
}

/** Reads every row that was written in. `given`: fields that the page itself filled in, by which alone no row counts as written. */
export function readRows<T extends RecordType, K extends keyof T['fields'] & string>(
  type: T, form: URLSearchParams, kind: string, today: LocalDate, only: readonly K[], given: readonly string[] = [],
): RowsRead<T, K> {
  const rows: { readonly index: number; readonly values: Pick<ValuesOf<T>, K> }[] = []
  const errors: FieldError[] = []
  for (let index = 0; index < rowCount(form, kind, 0); index += 1) {
    const prefix = rowPrefix(kind, index)
    const written = [...form].some(([name, value]) => name.startsWith(prefix) && value.trim() !== '' && !given.includes(name.slice(prefix.length)))
    if (!written) continue
    const read = readForm(type, rowTyped(form, kind, index), today, only)
    if (read.kind === 'read') rows.push({ index, values: read.values })
    else errors.push(...read.errors.map(({ field, text }) => ({ field: prefix + field, text: `${text} (row ${index + 1})` })))
  }
  return { rows, errors }
}
