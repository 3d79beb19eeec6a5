/** Every rule we hold, of every year. */
import type { Rule } from '../rule.ts'
import { episodeRules } from './episodes/all.ts'

export const rules: readonly Rule[] = [...episodeRules]

/** The rules of a collection year, named by its end: those of the year before, less what ended, with what is new. */
export function rulesOf(year: number): readonly Rule[] {
  return rules.filter(({ years }) => years.from <= year && (years.to === undefined || year <= years.to))
}
