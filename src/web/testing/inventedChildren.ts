/**
 * Invented children for page tests: their facts are made up here, everything else is derived from them by the real
 * core, so the pages are tested with what they will meet.
 */
import type { RecordedFact } from '../../app/childPage.ts'
import { derive, type Derived } from '../../core/derivation.ts'
import type { ClockContext } from '../../core/clocks/clock.ts'
import type { ChildId, FactId } from '../../core/facts/factType.ts'
import { factNames, type ChildFacts, type Episode } from '../../core/facts/factTypes.ts'
import { addDays, isoDate, type LocalDate } from '../../core/time/localDate.ts'

export interface InventedChild {
  readonly facts: ChildFacts
  readonly derived: Derived
  readonly recorded: readonly RecordedFact[]
  readonly team: string
  readonly worker: string | null
}

/** The day the tests live in: a Monday. */
export const inventedToday = isoDate('2026-03-02')

/** An id made from numbers: the same in every run. */
export function inventedId(kind: number, n: number): string {
  return `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}

const teams = ['Care and Permanence 1', 'Care and Permanence 2', 'Court', 'Young People']
const workers = ['SW1042', 'SW2210', 'SW3007', 'SW4411', 'SW5150']

type Step = readonly [days: number, reason: string, legalStatus: string, placementType: string]

/** Ways through care, as steps of days from entry: what happened, under which status, in what home. */
const stories: readonly { readonly steps: readonly Step[]; readonly bornYearsBefore: number; readonly startKnown?: false }[] = [
  { bornYearsBefore: 0.3, steps: [[0, 'S', 'C1', 'U6'], [190, 'L', 'E1', 'U6']] },
  { bornYearsBefore: 4, steps: [[0, 'S', 'V2', 'U6'], [40, 'U', 'C1', 'U6'], [260, 'L', 'C2', 'U6'], [420, 'P', 'C2', 'U4']] },
  { bornYearsBefore: 9, steps: [[0, 'S', 'V2', 'U3']] },
  { bornYearsBefore: 13, steps: [[0, 'S', 'C2', 'K2'], [150, 'P', 'C2', 'U6'], [330, 'P', 'C2', 'K2'], [600, 'P', 'C2', 'K2']], startKnown: false },
  { bornYearsBefore: 15.4, steps: [[0, 'S', 'V2', 'K3']] },
  { bornYearsBefore: 2, steps: [[0, 'S', 'L2', 'U6'], [7, 'L', 'C1', 'U6']] },
  { bornYearsBefore: 6, steps: [[0, 'S', 'C1', 'U1'], [200, 'L', 'C2', 'U1']] },
  { bornYearsBefore: 1, steps: [[0, 'S', 'C1', 'U5'], [160, 'L', 'E1', 'U5'], [300, 'P', 'E1', 'A5']] },
  { bornYearsBefore: 11, steps: [[0, 'S', 'C2', 'P1']] },
]

/** Child number `n` of an invented authority. Even numbers of their facts were replaced once. */
export function inventedChild(n: number, context: ClockContext): InventedChild {
  const story = stories[n % stories.length] ?? { steps: [], bornYearsBefore: 1 }
  const entry = addDays(inventedToday, -(12 + ((n * 97) % 1500)))
  let next = 0
  const factId = (): FactId => inventedId(0xfac7, n * 1000 + (next += 1)) as FactId
  const steps = story.steps.filter(([days]) => addDays(entry, days) <= inventedToday)
  const episodes = steps.map(([days, reason, legalStatus, placementType], i): Episode => {
    const after = steps[i + 1]
    return {
      factId: factId(), startedOn: addDays(entry, days),
      reasonNewEpisode: i === 0 && story.startKnown === false ? 'P' : reason,
      legalStatus, categoryOfNeed: 'N1', placementType, placementProvider: n % 3 === 0 ? 'PR1' : 'PR4',
      endedOn: after === undefined ? null : addDays(entry, after[0]),
      reasonEpisodeCeased: after === undefined ? null : 'X1', reasonPlaceChange: after?.[1] === 'P' ? 'OTHER' : null,
      homePostcode: null, placementPostcode: null, urn: n % 2 === 0 ? 'SC000123' : null,
    }
  })
  const reviews: { factId: FactId; heldOn: LocalDate; participation: string }[] = []
  for (let day = 18 + (n % 12), i = 0; addDays(entry, day) <= inventedToday; day += i === 0 ? 80 : 176, i += 1) {
    if (n % 5 !== 4 || i < 2) reviews.push({ factId: factId(), heldOn: addDays(entry, day), participation: n % 2 === 0 ? 'PN0' : 'PN1' })
  }
  const worker = n % 7 === 6 ? null : (workers[n % workers.length] ?? null)
  const facts: ChildFacts = {
    childId: inventedId(0xc41d, n) as ChildId,
    code: String(100_000 + n * 37),
    child_details: [{
      factId: factId(), sex: n % 2 === 0 ? 'M' : 'F', bornOn: addDays(entry, -Math.round(story.bornYearsBefore * 365)), ethnicity: 'WBRI',
      upn: 'UN1', isMother: null, firstChildBornOn: null,
    }],
    episode: episodes, unaccompanied_child: [], review: reviews, outcomes_year: [], care_leaver_year: [], adoption: [],
    adoption_decision: steps.some(([, , status]) => status === 'E1')
      ? [{ factId: factId(), decidedOn: addDays(entry, 150), ceasedOn: null, reasonCeased: null }] : [],
    previous_permanence: [],
    missing_episode: n % 9 === 3
      ? [{ factId: factId(), kind: 'M', startedOn: addDays(entry, 5), endedOn: addDays(entry, 6) }] : [],
    social_worker_episode: worker === null ? [] : [{ factId: factId(), worker, startedOn: entry, endedOn: null, reason: 'ALLOCA' }],
    deprivation_of_liberty_order: [],
  }
  return { facts, derived: derive(facts, context), recorded: recordedOf(facts, n), team: teams[n % teams.length] ?? 'Court', worker }
}

function recordedOf(facts: ChildFacts, n: number): readonly RecordedFact[] {
  return factNames.flatMap((type) =>
    facts[type].toReversed().map(({ factId, ...values }, i): RecordedFact => ({
      type, factId, values: values,
      source: {
        recordedAt: '2025-06-20T09:14:00.000Z', recordedBy: null, importId: inventedId(0x1337, 1), collectionYear: 2025,
        file: `${type}.csv`, row: 2 + n + i,
        supersededAt: type === 'review' && i === 1 && n % 2 === 0 ? '2025-10-03T13:05:00.000Z' : null,
      },
    })),
  )
}
