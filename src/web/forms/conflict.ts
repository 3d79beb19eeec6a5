/**
 * The one page for two people changing one record at once. A form carries the version it was opened on; when a newer one is
 * held, the person gets back what they typed, with what stands there now beside it, and chooses. Nothing is lost either way.
 *
 *   const conflict = await conflictPage(ask, lineType, line, { only, back: planAddress })
 *   if (conflict !== undefined) return conflict
 */
import { clashOf } from '../../core/records/conflict.ts'
import type { Held, RecordType, RecordValue } from '../../core/records/recordType.ts'
import { shown } from '../../core/records/shown.ts'
import { yearMonthDay, type LocalDate } from '../../core/time/localDate.ts'
import type { Ask, Page, Room } from '../route.ts'
import { momentWords } from '../words/dates.ts'
import { formModel, type FormField } from './form.ts'

export interface ConflictAsked {
  /** The fields that the form asks. */
  readonly only: readonly string[]
  /** Where to go when what is there now shall stay. */
  readonly back: string
  readonly room?: Room
}

interface ConflictField {
  readonly field: FormField
  /** What stands there now, when somebody else changed it; null for a field without a clash. */
  readonly now: { readonly words: string; readonly mine: boolean } | null
}

/**
 * The page, when a newer version of the record is held than the one the posted form was opened on; undefined when it was
 * opened on the newest. To be asked before anything is read from the form or decided.
 */
export async function conflictPage<T extends RecordType>(
  { work, form, path, today }: Pick<Ask, 'work' | 'form' | 'path' | 'today'>, type: T, held: Held<T>, { only, back, room = 'children' }: ConflictAsked,
): Promise<Page | undefined> {
  const opened = form.get('version') ?? ''
  if (opened === String(held.version)) return undefined
  const base = (await work.records.versions(type, held.recordId)).find(({ version }) => String(version) === opened)
  const fields = Object.keys(type.fields).filter((field) => only.includes(field))
  const { theirs, both } = clashOf(type, base, held, form, today, fields)
  const people = await work.records.people()
  const words = new Map(shown(type, held.values, (id) => people.find(({ personId }) => personId === id)?.name)
    .map(({ field, words: said }) => [field, said ?? 'Nothing']))
  const merged = new URLSearchParams([...form].filter(([name]) => !theirs.some((field) => isOf(name, field))))
  for (const field of theirs) for (const [name, value] of typedOf(field, type, held)) merged.append(name, value)
  const drawn = formModel(type, { only: fields, typed: merged, version: held.version, people })
  return {
    kind: 'page', view: 'conflict', room, title: 'Somebody else changed this meanwhile', status: 409,
    model: {
      noun: type.noun, action: path, back, version: drawn.version,
      who: held.recordedBy.personId === work.actor.personId ? 'You, in another window,' : held.recordedBy.name, when: momentWords(held.recordedAt),
      clashes: both.length,
      fields: drawn.fields.map((field): ConflictField => {
        const name = String(field.params['name'] ?? field.params['namePrefix'])
        const now = both.includes(name) || theirs.includes(name) ? { words: words.get(name) ?? 'Nothing', mine: both.includes(name) } : null
        return { field, now }
      }),
      // What the form holds beside the record's fields goes with it.
      rest: [...form].filter(([name]) => !['_csrf', 'version'].includes(name) && !fields.some((field) => isOf(name, field)))
        .map(([name, value]) => ({ name, value })),
    },
  }
}

const isOf = (name: string, field: string): boolean => name === field || ['day', 'month', 'year'].some((part) => name === `${field}-${part}`)

/** A held value as a form would send it. */
function typedOf(field: string, type: RecordType, held: Held): readonly (readonly [string, string])[] {
  const value = (held.values as Readonly<Record<string, RecordValue>>)[field] ?? null
  if (value === null) return []
  if (type.fields[field]?.kind === 'day') {
    return Object.entries(yearMonthDay(value as LocalDate)).map(([part, number]) => [`${field}-${part}`, String(number)] as const)
  }
  if (typeof value === 'object') return value.map((one) => [field, one] as const)
  return [[field, value === true ? 'yes' : value === false ? 'no' : String(value)]]
}
