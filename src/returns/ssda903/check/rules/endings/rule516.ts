import { isFostered } from '../../placementTypes.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule516: ChildRule = {
  code: '516',
  meaning: 'Care ended with special guardianship to former foster carers, but no episode of the year shows the child in foster care.',
  mend: 'Put right the reason (E47 or E48 for other guardians), or the placement if it was a foster home (U1 to U6).',
  who: 'social worker',
  fields: ['REC', 'PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE', 'REC'] },
  // The message asks whether the child was with them during the year, so that any episode of the year answers it.
  check(child, { codes }, mark) {
    for (const episode of child.Episodes) {
      if (episode.REC !== 'E45' && episode.REC !== 'E46') continue
      if (!child.Episodes.some((other) => isFostered(other) || !codes('PLACE').has(other.PLACE))) mark(episode)
    }
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'from the parents’ home', given: { Episodes: [{ PLACE: 'P1', REC: 'E45' }] }, fires: [['Episodes', 0]] },
  { says: 'from a children’s home', given: { Episodes: [{ PLACE: 'K2', REC: 'E46' }] }, fires: [['Episodes', 0]] },
  { says: 'from a foster home', given: { Episodes: [{ PLACE: 'U3', REC: 'E45' }] }, fires: [] },
  {
    says: 'in a foster home earlier in the year',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'U4', REC: 'X1' }, { DECOM: '01/06/2025', PLACE: 'P1', REC: 'E46' }] },
    fires: [],
  },
  { says: 'guardians who did not foster the child', given: { Episodes: [{ PLACE: 'P1', REC: 'E47' }] }, fires: [] },
  { says: 'a placement that is no code may be a foster home', given: { Episodes: [{ PLACE: 'U', REC: 'E45' }] }, fires: [] },
]
