/** What the return of a collection year, or an extract on a day of it, holds of a child. */
import { collectionYearEnd, collectionYearStart, earlier, type LocalDate } from '../core/time/localDate.ts'
import type { FactName } from '../core/facts/factTypes.ts'
import type { Life, Values } from './life.ts'
import { pupilNumberIn } from './person.ts'

/** The rows of one child, by kind of fact, in the codes of the year. Empty lists throughout: the child is not in it. */
export type ReturnRows = { readonly [N in FactName]: readonly Values<N>[] }

/**
 * The return of a year, as extracted on a day (31 March, the year's end, when none is given).
 *
 * Holds what was in force in the year and known by that day: an episode that ends later is open; reviews are those
 * held; the 12-months cohort is counted only at the year's end; a care leaver has a row once the birthday has come, and
 * the other tables hold nothing of them unless they were in care in the year (rule 1012).
 */
export function returnRows(life: Life, year: number, asAt: LocalDate = collectionYearEnd(year)): ReturnRows {
  const from = collectionYearStart(year)
  const to = earlier(asAt, collectionYearEnd(year))
  const inYear = (start: LocalDate, end: LocalDate | null): boolean => start <= to && (end === null || end >= from)
  const known = (end: LocalDate | null): boolean => end !== null && end <= to
  const stays = life.stays.filter((stay) => inYear(stay.from, stay.to))
  const care = stays.some(({ kind }) => kind === 'care')
  const leaver = life.leaverYears.filter(({ birthday, values }) => values.collectionYear === year && birthday <= to)
  if (stays.length === 0 && leaver.length === 0) return nothing
  const last = stays.at(-1)
  return {
    ...nothing,
    child_details: [header(life, year, to, care)],
    episode: life.episodes.filter(({ startedOn, endedOn }) => inYear(startedOn, endedOn)).map((row) => inCodesOf(year, until(row, to))),
    unaccompanied_child: care && life.unaccompaniedUntil !== null && life.unaccompaniedUntil >= from
      ? [{ ceasedOn: known(life.unaccompaniedUntil) ? life.unaccompaniedUntil : null }]
      : [],
    review: life.reviews.filter(({ heldOn }) => inYear(heldOn, heldOn)),
    outcomes_year: to < collectionYearEnd(year) ? [] : life.outcomes.filter(({ collectionYear }) => collectionYear === year),
    care_leaver_year: leaver.map(({ values }) => (year <= 2021 ? beforeApprenticeships(values) : values)),
    adoption: life.adoption !== null && inYear(life.adoption.orderedOn, life.adoption.orderedOn) ? [life.adoption.values] : [],
    adoption_decision: care
      ? life.adoptionDecisions.filter(({ decidedOn, ceasedOn }) => inYear(decidedOn, ceasedOn) && stays.some((stay) => decidedOn >= stay.from))
        .map((row) => (known(row.ceasedOn) ? row : { ...row, ceasedOn: null, reasonCeased: null }))
      : [],
    previous_permanence: stays.length === 0 ? [] : life.previousPermanence.filter(({ from }) => from === last?.from || (last?.kind === 'short breaks' && from <= to)).map(({ values }) => values),
    missing_episode: life.missing.filter(({ startedOn, endedOn }) => inYear(startedOn, endedOn))
      .map((row) => (known(row.endedOn) ? row : { ...row, endedOn: null })),
    social_worker_episode: year < 2024 || stays.length === 0 ? [] : life.workers
      .filter(({ startedOn, endedOn }) => inYear(startedOn, endedOn))
      .map((row) => (known(row.endedOn) ? row : { ...row, endedOn: null })),
    deprivation_of_liberty_order: year < 2027 ? [] : life.deprivationOrders
      .filter(({ startedOn, endedOn }) => inYear(startedOn, endedOn))
      .map((row) => (known(row.endedOn) ? row : { ...row, endedOn: null })),
  }
}

const nothing: ReturnRows = {
  child_details: [], episode: [], unaccompanied_child: [], review: [], outcomes_year: [], care_leaver_year: [],
  adoption: [], adoption_decision: [], previous_permanence: [], missing_episode: [], social_worker_episode: [],
  deprivation_of_liberty_order: [],
}

/** Sex in the codes of the year; motherhood only for girls in care (rules 393, 399 and 628). */
function header(life: Life, year: number, to: LocalDate, care: boolean): Values<'child_details'> {
  const born = life.firstChildBornOn
  const left = life.stays.findLast(({ from }) => from <= to)?.to ?? to
  const mother = born !== null && born <= to && born < left
  return {
    sex: sexIn(life, year),
    bornOn: life.bornOn,
    ethnicity: life.ethnicity,
    upn: pupilNumberIn(life, year),
    isMother: care && life.sex === 'F' ? (mother ? '1' : '0') : null,
    firstChildBornOn: care && mother ? born : null,
  }
}

/** 1 and 2 to 2024, M and F from 2025. */
function sexIn(life: Pick<Life, 'sex'>, year: number): string {
  return year >= 2025 ? life.sex : life.sex === 'M' ? '1' : '2'
}

/** An episode as known on a day: its end, and why, only once it has come. */
function until(row: Values<'episode'>, to: LocalDate): Values<'episode'> {
  if (row.endedOn !== null && row.endedOn <= to) return row
  return { ...row, endedOn: null, reasonEpisodeCeased: null, reasonPlaceChange: null }
}

/**
 * First return with Ofsted numbers for supported accommodation, which had to register by 28 October 2023 (rule 230).
 * The whole of that return has them, so that a home does not seem another home halfway through it (rule 434).
 */
const registeredFrom = 2024

/** Supported accommodation was H5 to 2024, and unregistered homes were Z1 to 2025. */
function inCodesOf(year: number, row: Values<'episode'>): Values<'episode'> {
  if (row.placementType === 'Z11' && year <= 2025) return { ...row, placementType: 'Z1' }
  if (row.placementType !== 'K3' || year >= 2025) return row
  return { ...row, placementType: 'H5', urn: year >= registeredFrom ? row.urn : null }
}

/** To 2021 apprenticeships were counted with other training or employment. */
function beforeApprenticeships(values: Values<'care_leaver_year'>): Values<'care_leaver_year'> {
  const activity = values.activity === 'F4' || values.activity === 'F5' ? 'F3' : values.activity === 'P5' ? 'P3' : values.activity
  return { ...values, activity }
}
