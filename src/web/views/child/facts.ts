/** Every fact of a child by kind, each with where it came from and what took its place. */
import type { ChildPage, RecordedFact } from '../../../app/childPage.ts'
import { factNames, type FactName } from '../../../core/facts/factTypes.ts'
import type { Labels } from '../../port.ts'
import { counted } from '../../words/counts.ts'
import { momentWords } from '../../words/dates.ts'
import { factHeading, fieldsOf, placeWords, recordedWords, valueWords } from '../../words/facts.ts'

export interface FactCard {
  readonly values: readonly { readonly label: string; readonly value: string }[]
  /** Labels of the fields that hold nothing. */
  readonly blank: string
  readonly source: string
  readonly recorded: string
  /** When a later fact took its place; null while it counts. */
  readonly replaced: string | null
}

export interface FactGroup {
  readonly id: string
  readonly heading: string
  readonly count: string
  readonly cards: readonly FactCard[]
}

/** One group a kind of fact that the child has, in the order of the return's tables. */
export function factGroups(page: ChildPage, labels: Labels): readonly FactGroup[] {
  return factNames.flatMap((type): readonly FactGroup[] => {
    const facts = page.facts.filter((fact) => fact.type === type)
    if (facts.length === 0) return []
    const current = facts.filter(({ source }) => source.supersededAt === null).length
    const replaced = facts.length - current
    return [{
      id: `facts-${type}`,
      heading: factHeading(type),
      count: replaced === 0 ? counted(current, 'fact') : `${counted(current, 'fact')}, ${replaced} replaced`,
      cards: facts.map((fact) => card(type, fact, labels)),
    }]
  })
}

function card(type: FactName, { values, source }: RecordedFact, labels: Labels): FactCard {
  // A field that is not there at all is withheld from this reader, and is not called blank.
  const fields = fieldsOf(type).filter(([name]) => Object.hasOwn(values, name))
  const empty = (name: string): boolean => values[name] === null || values[name] === undefined || values[name] === ''
  return {
    values: fields.flatMap(([name, field]) =>
      empty(name) ? [] : [{ label: field.label, value: valueWords(labels, field, values[name]) }]),
    blank: fields.flatMap(([name, field]) => (empty(name) ? [field.label] : [])).join('; '),
    source: placeWords(source),
    recorded: recordedWords(source),
    replaced: source.supersededAt === null ? null : momentWords(source.supersededAt),
  }
}
