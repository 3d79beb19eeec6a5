import type { Rule } from '../../rule.ts'
import { rule143 } from './rule143.ts'

/** Rules about how episodes are coded and follow one another. */
export const episodeRules: readonly Rule[] = [rule143]
