/**
 * The one page for two people changing one record at once. A form carries the version it was opened on; when a newer one is
 * held, the person gets back what they typed, with what stands there now beside it, and chooses. Nothing is lost either way.
 *
 *   const conflict = await conflictAnswer(ask, lineType, line, { only, back: planAddress })
 *   if (conflict !== undefined) return conflict
 */
import { clashOf, type Clash } from '../../core/records/conflict.ts'
import type { Held, RecordType, RecordValue } from '../../core/records/recordType.ts'
import { shown } from '../../core/records/shown.ts'
import { typedNames, typedOf } from '../../core/records/typed.ts'
import type { Answer, Ask, Page, Room } from '../route.ts'
import { momentWords } from '../words/dates.ts'
import { formModel, type FormField } from './form.ts'
import { changedMeanwhile, JsonForm, wrongForm } from './jsonForm.ts'

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
 * The answer, when a newer version of the record is held than the one the sent form was opened on; undefined when it was
 * opened on the newest. To be asked before anything is read from the form or decided.
 */
export async function conflictAnswer<T extends RecordType>(ask: Ask, type: T, held: Held<T>, asked: ConflictAsked): Promise<Answer | undefined> {
  if (ask.form instanceof JsonForm && !ask.form.filled) {
    const errors = ask.form.fill(type, asked.only, held.values as Readonly<Record<string, RecordValue>>, held.version)
    if (errors.length > 0) return wrongForm(errors)
  }
  const opened = ask.form.get('version') ?? ''
  if (opened === String(held.version)) return undefined
  const base = (await ask.work.records.versions(type, held.recordId)).find(({ version }) => String(version) === opened)
  const fields = Object.keys(type.fields).filter((field) => asked.only.includes(field))
  const clash = clashOf(type, base, held, ask.form, ask.today, fields)
  return ask.asJson ? changedMeanwhile(type, held as unknown as Held, fields, clash) : conflictPage(ask, type, held, clash, { ...asked, only: fields })
}

async function conflictPage<T extends RecordType>(
  { work, form, path }: Pick<Ask, 'work' | 'form' | 'path'>, type: T, held: Held<T>, { theirs, both }: Clash, { only: fields, back, room = 'children' }: ConflictAsked,
): Promise<Page> {
  const people = await work.records.people()
  const words = new Map(shown(type, held.values, (id) => people.find(({ personId }) => personId === id)?.name)
    .map(({ field, words: said }) => [field, said ?? 'Nothing']))
  const merged = new URLSearchParams([...form].filter(([name]) => !theirs.some((field) => isOf(type, name, field))))
  for (const field of theirs) {
    const about = type.fields[field]
    if (about !== undefined) for (const [name, value] of typedOf(field, about, (held.values as Readonly<Record<string, RecordValue>>)[field] ?? null)) merged.append(name, value)
  }
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
      rest: [...form].filter(([name]) => !['_csrf', 'version'].includes(name) && !fields.some((field) => isOf(type, name, field)))
        .map(([name, value]) => ({ name, value })),
    },
  }
}

function isOf(type: RecordType, name: string, field: string): boolean {
  const about = type.fields[field]
  return about !== undefined && (name === field || typedNames(field, about).includes(name))
}
