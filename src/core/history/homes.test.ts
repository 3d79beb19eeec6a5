import { describe, expect, test } from 'vitest'
import { childFacts, day, episodeRow, postcodeOf, urnOf, type GivenChild } from '../../../test/support/facts.ts'
import { formatIso } from '../time/localDate.ts'
import { deriveHistory } from './deriveHistory.ts'

type Episodes = NonNullable<GivenChild['episodes']>
const derive = (...episodes: Episodes) => deriveHistory(childFacts({ episodes }))

const span = ({ from, to }: { from: Parameters<typeof formatIso>[0]; to: Parameters<typeof formatIso>[0] | null }): string =>
  `${formatIso(from)} to ${to === null ? 'now' : formatIso(to)}`
const homes = (...episodes: Episodes) => derive(...episodes).homes.map((home) => `${span(home)} ${home.placementType}`)
const absences = (...episodes: Episodes) => derive(...episodes).absences.map((one) => `${span(one)} ${one.placementType}`)
const doubts = (...episodes: Episodes) => derive(...episodes).doubts.map((one) => one.kind)

const moved = ['2024-01-08 to 2024-05-01 U6', '2024-05-01 to now U6']
const stayed = ['2024-01-08 to now U6']
const misfit = ['reason does not fit the change']
const ash = 'S C1 U6@ash 2024-01-08 2024-05-01 X1'

describe('what the reason for the new episode says', () => {
  test('L keeps the home', () => {
    expect(homes(ash, 'L C2 U6@ash 2024-05-01')).toEqual(stayed)
    expect(doubts(ash, 'L C2 U6@ash 2024-05-01')).toEqual([])
  })
  test.each(['T', 'U'])('%s keeps the home and gives it another type: U6 that became U4 is one home', (why) => {
    expect(derive(ash, `${why} C2 U4@ash 2024-05-01`).homes).toEqual([{
      periodNumber: 1, number: 1, from: day('2024-01-08'), to: null,
      placementType: 'U4', placementProvider: 'PR1', postcode: postcodeOf('ash'), urn: urnOf('ash'),
      types: [
        { from: day('2024-01-08'), placementType: 'U6', factId: 'episode-1' },
        { from: day('2024-05-01'), placementType: 'U4', factId: 'episode-2' },
      ],
      endReason: null, factIds: ['episode-1', 'episode-2'],
    }])
  })
  test.each(['P', 'B'])('%s is a new home', (why) => {
    expect(homes(ash, `${why} C2 U6@elm 2024-05-01`)).toEqual(moved)
    expect(doubts(ash, `${why} C2 U6@elm 2024-05-01`)).toEqual([])
  })
  test('homes are numbered inside their period, and end with the reason of the last episode', () => {
    const { homes: all } = derive(
      'S C1 U6@ash 2024-01-08 2024-05-01 X1 CREQB', 'P C1 U6@elm 2024-05-01 2024-06-03 E4A', 'S C1 U6@oak 2025-01-06',
    )
    expect(all.map(({ periodNumber, number, endReason, postcode }) => [periodNumber, number, endReason, postcode])).toEqual([
      [1, 1, 'CREQB', postcodeOf('ash')], [1, 2, null, postcodeOf('elm')], [2, 1, null, postcodeOf('oak')],
    ])
  })
  test('the reason of a change that was no move is not the reason the home ended', () => {
    const { homes: all } = derive(
      'S C1 U6@ash 2024-01-08 2024-05-01 X1 PLACE', 'T C1 U4@ash 2024-05-01 2024-06-03 X1 CHILD', 'P C1 U6@elm 2024-06-03',
    )
    expect(all.map((home) => home.endReason)).toEqual(['CHILD', null])
  })
})

describe('where the reason and the data disagree', () => {
  test.each(['L', 'T', 'U'])('%s with another postcode and another URN is a move', (why) => {
    const given = [ash, `${why} C2 U6@elm 2024-05-01`]
    expect(homes(...given)).toEqual(moved)
    expect(doubts(...given)).toEqual(misfit)
  })
  test.each(['L', 'T', 'U'])('%s with another postcode alone is none: the carer moved house', (why) => {
    const given: Episodes = [ash, { ...episodeRow(`${why} C2 U6@ash 2024-05-01`), placementPostcode: postcodeOf('elm') }]
    expect(homes(...given)).toEqual(stayed)
    expect(doubts(...given)).toEqual(why === 'L' ? misfit : [])
  })
  test.each(['L', 'T', 'U'])('%s with another URN alone is none: the agency registered again', (why) => {
    const given: Episodes = [ash, { ...episodeRow(`${why} C2 U6@ash 2024-05-01`), urn: urnOf('elm') }]
    expect(homes(...given)).toEqual(stayed)
    expect(doubts(...given)).toEqual([])
  })
  test('U to a placement that has no URN keeps the home: placed for adoption with the current carer', () => {
    const given = ['S C1 U5@ash 2024-01-08 2024-05-01 X1', 'U E1 A5@ash 2024-05-01']
    expect(homes(...given)).toEqual(['2024-01-08 to now A5'])
    expect(doubts(...given)).toEqual([])
  })
  test('L with another placement type keeps the home under the new type, and says so', () => {
    const given = [ash, 'L C2 U4@ash 2024-05-01']
    expect(homes(...given)).toEqual(['2024-01-08 to now U4'])
    expect(doubts(...given)).toEqual(misfit)
  })
  test('P where nothing differs is a move, and says so', () => {
    const given = [ash, 'P C1 U6@ash 2024-05-01']
    expect(homes(...given)).toEqual(moved)
    expect(doubts(...given)).toEqual(misfit)
  })
  test.each(['L', 'T', 'U'])('%s out of a temporary placement that is itself the home is a move', (why) => {
    const given = ['S C1 T4@ash 2024-01-08 2024-05-01 X1', `${why} C2 U6@ash 2024-05-01`]
    expect(homes(...given)).toEqual(['2024-01-08 to 2024-05-01 T4', '2024-05-01 to now U6'])
    expect(doubts(...given)).toEqual(misfit)
  })
})

describe('without a reason the data decide', () => {
  const next = (over: Partial<ReturnType<typeof episodeRow>>): Episodes => [ash, { ...episodeRow('- C2 U6@ash 2024-05-01'), ...over }]
  test('nothing differs: no move', () => {
    expect(homes(...next({}))).toEqual(stayed)
  })
  test('another placement type at one address: no move', () => {
    expect(homes(...next({ placementType: 'U4' }))).toEqual(['2024-01-08 to now U4'])
  })
  test.each([
    ['another postcode', { placementPostcode: postcodeOf('elm') }], ['another URN', { urn: urnOf('elm') }],
    ['no postcode any more', { placementPostcode: null }], ['no URN any more', { urn: null }],
  ])('%s: a move, for to hide one is worse', (_, over) => {
    expect(homes(...next(over))).toEqual(moved)
  })
  test('no address at all: the placement type decides', () => {
    const first = 'S C1 U6@- 2024-01-08 2024-05-01 X1'
    expect(homes(first, '- C1 U6@- 2024-05-01')).toEqual(stayed)
    expect(homes(first, '- C1 K2@- 2024-05-01')).toEqual(['2024-01-08 to 2024-05-01 U6', '2024-05-01 to now K2'])
  })
  test('an S inside a chain is no reason either', () => {
    expect(homes(ash, 'S C2 U6@ash 2024-05-01')).toEqual(stayed)
    expect(homes(ash, 'S C2 U6@elm 2024-05-01')).toEqual(moved)
  })
})

describe('temporary placements', () => {
  const away = 'P C1 T1@oak 2024-05-01 2024-05-20 X1'

  test('a return to the same place is one home with an absence in it (rule 383)', () => {
    const given = [ash, away, 'P C1 U6@ash 2024-05-20']
    expect(derive(...given).homes).toEqual([{
      periodNumber: 1, number: 1, from: day('2024-01-08'), to: null,
      placementType: 'U6', placementProvider: 'PR1', postcode: postcodeOf('ash'), urn: urnOf('ash'),
      types: [{ from: day('2024-01-08'), placementType: 'U6', factId: 'episode-1' }],
      endReason: null, factIds: ['episode-1', 'episode-2', 'episode-3'],
    }])
    expect(derive(...given).absences).toEqual([
      { periodNumber: 1, from: day('2024-05-01'), to: day('2024-05-20'), placementType: 'T1', factId: 'episode-2' },
    ])
    expect(doubts(...given)).toEqual([])
  })
  test('while the child is still away, the home goes on and is what it was', () => {
    expect(homes(ash, 'P C1 T1@oak 2024-05-01')).toEqual(stayed)
    expect(absences(ash, 'P C1 T1@oak 2024-05-01')).toEqual(['2024-05-01 to now T1'])
  })
  test.each([
    ['elsewhere', 'P C1 U6@elm 2024-05-20', 'U6'], ['to another placement type', 'P C1 U4@ash 2024-05-20', 'U4'],
  ])('going %s afterwards ends the home when the next begins: the place was kept', (_, next, type) => {
    expect(homes(ash, away, next)).toEqual(['2024-01-08 to 2024-05-20 U6', `2024-05-20 to now ${type}`])
    expect(absences(ash, away, next)).toEqual(['2024-05-01 to 2024-05-20 T1'])
  })
  test('back with another URN is another home; with none recorded it is the same', () => {
    const back = episodeRow('P C1 U6@ash 2024-05-20')
    expect(homes(ash, away, { ...back, urn: urnOf('elm') })).toHaveLength(2)
    expect(homes(ash, away, { ...back, urn: null })).toHaveLength(1)
  })
  test('the reason for the end stands on the last episode at home', () => {
    const { homes: all } = derive('S C1 U6@ash 2024-01-08 2024-05-01 X1 CREQO', away, 'P C1 U6@elm 2024-05-20')
    expect(all[0]?.endReason).toBe('CREQO')
  })
  test('a change of legal status while away is one absence; another temporary placement is another', () => {
    expect(absences(ash, away, 'L C2 T1@oak 2024-05-20 2024-05-25 X1', 'P C2 U6@ash 2024-05-25')).toEqual([
      '2024-05-01 to 2024-05-25 T1',
    ])
    expect(absences(ash, away, 'P C1 T4@elm 2024-05-20 2024-05-25 X1', 'P C1 U6@ash 2024-05-25')).toEqual([
      '2024-05-01 to 2024-05-20 T1', '2024-05-20 to 2024-05-25 T4',
    ])
    expect(homes(ash, away, 'P C1 T4@elm 2024-05-20 2024-05-25 X1', 'P C1 U6@ash 2024-05-25')).toEqual(stayed)
  })
  test('a period that begins in one has it as its home until the next', () => {
    const given = ['S C1 T4@oak 2024-01-08 2024-01-12 X1', 'P C1 U6@ash 2024-01-12']
    expect(homes(...given)).toEqual(['2024-01-08 to 2024-01-12 T4', '2024-01-12 to now U6'])
    expect(absences(...given)).toEqual([])
  })
  test('leaving care from one ends home and absence together', () => {
    const given = [ash, 'P C1 T1@oak 2024-05-01 2024-05-20 E4A']
    expect(homes(...given)).toEqual(['2024-01-08 to 2024-05-20 U6'])
    expect(absences(...given)).toEqual(['2024-05-01 to 2024-05-20 T1'])
  })
})
