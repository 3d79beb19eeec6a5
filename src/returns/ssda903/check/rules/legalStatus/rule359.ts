import { birthday } from '../../../../../core/time/localDate.ts'
import { eachEpisodeByBirth } from '../../birth.ts'
import { ranTo } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule359: ChildRule = {
  code: '359',
  meaning: 'The young person was looked after beyond their 18th birthday, but not under section 20 in a children’s home.',
  mend: 'End the episode by the 18th birthday; or, if they stay in a community home under section 20(5), give V2 and K2.',
  who: 'social worker',
  fields: ['DEC', 'LS', 'PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'LS', 'PLACE'], Header: ['DOB'] },
  // Children Act 1989 s.20(5). Of the codes V2 is the section 20 agreement and K2 the children's home; a secure children's
  // home (K1) does not take adults. An end on the birthday is no stay beyond it; an open episode is known to run to 31 March.
  check: eachEpisodeByBirth((episode, born, context, child) => {
    const to = ranTo(episode, child, context)
    if (to === undefined || to <= birthday(born, 18)) return false
    const { LS, PLACE } = episode
    return (LS !== 'V2' && context.codes('LS').has(LS)) || (PLACE !== 'K2' && context.codes('PLACE').has(PLACE))
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a care order that ends the day after the birthday',
    given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DEC: '02/06/2025', LS: 'C2', PLACE: 'U4' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'a care order that ends on the birthday',
    given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DEC: '01/06/2025', LS: 'C2', PLACE: 'U4' }] },
    fires: [],
  },
  {
    says: 'still open, with the birthday on 30 March, and on 31 March',
    given: {
      Header: [{ DOB: '30/03/2008' }, { CHILD: '2', DOB: '31/03/2008' }],
      Episodes: [{ LS: 'C2', PLACE: 'U4' }, { CHILD: '2', LS: 'C2', PLACE: 'U4' }],
    },
    fires: [['Episodes', 0]],
  },
  {
    says: 'section 20 in a children’s home',
    given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ LS: 'V2', PLACE: 'K2' }] },
    fires: [],
  },
  {
    says: 'section 20 in a foster home; a care order in a children’s home',
    given: {
      Header: [{ DOB: '01/06/2007' }, { CHILD: '2', DOB: '01/06/2007' }],
      Episodes: [{ LS: 'V2', PLACE: 'U4' }, { CHILD: '2', LS: 'C2', PLACE: 'K2' }],
    },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  {
    says: 'an end that is missing, as another episode follows',
    given: {
      Header: [{ DOB: '01/06/2007' }],
      Episodes: [{ DECOM: '01/05/2024', LS: 'C2', PLACE: 'U4' }, { DECOM: '01/05/2025', DEC: '01/06/2025', LS: 'C2', PLACE: 'U6' }],
    },
    fires: [],
  },
  {
    says: 'an end that cannot be read',
    given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DEC: 'June', LS: 'C2', PLACE: 'U4' }] },
    fires: [],
  },
]
