import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { couples } from './couples.ts'

export const rule514: ChildRule = {
  code: '514',
  meaning: "The adopters' legal status says a single adopter, but their number or sex says a couple.",
  mend: 'Give the legal status of a couple, or one adopter with M1 or F1.',
  who: 'adoption team',
  fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
  years: { from: 2023 },
  reads: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR', 'NB_ADOPTR'] },
  // UNCERTAIN: the text speaks of the number of adopters, the fields name their sex. Either of them shows a couple.
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR, NB_ADOPTR }) => LS_ADOPTR === 'L0' && (NB_ADOPTR === '2' || couples.has(SEX_ADOPTR))),
}

export const cases: readonly RuleCase[] = [
  { says: 'a couple by sex', given: { AD1: [{ LS_ADOPTR: 'L0', NB_ADOPTR: '1', SEX_ADOPTR: 'MF' }] }, fires: [['AD1', 0]] },
  { says: 'a couple by number', given: { AD1: [{ LS_ADOPTR: 'L0', NB_ADOPTR: '2', SEX_ADOPTR: 'F1' }] }, fires: [['AD1', 0]] },
  { says: 'one woman', given: { AD1: [{ LS_ADOPTR: 'L0', NB_ADOPTR: '1', SEX_ADOPTR: 'F1' }] }, fires: [] },
  { says: 'a married couple', given: { AD1: [{ LS_ADOPTR: 'L11', NB_ADOPTR: '2', SEX_ADOPTR: 'MF' }] }, fires: [] },
]
