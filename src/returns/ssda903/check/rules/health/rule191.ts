import { lookedAfterAllYear } from '../../care.ts'
import { anyBlank, blankOf } from '../../given.ts'
import { askedOfAll, cohortReads } from '../../outcomes.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { allYear, partYear, unreadableYear } from './caseEpisodes.ts'

export const rule191: ChildRule = {
  code: '191',
  meaning: 'Immunisations, teeth check, health assessment or substance misuse is not told for a child who was looked after for the twelve months.',
  mend: 'Answer all four with 0 or 1.',
  who: 'health lead',
  fields: [...askedOfAll, 'CHILD'],
  years: { from: 2023 },
  reads: { OC2: askedOfAll, Episodes: cohortReads },
  // A child without any row of outcomes has all four left blank: the mark stands in the first episode, by the child's code.
  check: (child, context, mark) => {
    const wanting = child.OC2.filter((row) => anyBlank(row, askedOfAll))
    if (child.OC2.length > 0 && wanting.length === 0) return
    if (lookedAfterAllYear(child, context) !== true) return
    for (const row of wanting) mark(row, blankOf(row, askedOfAll))
    const first = child.Episodes[0]
    if (child.OC2.length === 0 && first !== undefined) mark(first, ['CHILD'])
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'two are blank',
    given: { Episodes: allYear, OC2: [{ IMMUNISATIONS: '1', HEALTH_ASSESSMENT: '0' }] },
    fires: [['OC2', 0, ['TEETH_CHECK', 'SUBSTANCE_MISUSE']]],
  },
  { says: 'no row of outcomes', given: { Episodes: allYear }, fires: [['Episodes', 0, ['CHILD']]] },
  {
    says: 'all four told',
    given: { Episodes: allYear, OC2: [{ IMMUNISATIONS: '1', TEETH_CHECK: '0', HEALTH_ASSESSMENT: '0', SUBSTANCE_MISUSE: '0' }] },
    fires: [],
  },
  { says: 'came into care on 2 April', given: { Episodes: partYear, OC2: [{}] }, fires: [] },
  { says: 'nobody can tell', given: { Episodes: unreadableYear }, fires: [] },
]
