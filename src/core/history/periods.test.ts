import { describe, expect, test } from 'vitest'
import { childFacts, day, type GivenChild } from '../../../test/support/facts.ts'
import { formatIso } from '../time/localDate.ts'
import { deriveHistory } from './deriveHistory.ts'

type Episodes = NonNullable<GivenChild['episodes']>
const derive = (...episodes: Episodes) => deriveHistory(childFacts({ episodes }))

/** A period in one line: kind, from, to, how it ended, and whether its start is known. */
const lines = (...episodes: Episodes): readonly string[] =>
  derive(...episodes).periods.map(({ number, kind, from, to, endReason, startKnown, episodes: held }) =>
    [
      number, kind, formatIso(from), 'to', to === null ? 'now' : formatIso(to), endReason ?? 'no reason',
      startKnown ? '' : '(start not known)', held.map((one) => one.factId.replace('episode-', '#')).join(' '),
    ].filter((part) => part !== '').join(' '))

const doubts = (...episodes: Episodes) => derive(...episodes).doubts.map(({ kind, on }) =>
  `${kind} ${on === null ? '' : formatIso(on)}`.trim())

describe('a chain as the return asks for it (format notes 3.1)', () => {
  const given = [
    'S C1 U6@ash 2024-01-08 2024-05-01 X1', 'P C1 U6@elm 2024-05-01 2024-09-02 X1 CREQB', 'L C2 U6@elm 2024-09-02 2025-01-10 E4A',
  ]
  test('is one period from S to the reason for leaving', () => {
    expect(lines(...given)).toEqual(['1 care 2024-01-08 to 2025-01-10 E4A #1 #2 #3'])
  })
  test('leaves no doubt', () => {
    expect(doubts(...given)).toEqual([])
  })
  test('is open while the last episode is', () => {
    expect(lines('S C1 U6 2024-01-08 2024-05-01 X1', 'L C2 U6 2024-05-01')).toEqual(['1 care 2024-01-08 to now no reason #1 #2'])
  })
  test('is read in the order of its days, whatever order it is given in', () => {
    const facts = childFacts({ episodes: given })
    const turned = deriveHistory({ ...facts, episode: facts.episode.toReversed() })
    expect(turned).toEqual({ ...deriveHistory(facts), facts: { ...facts, episode: facts.episode.toReversed() } })
  })
  test('two periods are numbered from the earliest', () => {
    expect(lines('S V2 U6 2020-02-03 2020-06-01 E4A', 'S C1 U6 2024-01-08')).toEqual([
      '1 care 2020-02-03 to 2020-06-01 E4A #1', '2 care 2024-01-08 to now no reason #2',
    ])
    expect(doubts('S V2 U6 2020-02-03 2020-06-01 E4A', 'S C1 U6 2024-01-08')).toEqual([])
  })
})

test('a child without episodes has no periods', () => {
  const { facts: _, ...history } = deriveHistory(childFacts({}))
  expect(history).toEqual({
    bornOn: day('2014-06-15'), periods: [], homes: [], legalSpells: [], absences: [], doubts: [],
  })
})

test('a child of whom no date of birth is held is doubted', () => {
  const { bornOn, doubts: said } = deriveHistory(childFacts({ bornOn: null, episodes: ['S C1 U6 2024-01-08'] }))
  expect(bornOn).toBeNull()
  expect(said).toEqual([{
    kind: 'no date of birth', on: null, factIds: [],
    words: 'No date of birth is held: nothing that depends on age can be told.',
  }])
})

test('a first episode that is no start: care began before, since when is not known', () => {
  expect(lines('L C2 U6 2024-01-08')).toEqual(['1 care 2024-01-08 to now no reason (start not known) #1'])
  expect(derive('L C2 U6 2024-01-08').doubts).toEqual([{
    kind: 'start not known', on: day('2024-01-08'), factIds: ['episode-1'],
    words: 'The first episode held, from 8 January 2024, has reason L and not S: ' +
      'the child was in care before that day, since when is not known.',
  }])
})

describe('the end of one episode against the start of the next', () => {
  const cases: readonly (readonly [string, string, string, readonly string[], readonly string[]])[] = [
    [
      'open, then an episode that carries on', 'S C1 U6 2024-01-08', 'P C1 U6@elm 2024-05-01',
      ['1 care 2024-01-08 to now no reason #1 #2'], ['open but another follows 2024-05-01'],
    ],
    [
      'open, then S', 'S C1 U6 2024-01-08', 'S C1 U6@elm 2024-05-01',
      ['1 care 2024-01-08 to 2024-05-01 no reason #1', '2 care 2024-05-01 to now no reason #2'],
      ['new period while the last was open 2024-05-01'],
    ],
    [
      'overlap, then an episode that carries on', 'S C1 U6 2024-01-08 2024-05-20 X1', 'P C1 U6@elm 2024-05-01',
      ['1 care 2024-01-08 to now no reason #1 #2'], ['overlapping episodes 2024-05-01'],
    ],
    [
      'overlap after leaving care, then an episode that carries on', 'S C1 U6 2024-01-08 2024-05-20 E4A', 'P C1 U6@elm 2024-05-01',
      ['1 care 2024-01-08 to now no reason #1 #2'], ['overlapping episodes 2024-05-01'],
    ],
    [
      'overlap, then S', 'S C1 U6 2024-01-08 2024-05-20 E4A', 'S C1 U6@elm 2024-05-01',
      ['1 care 2024-01-08 to 2024-05-01 E4A #1', '2 care 2024-05-01 to now no reason #2'],
      ['overlapping episodes 2024-05-01'],
    ],
    [
      'X1, then S the same day: the child never left', 'S C1 U6 2024-01-08 2024-05-01 X1', 'S C2 U6 2024-05-01',
      ['1 care 2024-01-08 to now no reason #1 #2'], ['reason does not fit the change 2024-05-01'],
    ],
    [
      'left care, then S the same day (rule 431)', 'S C1 U6 2024-01-08 2024-05-01 E4A', 'S C1 U6 2024-05-01',
      ['1 care 2024-01-08 to 2024-05-01 E4A #1', '2 care 2024-05-01 to now no reason #2'],
      ['reason does not fit the change 2024-05-01'],
    ],
    [
      'left care, then an episode that carries on the same day', 'S C1 U6 2024-01-08 2024-05-01 E4A', 'P C1 U6@elm 2024-05-01',
      ['1 care 2024-01-08 to 2024-05-01 E4A #1', '2 care 2024-05-01 to now no reason (start not known) #2'],
      ['reason does not fit the change 2024-05-01'],
    ],
    [
      'no reason, then an episode that carries on the same day', 'S C1 U6 2024-01-08 2024-05-01', 'P C1 U6@elm 2024-05-01',
      ['1 care 2024-01-08 to now no reason #1 #2'], [],
    ],
    [
      'no reason, then S the same day', 'S C1 U6 2024-01-08 2024-05-01', 'S C1 U6@elm 2024-05-01',
      ['1 care 2024-01-08 to 2024-05-01 no reason #1', '2 care 2024-05-01 to now no reason #2'],
      ['reason does not fit the change 2024-05-01'],
    ],
    [
      'X1, then S later (rule 388)', 'S C1 U6 2024-01-08 2024-05-01 X1', 'S C1 U6@elm 2024-08-01',
      ['1 care 2024-01-08 to 2024-05-01 no reason #1', '2 care 2024-08-01 to now no reason #2'],
      ['ended to continue but nothing follows 2024-05-01'],
    ],
    [
      'X1, then the next day: an end written as the last day', 'S C1 U6 2024-01-08 2024-05-01 X1', 'P C1 U6@elm 2024-05-02',
      ['1 care 2024-01-08 to now no reason #1 #2'], ['gap between episodes 2024-05-02'],
    ],
    [
      'X1, then two days later: a day nobody recorded', 'S C1 U6 2024-01-08 2024-05-01 X1', 'P C1 U6@elm 2024-05-03',
      ['1 care 2024-01-08 to 2024-05-01 no reason #1', '2 care 2024-05-03 to now no reason (start not known) #2'],
      ['gap between episodes 2024-05-03'],
    ],
    [
      'left care, then the next day an episode that carries on', 'S C1 U6 2024-01-08 2024-05-01 E4B', 'P C1 U6@elm 2024-05-02',
      ['1 care 2024-01-08 to 2024-05-01 E4B #1', '2 care 2024-05-02 to now no reason (start not known) #2'],
      ['gap between episodes 2024-05-02'],
    ],
    [
      'left care, then S the next day', 'S C1 U6 2024-01-08 2024-05-01 E4B', 'S C1 U6@elm 2024-05-02',
      ['1 care 2024-01-08 to 2024-05-01 E4B #1', '2 care 2024-05-02 to now no reason #2'], [],
    ],
  ]
  test.each(cases)('%s', (_, first, second, periods, said) => {
    expect(lines(first, second)).toEqual(periods)
    expect(doubts(first, second)).toEqual(said)
  })

  test('a doubt says what was written and what it was taken to mean, and names the facts', () => {
    expect(derive('S C1 U6 2024-01-08', 'P C1 U6@elm 2024-05-01').doubts).toEqual([{
      kind: 'open but another follows', on: day('2024-05-01'), factIds: ['episode-1', 'episode-2'],
      words: 'The episode from 8 January 2024 has no end, but another starts on 1 May 2024: it is taken to end that day.',
    }])
    expect(derive('S C1 U6 2024-01-08 2024-05-01 X1', 'P C1 U6@elm 2024-05-03').doubts[0]?.words).toBe(
      'The episode from 3 May 2024 says the child was already in care (reason P), but the one before ended on 1 May 2024: ' +
        'a new period of care is counted, since when is not known.')
  })
})

describe('the last episode', () => {
  test('X1 and nothing after: the period stops, why is not known', () => {
    expect(lines('S C1 U6 2024-01-08 2024-05-01 X1')).toEqual(['1 care 2024-01-08 to 2024-05-01 no reason #1'])
    expect(doubts('S C1 U6 2024-01-08 2024-05-01 X1')).toEqual(['ended to continue but nothing follows 2024-05-01'])
  })
  test('an end without a reason: the same', () => {
    expect(lines('S C1 U6 2024-01-08 2024-05-01')).toEqual(['1 care 2024-01-08 to 2024-05-01 no reason #1'])
    expect(doubts('S C1 U6 2024-01-08 2024-05-01')).toEqual(['ended to continue but nothing follows 2024-05-01'])
  })
  test('a reason without a day: open still', () => {
    expect(lines('S C1 U6 2024-01-08 - E4A')).toEqual(['1 care 2024-01-08 to now no reason #1'])
    expect(doubts('S C1 U6 2024-01-08 - E4A')).toEqual(['reason does not fit the change 2024-01-08'])
  })
})

describe('episodes that hold no day', () => {
  test('an end before the start is taken as the day of the start', () => {
    expect(lines('S C1 U6 2024-01-08 2023-05-01 E4A')).toEqual([])
    expect(doubts('S C1 U6 2024-01-08 2023-05-01 E4A')).toEqual(['ends before it starts 2024-01-08'])
  })
  test('one at the start still tells that the start is known', () => {
    const given = ['S L1 U6 2024-01-08 2024-01-08 X1', 'L C1 U6 2024-01-08']
    expect(lines(...given)).toEqual(['1 care 2024-01-08 to now no reason #1 #2'])
    expect(doubts(...given)).toEqual(['ends before it starts 2024-01-08'])
    expect(derive(...given).legalSpells.map((spell) => spell.legalStatus)).toEqual(['C1'])
    expect(derive(...given).homes.map((home) => home.factIds)).toEqual([['episode-2']])
  })
  test('one at the end still tells why care ended', () => {
    const given = ['S C1 U6 2024-01-08 2024-05-01 X1', 'P C1 P1 2024-05-01 2024-05-01 E4A']
    expect(lines(...given)).toEqual(['1 care 2024-01-08 to 2024-05-01 E4A #1 #2'])
  })
  test('two that start on one day: the later to end cuts the other to nothing', () => {
    const given = ['S C1 U6@ash 2024-01-08', 'S C1 U6@elm 2024-01-08 2024-03-01 X1']
    expect(lines(...given)).toEqual(['1 care 2024-01-08 to now no reason #1'])
    expect(doubts(...given)).toEqual(['overlapping episodes 2024-01-08'])
  })
})

describe('short breaks (V3, V4)', () => {
  test('are a period of their own kind, without homes, legal spells or absences', () => {
    const history = derive('S V4 U6 2024-01-08 2024-05-01 E8')
    expect(lines('S V4 U6 2024-01-08 2024-05-01 E8')).toEqual(['1 short breaks 2024-01-08 to 2024-05-01 E8 #1'])
    expect([history.homes, history.legalSpells, history.absences]).toEqual([[], [], []])
  })
  test('that turn into care are divided from it, and care starts that day', () => {
    const given = ['S V3 U6 2024-01-08 2024-05-01 X1', 'L C1 U6 2024-05-01']
    expect(lines(...given)).toEqual([
      '1 short breaks 2024-01-08 to 2024-05-01 no reason #1', '2 care 2024-05-01 to now no reason #2',
    ])
    expect(doubts(...given)).toEqual(['reason does not fit the change 2024-05-01'])
  })
  test('between care and care leave two periods of care', () => {
    const given = ['L C2 U6 2023-01-09 2024-01-08 X1', 'L V4 U6 2024-01-08 2024-05-01 X1', 'L V2 U6 2024-05-01']
    expect(lines(...given)).toEqual([
      '1 care 2023-01-09 to 2024-01-08 no reason (start not known) #1', '2 short breaks 2024-01-08 to 2024-05-01 no reason #2',
      '3 care 2024-05-01 to now no reason #3',
    ])
  })
  test('that begin before care had ended: why it ended is not known', () => {
    expect(lines('S C2 U6 2023-01-09 2024-02-01 E4A', 'L V4 U6 2024-01-08')).toEqual([
      '1 care 2023-01-09 to 2024-01-08 no reason #1', '2 short breaks 2024-01-08 to now no reason #2',
    ])
  })
  test('that hold no day divide nothing', () => {
    expect(lines('S C1 U6 2023-01-09 2024-01-08 X1', 'L V4 U6 2024-01-08 2024-01-08 X1', 'L C2 U6 2024-01-08')).toEqual([
      '1 care 2023-01-09 to now no reason #1 #2 #3',
    ])
  })
  test('V3 to V4 is one series', () => {
    expect(lines('S V3 U6 2024-01-08 2024-05-01 X1', 'L V4 U6 2024-05-01')).toEqual([
      '1 short breaks 2024-01-08 to now no reason #1 #2',
    ])
  })
})

test('a legal spell is a run of one status inside one period', () => {
  const { legalSpells } = derive(
    'S C1 U6@ash 2024-01-08 2024-05-01 X1', 'P C1 U6@elm 2024-05-01 2024-09-02 X1', 'L C2 U6@elm 2024-09-02 2025-01-10 E4A',
    'S C2 P1 2025-06-02',
  )
  expect(legalSpells).toEqual([
    { periodNumber: 1, legalStatus: 'C1', from: day('2024-01-08'), to: day('2024-09-02'), factIds: ['episode-1', 'episode-2'] },
    { periodNumber: 1, legalStatus: 'C2', from: day('2024-09-02'), to: day('2025-01-10'), factIds: ['episode-3'] },
    { periodNumber: 2, legalStatus: 'C2', from: day('2025-06-02'), to: null, factIds: ['episode-4'] },
  ])
})
