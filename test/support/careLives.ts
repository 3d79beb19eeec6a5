/**
 * Generated children, for properties. Two sorts: lives of which the truth is known, written down as a return would
 * write them; and episodes that may be any nonsense.
 */
import fc from 'fast-check'
import { addDays, formatIso, type LocalDate } from '../../src/core/time/localDate.ts'
import { childFacts, day, type Given } from './facts.ts'
import type { ChildFacts } from '../../src/core/facts/factTypes.ts'

const legalStatuses = ['C1', 'C2', 'E1', 'V2', 'L1', 'L2', 'J1', 'D1'] as const
const placementTypes = [
  'U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'K1', 'K2', 'K3', 'P1', 'R1', 'R5', 'S1', 'A3', 'A4', 'A5', 'A6', 'H5', 'Z1',
] as const
const temporaryTypes = ['T0', 'T1', 'T2', 'T3', 'T4'] as const
const leavingReasons = [
  'E4A', 'E4B', 'E11', 'E12', 'E13', 'E17', 'E2', 'E3', 'E41', 'E45', 'E46', 'E47', 'E48', 'E5', 'E8', 'E9',
] as const

/** What happens next in a life, some days after the last thing that did. */
type Step = { readonly days: number } & (
  | { readonly what: 'legal status'; readonly legalStatus: string }
  | { readonly what: 'same carer, other type'; readonly placementType: string; readonly legalStatus: string | null }
  | { readonly what: 'move'; readonly placementType: string; readonly legalStatus: string | null }
  | { readonly what: 'away and back'; readonly placementType: string; readonly away: number }
)

/** A stretch of a life as it truly was, in the words a test compares: days as ISO text, `now` while open. */
export interface TrueLife {
  readonly facts: ChildFacts
  readonly periods: readonly string[]
  readonly homes: readonly string[]
  readonly types: readonly string[]
  readonly legalSpells: readonly string[]
  readonly absences: readonly string[]
}

const days = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 400 }) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }) },
)
const legal = fc.constantFrom(...legalStatuses)
const maybeLegal = fc.option(legal)
const placement = fc.constantFrom(...placementTypes)

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ what: fc.constant('legal status' as const), days, legalStatus: legal }),
  fc.record({ what: fc.constant('same carer, other type' as const), days, placementType: placement, legalStatus: maybeLegal }),
  fc.record({ what: fc.constant('move' as const), days, placementType: placement, legalStatus: maybeLegal }),
  fc.record({
    what: fc.constant('away and back' as const), days, placementType: fc.constantFrom(...temporaryTypes),
    away: fc.integer({ min: 1, max: 20 }),
  }),
)

const period = fc.record({
  apart: fc.integer({ min: 1, max: 500 }),
  legalStatus: legal,
  placementType: placement,
  steps: fc.array(step, { maxLength: 8 }),
  last: days,
  endReason: fc.constantFrom(...leavingReasons),
})

const decision = fc.record({ after: fc.integer({ min: 0, max: 900 }), stands: fc.option(fc.integer({ min: 1, max: 400 })) })

type Draft = { -readonly [K in keyof Given<'episode'>]: Given<'episode'>[K] }

/**
 * A child's life of up to three periods of care, without a flaw in its record, with what it truly was. Written as a plain
 * story (who lives where, under what, from when), not by the rules under test.
 */
export function trueLives(options: { readonly periods?: number } = {}): fc.Arbitrary<TrueLife> {
  const lives = fc.record({
    bornOn: fc.integer({ min: 0, max: 5000 }),
    periods: fc.array(period, { minLength: 1, maxLength: options.periods ?? 3 }),
    stillInCare: fc.boolean(),
    decisions: fc.array(decision, { maxLength: 2 }),
  })
  return lives.map(({ bornOn, periods, stillInCare, decisions }) => {
    const birth = addDays(day('2005-01-01'), bornOn)
    const episodes: Draft[] = []
    const told: { readonly [K in 'periods' | 'homes' | 'types' | 'legalSpells' | 'absences']: string[] } =
      { periods: [], homes: [], types: [], legalSpells: [], absences: [] }
    let today = addDays(birth, 0)
    let houses = 0

    periods.forEach((one, index) => {
      const number = index + 1
      today = addDays(today, one.apart)
      const start = today
      let legalStatus: string = one.legalStatus
      let placementType: string = one.placementType
      let house = ++houses
      let homeFrom = today
      let legalFrom = today
      const open = (why: string, type: string = placementType, postcode = `HOUSE ${house}`): void => {
        const last = episodes.at(-1)
        if (why !== 'S' && last !== undefined) Object.assign(last, { endedOn: formatIso(today), reasonEpisodeCeased: 'X1' })
        episodes.push({
          startedOn: formatIso(today), reasonNewEpisode: why, legalStatus, placementType: type,
          placementProvider: 'PR1', placementPostcode: postcode, urn: type.startsWith('T') ? null : `SC${house}`,
        })
      }
      const changeLegal = (to: string): void => {
        told.legalSpells.push(`${number} ${legalStatus} ${formatIso(legalFrom)} ${formatIso(today)}`)
        legalStatus = to
        legalFrom = today
      }
      const startType = (): void => void told.types.push(`${number} ${placementType} ${formatIso(today)}`)
      open('S')
      startType()
      for (const next of one.steps) {
        const alsoLegal = next.what === 'legal status' || next.what === 'away and back' ? null : next.legalStatus
        const legalToo = alsoLegal !== null && alsoLegal !== legalStatus
        if (next.what === 'legal status' && next.legalStatus === legalStatus) continue
        if (next.what === 'same carer, other type' && next.placementType === placementType) continue
        today = addDays(today, next.days)
        if (legalToo) changeLegal(alsoLegal)
        switch (next.what) {
          case 'legal status':
            changeLegal(next.legalStatus)
            open('L')
            break
          case 'same carer, other type':
            placementType = next.placementType
            startType()
            open(legalToo ? 'U' : 'T')
            break
          case 'move':
            told.homes.push(`${number} ${placementType} HOUSE ${house} ${formatIso(homeFrom)} ${formatIso(today)}`)
            placementType = next.placementType
            house = ++houses
            homeFrom = today
            startType()
            open(legalToo ? 'B' : 'P')
            break
          case 'away and back': {
            const left = today
            open('P', next.placementType, 'AWAY')
            today = addDays(today, next.away)
            told.absences.push(`${number} ${next.placementType} ${formatIso(left)} ${formatIso(today)}`)
            open('P')
            break
          }
        }
      }
      today = addDays(today, one.last)
      const stays = stillInCare && number === periods.length
      const end = stays ? 'now' : formatIso(today)
      if (!stays) Object.assign(episodes.at(-1) ?? {}, { endedOn: formatIso(today), reasonEpisodeCeased: one.endReason })
      told.periods.push(`${number} ${formatIso(start)} ${end} ${stays ? 'open' : one.endReason}`)
      told.homes.push(`${number} ${placementType} HOUSE ${house} ${formatIso(homeFrom)} ${end}`)
      told.legalSpells.push(`${number} ${legalStatus} ${formatIso(legalFrom)} ${end}`)
    })

    const adoptionDecisions = decisions.map(({ after, stands }) => {
      const decidedOn = addDays(birth, after)
      return { decidedOn: formatIso(decidedOn), ceasedOn: stands === null ? null : formatIso(addDays(decidedOn, stands)) }
    })
    return { facts: childFacts({ bornOn: formatIso(birth), episodes, adoptionDecisions }), ...told }
  })
}

const anyOf = <T>(...values: readonly T[]): fc.Arbitrary<T | null> => fc.constantFrom(...values, null)
const someDay = fc.integer({ min: 0, max: 60 }).map((n) => formatIso(addDays(day('2020-01-01'), n * 11)))

/** Episodes with any codes on any days, within a span small enough for them to collide: few make sense. */
export const nonsenseEpisodes: fc.Arbitrary<ChildFacts> = fc.record({
  bornOn: fc.constantFrom('2004-03-01', '2010-02-28', '2020-06-15', null),
  episodes: fc.array(fc.record({
    startedOn: someDay,
    endedOn: fc.option(someDay),
    reasonNewEpisode: anyOf('S', 'L', 'P', 'T', 'U', 'B', 'X'),
    reasonEpisodeCeased: anyOf('X1', 'X1', 'X1', 'E4A', 'E11', 'E8', 'QQ'),
    legalStatus: anyOf('C1', 'C2', 'V2', 'V3', 'V4', 'E1', 'L1', 'QQ'),
    placementType: anyOf('U1', 'U4', 'U6', 'A5', 'K3', 'P1', 'T1', 'T4', 'QQ'),
    placementPostcode: anyOf('ZZ1 1AA', 'ZZ2 2BB'),
    urn: anyOf('SC900001', 'SC900002'),
  }), { maxLength: 9 }),
  adoptionDecisions: fc.array(fc.record({ decidedOn: someDay, ceasedOn: fc.option(someDay) }), { maxLength: 2 }),
}).map((given) => childFacts(given))

/** Each day from the first to the last given, for walking a life day by day. */
export function everyDay(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  return Array.from({ length: to - from }, (_, i) => addDays(from, i))
}
