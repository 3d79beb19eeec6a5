import { expect, test } from 'vitest'
import { lines, occurrencesFor, type Example } from '../../../../test/support/clockExamples.ts'
import { mayBeEligibleEarlier, pathwayAssessment } from './pathwayAssessment.ts'

// Born on 10 January 2009: 14 on 10 January 2023, 16 on 10 January 2025, 18 on 10 January 2027. 13 weeks are 91 days.
const bornOn = '2009-01-10'

const examples: readonly Example[] = [
  ['long in care: eligible on the 16th birthday', { bornOn, episodes: ['S C2 U4 2020-05-04'] }, ['1.1 2025-01-10 > 2025-04-10 cannot tell 2025-04-11']],
  ['13 weeks complete on the 16th birthday itself', { bornOn, episodes: ['S V2 U6 2024-10-11'] }, ['1.1 2025-01-10 > 2025-04-10 cannot tell 2025-04-11']],
  ['one day short of it: eligible the day after', { bornOn, episodes: ['S V2 U6 2024-10-12'] }, ['1.1 2025-01-11 > 2025-04-11 cannot tell 2025-04-12']],
  ['came in after 16: eligible after 13 weeks', { bornOn, episodes: ['S V2 K3 2025-02-03'] }, ['1.1 2025-05-05 > 2025-08-05 cannot tell 2025-08-06']],
  ['left care on the day the 13 weeks were complete: never eligible', { bornOn, episodes: ['S V2 K3 2025-02-03 2025-05-05 E4A'] }, []],
  ['left the day after: eligible', { bornOn, episodes: ['S V2 K3 2025-02-03 2025-05-06 E4A'] }, ['1.1 2025-05-05 > 2025-08-05 cannot tell 2025-08-06']],
  ['periods since 14 count together', { bornOn, episodes: ['S V2 U6@ash 2023-05-01 2023-06-30 E4A', 'S V2 K3@elm 2025-02-03'] }, ['2.1 2025-03-06 > 2025-06-06 cannot tell 2025-06-07']],
  ['care before 14 does not count', { bornOn, episodes: ['S V2 U6@ash 2021-01-04 2022-01-10 E4A', 'S V2 K3@elm 2025-02-03'] }, ['2.1 2025-05-05 > 2025-08-05 cannot tell 2025-08-06']],
  ['of a period over the 14th birthday, the days from it count', { bornOn, episodes: ['S V2 U6@ash 2022-01-03 2023-02-09 E4A', 'S V2 K3@elm 2025-02-03'] }, ['2.1 2025-04-05 > 2025-07-05 cannot tell 2025-07-06']],
  ['13 weeks between 14 and 16, then back at 16: eligible on coming back', { bornOn, episodes: ['S C2 U6@ash 2023-05-01 2023-12-01 E4A', 'S V2 K3@elm 2025-02-03'] }, ['2.1 2025-02-03 > 2025-05-03 cannot tell 2025-05-04']],
  ['left before 16 and did not come back: not eligible', { bornOn, episodes: ['S C2 U6 2020-05-04 2025-01-10 E4A'] }, []],
  ['short breaks do not count', { bornOn, episodes: ['S V3 U6@ash 2023-05-01 2023-12-01 E8', 'S V2 K3@elm 2025-02-03'] }, ['2.1 2025-05-05 > 2025-08-05 cannot tell 2025-08-06']],
  ['leaving care does not end the duty', { bornOn, episodes: ['S C2 U4 2020-05-04 2025-02-03 E4A'] }, ['1.1 2025-01-10 > 2025-04-10 cannot tell 2025-04-11']],
  ['died before the date: not required', { bornOn, episodes: ['S C2 U4 2020-05-04 2025-02-03 E2'] }, ['1.1 2025-01-10 > 2025-04-10 not required 2025-02-03']],
  ['turned 18 on the due date: not required', { bornOn, episodes: ['S V2 K3 2026-07-11'] }, ['1.1 2026-10-10 > 2027-01-10 not required 2027-01-10']],
  ['turned 18 the day before the 13 weeks: never eligible', { bornOn, episodes: ['S V2 K3 2026-10-12'] }, []],
  ['under 16 still: one for the birthday to come', { bornOn: '2014-06-15', episodes: ['S C2 U4 2020-05-04'] }, ['1.1 2030-06-15 > 2030-09-15 cannot tell 2030-09-16']],
  ['no date of birth: none', { bornOn: null, episodes: ['S C2 U4 2020-05-04'] }, []],
  ['born on 29 February: 16 on it', { bornOn: '2008-02-29', episodes: ['S C2 U4 2020-05-04'] }, ['1.1 2024-02-29 > 2024-05-29 cannot tell 2024-05-30']],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(pathwayAssessment, child, around)).toEqual(expected))
}

test('says that the 13 weeks may have been complete earlier when the start is not held', () => {
  const notes = (episodes: readonly string[]) => occurrencesFor(pathwayAssessment, { bornOn, episodes }).map(({ note }) => note)
  expect(notes(['P V2 K3 2025-02-03'])).toEqual([mayBeEligibleEarlier])
  expect(notes(['P C2 U4 2020-05-04'])).toEqual([null])
})
