/**
 * Invented children for tests: the facts an authority would hold, written tersely.
 *
 *   childFacts({
 *     bornOn: '2014-06-15',
 *     episodes: [
 *       'S C1 U6@ash 2024-01-08 2024-05-01 X1',
 *       'P C1 U6@elm 2024-05-01 2024-09-02 X1 CREQB',
 *       'U C2 U4@elm 2024-09-02',
 *     ],
 *     reviews: ['2024-01-30', { heldOn: '2024-04-10', participation: 'PN1' }],
 *     adoptionDecisions: ['2024-06-03'],
 *   })
 *
 * Dates are ISO text. The ids of facts tell which they are: `episode-1`, `review-2`, in the order given here. Facts are
 * sorted by their first date, as `ChildFacts` promises.
 */
import { factTypes, type ChildFacts, type FactName, type FactTypes } from '../../src/core/facts/factTypes.ts'
import type { ChildId, FactId, FactOf, FieldValue, ValuesOf } from '../../src/core/facts/factType.ts'
import { isoDate, type LocalDate } from '../../src/core/time/localDate.ts'

/** Values of one fact, with dates as ISO text, and null for whatever is left out. */
export type Given<N extends FactName> = {
  readonly [K in keyof ValuesOf<FactTypes[N]>]?: ValuesOf<FactTypes[N]>[K] extends infer V
    ? (V extends LocalDate ? string : V) | null
    : never
}

export interface GivenChild {
  /** The authority's own number; `77001` unless given. */
  readonly code?: string
  /** 15 June 2014 unless given; null for a child of whom no details are held. */
  readonly bornOn?: string | null
  /** Details besides the date of birth. */
  readonly details?: Given<'child_details'>
  /** Rows as `episodeRow` reads them, or values. */
  readonly episodes?: readonly (string | Given<'episode'>)[]
  /** Days on which a review was held (the child spoke for themselves, PN1), or values. */
  readonly reviews?: readonly (string | Given<'review'>)[]
  /** Days on which the agency decision maker decided, optionally `2024-06-03 to 2024-11-20 RD3`, or values. */
  readonly adoptionDecisions?: readonly (string | Given<'adoption_decision'>)[]
  readonly adoption?: Given<'adoption'>
  /** `M 2024-03-01 2024-03-02`, without the second date while open, or values. */
  readonly missing?: readonly (string | Given<'missing_episode'>)[]
  /** `true`, or the day the status ceased. */
  readonly unaccompanied?: boolean | string
  readonly previousPermanence?: Given<'previous_permanence'>
  readonly outcomes?: readonly Given<'outcomes_year'>[]
  readonly careLeaver?: readonly Given<'care_leaver_year'>[]
  readonly socialWorkers?: readonly Given<'social_worker_episode'>[]
  readonly deprivationOfLiberty?: readonly Given<'deprivation_of_liberty_order'>[]
}

/** A day written in a test. */
export const day = isoDate

/** The invented postcode of a home named in a test: the same name gives the same one, different names different ones. */
export function postcodeOf(home: string): string {
  const n = homeNumber(home)
  return `ZZ${1 + (n % 9)} ${Math.floor(n / 9) % 10}${letter(n)}${letter(Math.floor(n / 26))}`
}

/** The invented unique reference number of a home named in a test. */
export function urnOf(home: string): string {
  return `SC${String(900000 + homeNumber(home))}`
}

// A small hash of the name: a table of names would make one test's homes depend on another's.
const homeNumber = (home: string): number => {
  let hash = 7
  for (let i = 0; i < home.length; i++) hash = (hash * 31 + home.charCodeAt(i)) % 60493
  return hash
}
const letter = (n: number): string => String.fromCharCode(65 + (n % 26))

const blank = (word: string | undefined): string | null => (word === undefined || word === '-' ? null : word)

/**
 * Reads `RNE LS PLACE[@home] DECOM [DEC REC [REASON_PLACE_CHANGE]]`, `-` for blank: `S C1 U6@ash 2024-01-08 2024-05-01 X1`.
 * The home's name decides the invented postcode and URN; without one every row has the same home, `ash`. Homes of codes
 * that Ofsted does not register (A3-A6, P1, T0-T4) have no URN. The provider is PR1, or PR0 for P1.
 */
export function episodeRow(row: string): Given<'episode'> {
  const [rne, ls, placeAndHome, from, to, rec, why, ...more] = row.trim().split(/\s+/)
  if (from === undefined || more.length > 0) throw new RangeError(`not an episode row: ${row}`)
  const [place, home = 'ash'] = (placeAndHome ?? '').split('@')
  const placementType = blank(place)
  const registered = placementType !== null && !/^(A[3-6]|P1|T[0-4])$/.test(placementType)
  const isStay = placementType === null || /^T[0-4]$/.test(placementType)
  return {
    startedOn: from,
    reasonNewEpisode: blank(rne),
    legalStatus: blank(ls),
    categoryOfNeed: 'N1',
    placementType,
    placementProvider: isStay ? null : placementType === 'P1' ? 'PR0' : 'PR1',
    endedOn: blank(to),
    reasonEpisodeCeased: blank(rec),
    reasonPlaceChange: blank(why),
    homePostcode: 'ZZ9 9ZZ',
    placementPostcode: home === '-' ? null : postcodeOf(home),
    urn: registered && home !== '-' ? urnOf(home) : null,
  }
}

function decisionRow(row: string): Given<'adoption_decision'> {
  const match = /^(\S+)(?: to (\S+)(?: (RD[1-4]))?)?$/.exec(row)
  if (match === null) throw new RangeError(`not a decision row: ${row}`)
  const ceasedOn = match[2] ?? null
  return { decidedOn: match[1] ?? null, ceasedOn, reasonCeased: ceasedOn === null ? null : (match[3] ?? 'RD4') }
}

function missingRow(row: string): Given<'missing_episode'> {
  const [kind, from, to] = row.split(' ')
  return { kind: kind ?? null, startedOn: from ?? null, endedOn: to ?? null }
}

/** One fact of a kind: what is left out is null, dates are read from ISO text. */
export function fact<N extends FactName>(name: N, factId: string, given: Given<N>): FactOf<FactTypes[N]> {
  const values: Record<string, FieldValue> = {}
  const known = given as Readonly<Record<string, string | number | null | undefined>>
  for (const [key, field] of Object.entries(factTypes[name].fields)) {
    const value = known[key] ?? null
    if (value === null && field.required) throw new RangeError(`${factId} needs ${key}`)
    values[key] = field.kind === 'date' && typeof value === 'string' ? isoDate(value) : value
  }
  return { ...values, factId: factId as FactId } as unknown as FactOf<FactTypes[N]>
}

const firstDate: Readonly<Partial<Record<FactName, string>>> = {
  episode: 'startedOn', review: 'heldOn', outcomes_year: 'collectionYear', care_leaver_year: 'collectionYear',
  adoption_decision: 'decidedOn', missing_episode: 'startedOn', social_worker_episode: 'startedOn',
  deprivation_of_liberty_order: 'startedOn',
}

function facts<N extends FactName>(name: N, given: readonly Given<N>[]): readonly FactOf<FactTypes[N]>[] {
  const all = given.map((one, index) => fact(name, `${name}-${index + 1}`, one))
  const key = firstDate[name]
  if (key === undefined) return all
  const at = (one: FactOf<FactTypes[N]>): number => (one as unknown as Readonly<Record<string, number>>)[key] ?? 0
  return all.sort((a, b) => at(a) - at(b))
}

const only = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value])
const read = <T>(row: (text: string) => T, given: readonly (string | T)[] = []): readonly T[] =>
  given.map((one) => (typeof one === 'string' ? row(one) : one))

/** All that is known of an invented child. */
export function childFacts(given: GivenChild): ChildFacts {
  const { bornOn = '2014-06-15', unaccompanied = false } = given
  const byKind: { readonly [N in FactName]: readonly FactOf<FactTypes[N]>[] } = {
    child_details: facts('child_details', bornOn === null
      ? [] : [{ sex: 'F', ethnicity: 'WBRI', bornOn, ...given.details }]),
    episode: facts('episode', read(episodeRow, given.episodes)),
    unaccompanied_child: facts('unaccompanied_child', unaccompanied === false
      ? [] : [{ ceasedOn: unaccompanied === true ? null : unaccompanied }]),
    review: facts('review', read((on): Given<'review'> => ({ heldOn: on, participation: 'PN1' }), given.reviews)),
    outcomes_year: facts('outcomes_year', given.outcomes ?? []),
    care_leaver_year: facts('care_leaver_year', given.careLeaver ?? []),
    adoption: facts('adoption', only(given.adoption)),
    adoption_decision: facts('adoption_decision', read(decisionRow, given.adoptionDecisions)),
    previous_permanence: facts('previous_permanence', only(given.previousPermanence)),
    missing_episode: facts('missing_episode', read(missingRow, given.missing)),
    social_worker_episode: facts('social_worker_episode', given.socialWorkers ?? []),
    deprivation_of_liberty_order: facts('deprivation_of_liberty_order', given.deprivationOfLiberty ?? []),
  }
  const code = given.code ?? '77001'
  return { childId: `child-${code}` as ChildId, code, ...byKind }
}
