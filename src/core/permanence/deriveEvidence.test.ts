/** Domain 2.3, row by row, and each rule of the derivation. Every child is invented. */
import { describe, expect, test } from 'vitest'
import { childFacts, type GivenChild } from '../../../test/support/facts.ts'
import { deriveHistory } from '../history/deriveHistory.ts'
import { formatIso, type LocalDate } from '../time/localDate.ts'
import { permanenceEvidence } from './deriveEvidence.ts'

const evidence = (child: GivenChild) => permanenceEvidence(deriveHistory(childFacts(child)))
const iso = (on: LocalDate | null): string => (on === null ? 'now' : formatIso(on))

/** States as `from to: route | legal | physical`, and `achieved` when it is. */
const states = (child: GivenChild) => evidence(child).states.map(({ from, to, route, legal, physical, achieved }) =>
  `${iso(from)} to ${iso(to)}: ${route ?? 'none'} | ${legal} | ${physical}${achieved ? ' | achieved' : ''}`)
const reached = (child: GivenChild) => evidence(child).achieved.map(({ route, on, factId }) => `${route} ${iso(on)} ${factId}`)
const because = (child: GivenChild) => evidence(child).states.map((state) => state.because)

/** The route, legal and physical evidence of an invented child aged 9 on the first day of one open episode. */
const at = (placement: string, legalStatus: string, bornOn = '2014-06-15') => {
  const [state] = evidence({ bornOn, episodes: [`S ${legalStatus} ${placement} 2024-01-08`] }).states
  return state === undefined ? null : [state.route, state.legal, state.physical, state.achieved]
}

describe('the route pointed to, its legal and its physical side', () => {
  test.each([
    ['U1', 'C2', 'kin-foster-ltf', 'secured', 'matched', true],
    ['U1', 'V2', 'kin-foster-ltf', 'secured', 'matched', true],
    ['U4', 'C2', 'foster-ltf', 'secured', 'matched', true],
    ['U4', 'V2', 'foster-ltf', 'secured', 'matched', true],
    ['U4', 'C1', 'foster-ltf', 'interim', 'matched', false],
    ['U4', 'L2', 'foster-ltf', 'none', 'matched', false],
    ['U4', 'E1', 'adoption', 'interim', 'matched', false],
    ['P1', 'C2', 'parent-under-care-order', 'secured but may no longer be needed', 'unsettled', false],
    ['P1', 'C1', 'parent-under-care-order', 'interim', 'unsettled', false],
    ['P1', 'V2', null, 'none', 'unsettled', false],
    ['P1', 'J1', null, 'none', 'unsettled', false],
    ['A3', 'V2', 'adoption', 'interim', 'matched', false],
    ['A4', 'C2', 'adoption', 'interim', 'matched', false],
    ['A5', 'E1', 'adoption', 'interim', 'matched', false],
    ['A6', 'E1', 'adoption', 'interim', 'matched', false],
    ['U6', 'E1', 'adoption', 'interim', 'unsettled', false],
    ['U6', 'D1', 'adoption', 'interim', 'unsettled', false],
    ['U2', 'C1', null, 'interim', 'unsettled', false],
    ['U5', 'C1', null, 'interim', 'unsettled', false],
    ['U3', 'C2', null, 'secured', 'unsettled', false],
    ['U6', 'C2', null, 'secured', 'unsettled', false],
    ['U6', 'V2', null, 'none', 'unsettled', false],
    ['K2', 'C2', null, 'secured', 'unsettled', false],
    ['S1', 'C2', null, 'secured', 'unsettled', false],
    ['R1', 'C2', null, 'secured', 'unsettled', false],
    ['K3', 'C2', null, 'secured', 'unsettled', false],
    ['T4', 'L1', null, 'none', 'unsettled', false],
    ['-', 'C2', null, 'secured', 'unsettled', false],
    ['U6', '-', null, 'none', 'unsettled', false],
    ['U6', 'J3', null, 'none', 'unsettled', false],
  ])('%s under %s', (placement, legalStatus, route, legal, physical, achieved) => {
    expect(at(placement, legalStatus)).toEqual([route, legal, physical, achieved])
  })

  test.each(['K3', 'H5', 'P2'])('%s points to supported living from 16, and is not achieved by itself', (placement) => {
    expect(at(placement, 'V2', '2008-01-08')).toEqual(['supported-living', 'none', 'unsettled', false])
    expect(at(placement, 'C2', '2008-01-08')).toEqual(['supported-living', 'secured', 'unsettled', false])
    expect(at(placement, 'V2', '2008-01-09')).toEqual([null, 'none', 'unsettled', false])
  })
  test('the 16th birthday itself turns the pointer', () => {
    expect(states({ bornOn: '2008-03-10', episodes: ['S V2 K3 2024-01-08 2024-09-02 E5'] })).toEqual([
      '2024-01-08 to 2024-03-10: none | none | unsettled', '2024-03-10 to 2024-09-02: supported-living | none | unsettled',
    ])
  })
  test('without a date of birth it is not told', () => {
    const child: GivenChild = { bornOn: null, episodes: ['S V2 K3 2024-01-08 2024-09-02 E5'] }
    expect(states(child)).toEqual(['2024-01-08 to 2024-09-02: none | none | unsettled'])
    expect(because(child)).toEqual([
      'supported living (K3) since 8 January 2024: age not known; accommodated under section 20 (V2)',
    ])
  })
  test('early permanence is named, as a kind of placement', () => {
    expect(because({ episodes: ['S C1 U5 2024-01-08 2024-05-01 E4A'] })).toEqual([
      'early permanence with carers who may adopt (U5) since 8 January 2024: a kind of placement, not an outcome; ' +
        'interim care order (C1)',
    ])
  })
})

describe('settled', () => {
  test('twelve months in one home, on the day, not the day before', () => {
    expect(states({ episodes: ['S C2 U6 2024-02-29 2025-02-28 E4B'] })).toEqual([
      '2024-02-29 to 2025-02-28: none | secured | unsettled',
    ])
    expect(states({ episodes: ['S C2 U6 2024-02-29 2025-03-01 E4B'] })).toEqual([
      '2024-02-29 to 2025-02-28: none | secured | unsettled', '2025-02-28 to 2025-03-01: none | secured | settled, not matched',
    ])
  })
  test('counted through a change of type and a temporary absence, and again after a move', () => {
    expect(states({
      episodes: [
        'S C2 U6@ash 2022-01-10 2022-06-01 X1', 'T C2 U3@ash 2022-06-01 2022-08-01 X1', 'P C2 T1@oak 2022-08-01 2022-08-10 X1',
        'P C2 U3@ash 2022-08-10 2023-03-01 X1', 'P C2 K2@elm 2023-03-01',
      ],
    })).toEqual([
      '2022-01-10 to 2022-06-01: none | secured | unsettled', '2022-06-01 to 2023-01-10: none | secured | unsettled',
      '2023-01-10 to 2023-03-01: none | secured | settled, not matched', '2023-03-01 to 2024-03-01: none | secured | unsettled',
      '2024-03-01 to now: none | secured | settled, not matched',
    ])
  })
  test.each(['U3', 'U6', 'U2', 'U5', 'K2', 'K3', 'S1', 'R1', 'P1', 'P3', 'Z1'])('%s settles', (placement) => {
    expect(evidence({ episodes: [`S C2 ${placement} 2022-01-10`] }).states.at(-1)?.physical).toBe('settled, not matched')
  })
  test.each(['K1', 'R2', 'R3', 'R5', 'T0', '-'])('%s never does', (placement) => {
    expect(evidence({ episodes: [`S C2 ${placement} 2022-01-10`] }).states.map((state) => state.physical)).toEqual(['unsettled'])
  })
})

describe('long-term fostering (C2 or V2 with U1 or U4)', () => {
  test('is achieved from the match when the order came first: U6 to U4 without a move', () => {
    const child: GivenChild = {
      episodes: [
        'S C1 U6@ash 2023-01-09 2023-09-04 X1', 'L C2 U6@ash 2023-09-04 2023-12-01 X1', 'T C2 U4@ash 2023-12-01',
      ],
    }
    expect(states(child)).toEqual([
      '2023-01-09 to 2023-09-04: none | interim | unsettled', '2023-09-04 to 2023-12-01: none | secured | unsettled',
      '2023-12-01 to now: foster-ltf | secured | matched | achieved',
    ])
    expect(reached(child)).toEqual(['foster-ltf 2023-12-01 episode-3'])
    expect(because(child)[2]).toBe(
      'long-term fostering (U4) since 1 December 2023: the code is the only sign of the match in the return; ' +
        'full care order (C2)')
  })
  test('is achieved from the order when the match came first', () => {
    const child: GivenChild = { episodes: ['S C1 U1@ash 2023-01-09 2023-09-04 X1', 'L C2 U1@ash 2023-09-04'] }
    expect(states(child)).toEqual([
      '2023-01-09 to 2023-09-04: kin-foster-ltf | interim | matched', '2023-09-04 to now: kin-foster-ltf | secured | matched | achieved',
    ])
    expect(reached(child)).toEqual(['kin-foster-ltf 2023-09-04 episode-2'])
  })
  test('ends when the child moves; what was reached stays', () => {
    const child: GivenChild = { episodes: ['S C2 U4@ash 2023-01-09 2023-09-04 X1 CREQB', 'P C2 U6@elm 2023-09-04 2024-01-08 E4B'] }
    expect(states(child)).toEqual([
      '2023-01-09 to 2023-09-04: foster-ltf | secured | matched | achieved', '2023-09-04 to 2024-01-08: none | secured | unsettled',
    ])
    expect(reached(child)).toEqual(['foster-ltf 2023-01-09 episode-1'])
  })
  test('a new match in a new home is reached anew', () => {
    expect(reached({ episodes: ['S C2 U4@ash 2023-01-09 2023-09-04 X1', 'P C2 U4@elm 2023-09-04'] })).toEqual([
      'foster-ltf 2023-01-09 episode-1', 'foster-ltf 2023-09-04 episode-2',
    ])
  })
  test('a stay in hospital does not end it', () => {
    const child: GivenChild = {
      episodes: ['S C2 U4@ash 2023-01-09 2023-09-04 X1', 'P C2 T1@oak 2023-09-04 2023-09-20 X1', 'P C2 U4@ash 2023-09-20'],
    }
    expect(states(child)).toEqual(['2023-01-09 to now: foster-ltf | secured | matched | achieved'])
    expect(reached(child)).toEqual(['foster-ltf 2023-01-09 episode-1'])
  })
  test('a care order under a running match is no second achievement', () => {
    expect(reached({ episodes: ['S V2 U4@ash 2023-01-09 2023-09-04 X1', 'L C2 U4@ash 2023-09-04'] })).toEqual([
      'foster-ltf 2023-01-09 episode-1',
    ])
  })
})

describe('a decision that the child should be placed for adoption', () => {
  const home = 'S C2 U6@ash 2023-01-09 2023-12-04 E4B'
  test('points to adoption from the day it was made to the day it was reversed', () => {
    const child: GivenChild = { episodes: [home], adoptionDecisions: ['2023-03-06 to 2023-08-07 RD3'] }
    expect(states(child)).toEqual([
      '2023-01-09 to 2023-03-06: none | secured | unsettled', '2023-03-06 to 2023-08-07: adoption | interim | unsettled',
      '2023-08-07 to 2023-12-04: none | secured | unsettled',
    ])
    expect(because(child)).toEqual([
      'fostered (U6) since 9 January 2023: not long term; full care order (C2)',
      'decision of 6 March 2023 that the child should be placed for adoption; full care order (C2)',
      'fostered (U6) since 9 January 2023: not long term; the decision for adoption was reversed on 7 August 2023; full care order (C2)',
    ])
    expect(evidence(child).states.map((state) => state.factIds)).toEqual([
      ['episode-1'], ['episode-1', 'adoption_decision-1'], ['episode-1', 'adoption_decision-1'],
    ])
  })
  test('stands while it is not reversed', () => {
    expect(states({ episodes: [home], adoptionDecisions: ['2023-03-06'] }).at(-1)).toBe(
      '2023-03-06 to 2023-12-04: adoption | interim | unsettled')
  })
  test('made before care began, it holds from the first day', () => {
    expect(states({ episodes: [home], adoptionDecisions: ['2023-01-05'] })).toEqual([
      '2023-01-09 to 2023-12-04: adoption | interim | unsettled',
    ])
  })
  test('does not outlive the period of care in which it was made', () => {
    expect(states({ episodes: [home, 'S V2 U6@elm 2024-05-06 2024-07-01 E4A'], adoptionDecisions: ['2023-03-06'] }).at(-1)).toBe(
      '2024-05-06 to 2024-07-01: none | none | unsettled')
  })
  test('nor holds in a later one whose start is not known, once the child had left care', () => {
    const later = 'P V2 U6@elm 2024-05-06 2024-07-01 E4A'
    expect(states({ episodes: [home, later], adoptionDecisions: ['2023-03-06'] }).at(-1)).toBe(
      '2024-05-06 to 2024-07-01: none | none | unsettled')
  })
  test('made on the day the child left and came back, it bears on the time that began', () => {
    expect(states({ episodes: [home, 'S V2 U6 2023-12-04 2024-07-01 E4A'], adoptionDecisions: ['2023-12-04'] })).toEqual([
      '2023-01-09 to 2023-12-04: none | secured | unsettled', '2023-12-04 to 2024-07-01: adoption | none | unsettled',
    ])
  })
  test('holds on where care went on though the record has a gap', () => {
    expect(states({
      episodes: ['S C1 U6@ash 2023-01-09 2023-12-04 X1', 'P C1 U6@elm 2023-12-11 2024-07-01 E4A'], adoptionDecisions: ['2023-03-06'],
    }).at(-1)).toBe('2023-12-11 to 2024-07-01: adoption | interim | unsettled')
  })
  test('reversed, it silences the order from before, but not one from after', () => {
    const orders = ['S C1 U6@ash 2023-01-09 2023-05-01 X1', 'L E1 U6@ash 2023-05-01 2023-12-04 E4B']
    expect(states({ episodes: orders, adoptionDecisions: ['2023-03-06 to 2023-08-07'] }).at(-1)).toBe(
      '2023-08-07 to 2023-12-04: none | interim | unsettled')
    expect(states({ episodes: orders, adoptionDecisions: ['2023-03-06 to 2023-04-03'] }).slice(-2)).toEqual([
      '2023-04-03 to 2023-05-01: none | interim | unsettled', '2023-05-01 to 2023-12-04: adoption | interim | unsettled',
    ])
  })
  test('made again after a reversal, it stands', () => {
    expect(states({ episodes: [home], adoptionDecisions: ['2023-03-06 to 2023-06-05', '2023-09-04'] }).slice(1)).toEqual([
      '2023-03-06 to 2023-06-05: adoption | interim | unsettled', '2023-06-05 to 2023-09-04: none | secured | unsettled',
      '2023-09-04 to 2023-12-04: adoption | interim | unsettled',
    ])
  })
  test('goes before a long-term match, which is named; reversed, the match is reached that day', () => {
    const child: GivenChild = {
      episodes: ['S C2 U4@ash 2023-01-09 2023-12-04 E4B'], adoptionDecisions: ['2023-01-09 to 2023-08-07'],
    }
    expect(states(child)).toEqual([
      '2023-01-09 to 2023-08-07: adoption | interim | matched',
      '2023-08-07 to 2023-12-04: foster-ltf | secured | matched | achieved',
    ])
    expect(because(child)[0]).toBe(
      'decision of 9 January 2023 that the child should be placed for adoption, ' +
        'though in long-term fostering (U4) since 9 January 2023; full care order (C2)')
    expect(reached(child)).toEqual(['foster-ltf 2023-08-07 adoption_decision-1'])
  })
  test('is taken from the adoption itself where the table of decisions lacks it (rule 523)', () => {
    expect(states({ episodes: [home], adoption: { decidedOn: '2023-03-06' } }).at(-1)).toBe(
      '2023-03-06 to 2023-12-04: adoption | interim | unsettled')
    expect(evidence({ episodes: [home], adoption: { decidedOn: '2023-03-06' }, adoptionDecisions: ['2023-03-06 to 2023-08-07'] })
      .states.at(-1)?.route).toBeNull()
  })
})

describe('adoption', () => {
  const child: GivenChild = {
    bornOn: '2022-11-20',
    episodes: [
      'S C1 U6@ash 2023-01-09 2023-06-05 X1', 'L E1 U6@ash 2023-06-05 2023-10-02 X1', 'P E1 A6@fir 2023-10-02 2024-04-08 E12',
    ],
    adoptionDecisions: ['2023-05-01'],
  }
  test('is interim until the order, and achieved by it', () => {
    expect(states(child)).toEqual([
      '2023-01-09 to 2023-05-01: none | interim | unsettled', '2023-05-01 to 2023-06-05: adoption | interim | unsettled',
      '2023-06-05 to 2023-10-02: adoption | interim | unsettled', '2023-10-02 to 2024-04-08: adoption | interim | matched',
    ])
    expect(reached(child)).toEqual(['adoption 2024-04-08 episode-3'])
  })
  test('says everything that points to it', () => {
    expect(because(child).at(-1)).toBe(
      'placed for adoption (A6) since 2 October 2023, placement order (E1) since 5 June 2023, ' +
        'decision of 1 May 2023 that the child should be placed for adoption; placement order (E1)')
  })
  test('under single accommodation, a decision alone secures nothing', () => {
    expect(states({ episodes: ['S V2 U6 2023-01-09 2023-06-05 E4A'], adoptionDecisions: ['2023-01-09'] })).toEqual([
      '2023-01-09 to 2023-06-05: adoption | none | unsettled',
    ])
  })
})

describe('permanence by leaving care', () => {
  test.each([
    ['E11', 'A6', 'adoption'], ['E12', 'A5', 'adoption'], ['E4A', 'U6', 'return-home'], ['E13', 'U6', 'kin-informal'],
    ['E41', 'U3', 'kin-cao'], ['E45', 'U3', 'kin-sgo'], ['E46', 'U6', 'foster-carer-sgo'], ['E47', 'U6', 'kin-sgo'],
    ['E48', 'U6', 'other'], ['E17', 'U6', 'staying-put'], ['E43', 'U3', 'kin-sgo'], ['E43', 'U1', 'kin-sgo'],
    ['E43', 'U6', 'foster-carer-sgo'], ['E44', 'U6', 'other'],
  ])('%s from %s is %s', (reason, placement, route) => {
    expect(reached({ episodes: [`S C1 ${placement} 2023-01-09 2023-06-05 ${reason}`] })).toEqual([`${route} 2023-06-05 episode-1`])
  })
  test.each(['E4B', 'E2', 'E3', 'E5', 'E6', 'E7', 'E8', 'E9', 'E14', 'E15', 'E16', 'X1', '-'])('%s is none', (reason) => {
    expect(reached({ episodes: [`S C1 U6 2023-01-09 2023-06-05 ${reason}`] })).toEqual([])
  })
  test('is reached with the last episode of the period, on the day it ended', () => {
    expect(reached({ episodes: ['S C1 U3@ash 2023-01-09 2023-06-05 X1', 'L C2 U3@ash 2023-06-05 2023-09-04 E45'] })).toEqual([
      'kin-sgo 2023-09-04 episode-2',
    ])
  })
  test('leaving short breaks is none, and they have no states', () => {
    expect(evidence({ episodes: ['S V4 U6 2023-01-09 2023-06-05 E4A'] })).toEqual({ states: [], achieved: [] })
  })
})

test('a child without episodes evidences nothing', () => {
  expect(evidence({ adoptionDecisions: ['2023-03-06'] })).toEqual({ states: [], achieved: [] })
})
