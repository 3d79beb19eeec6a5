/** Generated lives in care, plain and strange, for properties of clocks. */
import fc from 'fast-check'
import { addDays, formatIso, isoDate, type LocalDate } from '../../src/core/time/localDate.ts'
import type { GivenChild } from './facts.ts'

const statuses = ['V2', 'C1', 'C2', 'E1', 'L2', 'J1'] as const
const places = ['U1', 'U3', 'U4', 'U5', 'U6', 'K2', 'K3', 'P1', 'A4', 'A5', 'A6', 'R5', 'T2', 'T4'] as const
const endings = ['E4A', 'E4B', 'E11', 'E12', 'E2', 'E3', 'E41', 'E46', 'E5', 'E8', 'E9', 'E17'] as const
const reasons = ['P', 'T', 'L', 'B', 'U'] as const

interface Step {
  readonly days: number
  readonly status: string
  readonly place: string
  readonly home: string
  readonly reason: string
  /** Leaves care at its end, and is away for this many days; null to go on. */
  readonly leaves: { readonly by: string; readonly away: number } | null
}

const step: fc.Arbitrary<Step> = fc.record({
  days: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 500 })),
  status: fc.constantFrom(...statuses),
  place: fc.constantFrom(...places),
  home: fc.constantFrom('ash', 'elm', 'oak'),
  reason: fc.constantFrom(...reasons),
  leaves: fc.option(fc.record({ by: fc.constantFrom(...endings), away: fc.integer({ min: 0, max: 200 }) }), { freq: 4 }),
})

interface Story {
  readonly ageInDays: number
  readonly startKnown: boolean
  readonly from: number
  readonly steps: readonly Step[]
  readonly open: boolean
  readonly reviews: readonly number[]
  readonly decisions: readonly { readonly after: number; readonly reversed: number | null }[]
}

const first = isoDate('2011-04-01')

const story: fc.Arbitrary<Story> = fc.record({
  ageInDays: fc.integer({ min: 0, max: 6400 }),
  startKnown: fc.boolean(),
  from: fc.integer({ min: 0, max: 4700 }),
  steps: fc.array(step, { minLength: 1, maxLength: 7 }),
  open: fc.boolean(),
  reviews: fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 10 }),
  decisions: fc.array(fc.record({ after: fc.integer({ min: 0, max: 1200 }), reversed: fc.option(fc.integer({ min: 1, max: 400 })) }), { maxLength: 2 }),
})

function told({ ageInDays, startKnown, from, steps, open, reviews, decisions }: Story): GivenChild {
  const start = addDays(first, from)
  const episodes: string[] = []
  let on: LocalDate = start
  let begins = true
  steps.forEach(({ days, status, place, home, reason, leaves }, index) => {
    const last = index === steps.length - 1
    const to = addDays(on, days)
    const rne = !begins ? reason : startKnown || index > 0 ? 'S' : 'P'
    const ends = last && open ? '' : ` ${formatIso(to)} ${leaves !== null || last ? (leaves?.by ?? 'E8') : 'X1'}`
    episodes.push(`${rne} ${status} ${place}@${home} ${formatIso(on)}${ends}`)
    begins = leaves !== null
    on = addDays(to, leaves?.away ?? 0)
  })
  // Each decision after the one before: two in force at once break a rule of the return.
  let decided = start
  const decisionRows: string[] = []
  for (const { after, reversed } of decisions) {
    decided = addDays(decided, after)
    decisionRows.push(reversed === null ? formatIso(decided) : `${formatIso(decided)} to ${formatIso(addDays(decided, reversed))} RD2`)
    if (reversed === null) break
    decided = addDays(decided, reversed + 1)
  }
  return {
    bornOn: formatIso(addDays(start, -ageInDays)),
    episodes,
    reviews: [...new Set(reviews)].map((days) => formatIso(addDays(start, days))),
    adoptionDecisions: decisionRows,
  }
}

/** A child's life in care from April 2011 on, with up to seven episodes, several periods, reviews and decisions. */
export const lives: fc.Arbitrary<GivenChild> = story.map(told)

/** Days over the whole of such lives. */
export const anyDay: fc.Arbitrary<LocalDate> = fc.integer({ min: 0, max: 6400 }).map((days) => addDays(first, days))
