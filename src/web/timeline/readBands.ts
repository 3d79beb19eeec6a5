/** The stretches of a child's time: periods of care, legal status, homes, absences, evidence of permanence, missing. */
import type { ChildPage } from '../../app/childPage.ts'
import type { LegalPermanence, PermanenceState, PhysicalPermanence } from '../../core/permanence/evidence.ts'
import { routeWords } from '../../core/permanence/routes.ts'
import { formatLong, formatShort, type LocalDate } from '../../core/time/localDate.ts'
import type { Home, PeriodOfCare } from '../../core/history/careHistory.ts'
import { exactLengthWords, lengthWords } from './lengthWords.ts'
import { homeShort, homeLook, legalLook, legalShort } from './shortWords.ts'
import type { Look, TimelineFact, TimelineWords } from './timelineTypes.ts'

/** A fact with the fields that most facts do not need. */
export function fact(
  given: Pick<TimelineFact, 'key' | 'lane' | 'look' | 'at' | 'what' | 'labels'> & Partial<TimelineFact>,
): TimelineFact {
  return {
    from: given.at, to: null, torn: false, detail: '', priority: 1, voice: null, lateLine: null, dateWords: null, ...given,
  }
}

/** The end of a stretch as known on the day asked about. */
export function endAsAt(to: LocalDate | null, asAt: LocalDate): LocalDate | 'open' {
  return to === null || to > asAt ? 'open' : to
}

const endDay = (to: LocalDate | 'open', asAt: LocalDate): LocalDate => (to === 'open' ? asAt : to)

/** How a period ended, in words; null while it lasts on the day asked about. */
export function leavingWords(period: PeriodOfCare, asAt: LocalDate, words: TimelineWords): string | null {
  if (period.to === null || period.to > asAt) return null
  return period.endReason === null ? 'no reason recorded' : words('REC', period.endReason)
}

/** Periods of care and the times between them. */
export function careFacts(page: ChildPage, words: TimelineWords): readonly TimelineFact[] {
  const { asAt, history } = page
  const facts: TimelineFact[] = []
  let before: PeriodOfCare | undefined
  for (const period of history.periods) {
    if (period.from > asAt) break
    if (before !== undefined && before.to !== null && before.to < period.from) facts.push(gapFact(before.to, period.from, before.number))
    const to = endAsAt(period.to, asAt)
    const long = exactLengthWords(period.from, endDay(to, asAt))
    const noun = period.kind === 'care' ? 'in care' : 'short breaks'
    const least = period.startKnown ? '' : 'at least '
    const left = leavingWords(period, asAt, words)
    facts.push(fact({
      key: `care-${period.number}`, lane: 'care', look: 'in care', at: period.from, to, torn: !period.startKnown,
      what: period.kind === 'care' ? 'In care' : 'Series of short breaks',
      detail: [
        `${least}${long}`,
        period.startKnown ? null : 'came into care earlier, on a day not held',
        left === null ? null : `left: ${left}`,
      ].filter((part) => part !== null).join('; '),
      labels: [`${noun} ${least}${long}`, `${least}${long}`],
    }))
    before = period
  }
  if (before !== undefined && before.to !== null && before.to < asAt) facts.push(gapFact(before.to, 'open', before.number, asAt))
  return facts
}

function gapFact(from: LocalDate, to: LocalDate | 'open', number: number, asAt?: LocalDate): TimelineFact {
  const long = to === 'open' ? lengthWords(from, asAt ?? from) : lengthWords(from, to)
  return fact({
    key: `gap-${number}`, lane: 'care', look: 'not in care', at: from, to, what: 'Not in care', detail: long,
    labels: [`not in care · ${long}`, 'not in care'],
  })
}

/** Legal spells. */
export function legalFacts(page: ChildPage, words: TimelineWords): readonly TimelineFact[] {
  const { asAt, history } = page
  return history.legalSpells.filter((spell) => spell.from <= asAt).map((spell, index) => {
    const full = spell.legalStatus === null ? 'Legal status not recorded' : words('LS', spell.legalStatus)
    const to = endAsAt(spell.to, asAt)
    return fact({
      key: `legal-${index + 1}`, lane: 'legal status', look: legalLook(spell.legalStatus), at: spell.from, to,
      torn: startsTorn(history.periods, spell.periodNumber, spell.from), what: full,
      detail: lengthWords(spell.from, endDay(to, asAt)),
      labels: [full, ...legalShort(spell.legalStatus)],
    })
  })
}

function startsTorn(periods: readonly PeriodOfCare[], number: number, from: LocalDate): boolean {
  return periods.some((period) => period.number === number && !period.startKnown && period.from >= from)
}

/** What a home was on the day asked about: a type that applies only later is not yet known. */
export function homeTypeAsAt(home: Home, asAt: LocalDate): string | null {
  if (home.to !== null && home.to <= asAt) return home.placementType
  const known = home.types.filter((type) => type.from <= asAt).at(-1)
  return known === undefined ? home.placementType : known.placementType
}

/** Homes and the stretches away from them. */
export function homeFacts(page: ChildPage, words: TimelineWords): readonly TimelineFact[] {
  const { asAt, history } = page
  const homes = history.homes.filter((home) => home.from <= asAt).map((home, index) => {
    const type = homeTypeAsAt(home, asAt)
    const full = type === null ? 'Kind of home not recorded' : words('PLACE', type)
    const short = homeShort(type, full)
    const to = endAsAt(home.to, asAt)
    const long = lengthWords(home.from, endDay(to, asAt))
    const why = to !== 'open' && home.endReason !== null ? words('REASON_PLACE_CHANGE', home.endReason) : null
    return fact({
      key: `home-${index + 1}`, lane: 'home', look: homeLook(type), at: home.from, to,
      torn: startsTorn(history.periods, home.periodNumber, home.from),
      what: `Home ${home.number}: ${full}`,
      detail: [long, why === null ? null : `ended: ${why}`].filter((part) => part !== null).join('; '),
      labels: [`${home.number}  ${short} · ${long}`, `${home.number}  ${short}`, `${home.number}`],
    })
  })
  const absences = history.absences.filter((away) => away.from <= asAt).map((away, index) => {
    const full = words('PLACE', away.placementType)
    const to = endAsAt(away.to, asAt)
    return fact({
      key: `away-${index + 1}`, lane: 'home', look: 'away', at: away.from, to, what: `Away from home: ${full}`,
      detail: lengthWords(away.from, endDay(to, asAt)), labels: [], priority: 2,
    })
  })
  return [...homes, ...absences]
}

const legalStrength: Readonly<Record<LegalPermanence, Look>> = {
  none: 'strength 0', interim: 'strength 1', 'secured but may no longer be needed': 'strength 2', secured: 'strength 3',
}
const physicalStrength: Readonly<Record<PhysicalPermanence, Look>> = {
  unsettled: 'strength 0', 'settled, not matched': 'strength 1', matched: 'strength 2', permanent: 'strength 3',
}

interface Spell {
  readonly first: PermanenceState
  readonly to: LocalDate | null
}

/** Neighbouring states that say the same about one side of permanence, as one stretch. */
function spells(states: readonly PermanenceState[], same: (a: PermanenceState, b: PermanenceState) => boolean): readonly Spell[] {
  const out: Spell[] = []
  for (const state of states) {
    const last = out.at(-1)
    if (last !== undefined && last.to === state.from && last.first.periodNumber === state.periodNumber && same(last.first, state)) {
      out[out.length - 1] = { first: last.first, to: state.to }
    } else out.push({ first: state, to: state.to })
  }
  return out
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What the codes evidence about permanence: the route, the legal side and the physical side, each on its own. */
export function permanenceFacts(page: ChildPage): readonly TimelineFact[] {
  const { asAt, evidence, history } = page
  const states = evidence.states.filter((state) => state.from <= asAt)
  const torn = (state: PermanenceState): boolean => startsTorn(history.periods, state.periodNumber, state.from)
  const facts: TimelineFact[] = []
  for (const { first, to } of spells(states, (a, b) => a.route === b.route && a.achieved === b.achieved)) {
    const words = first.route === null ? null : routeWords[first.route]
    facts.push(fact({
      key: `route-${facts.length + 1}`, lane: 'route',
      look: words === null ? 'no route' : first.achieved ? 'achieved' : 'route', at: first.from, to: endAsAt(to, asAt),
      torn: torn(first), what: words === null ? 'Nothing held points to a route' : `Points to: ${words}`,
      detail: [first.achieved ? 'achieved' : null, first.because === '' ? null : first.because].filter((part) => part !== null).join('; '),
      labels: words === null ? ['no route evidenced', 'no route'] : [`${words}${first.achieved ? ' · achieved' : ''}`, words],
    }))
  }
  for (const { first, to } of spells(states, (a, b) => a.legal === b.legal)) {
    facts.push(fact({
      key: `legally-${facts.length + 1}`, lane: 'legal permanence', look: legalStrength[first.legal], at: first.from,
      to: endAsAt(to, asAt), torn: torn(first), what: capital(first.legal), detail: '',
      labels: [first.legal, ...(first.legal === 'secured but may no longer be needed' ? ['still needed?'] : [])],
    }))
  }
  for (const { first, to } of spells(states, (a, b) => a.physical === b.physical)) {
    facts.push(fact({
      key: `physically-${facts.length + 1}`, lane: 'physical permanence', look: physicalStrength[first.physical],
      at: first.from, to: endAsAt(to, asAt), torn: torn(first), what: capital(first.physical), detail: '',
      labels: [first.physical, ...(first.physical === 'settled, not matched' ? ['not matched'] : [])],
    }))
  }
  const achieved = evidence.achieved.filter((one) => one.on <= asAt).map((one, index) => fact({
    key: `achieved-${index + 1}`, lane: 'decisions', look: 'achieved', at: one.on, priority: 0,
    what: 'Permanence achieved', detail: routeWords[one.route],
    labels: [`permanence achieved ${formatShort(one.on)}`, 'permanence achieved', 'achieved'],
  }))
  return [...facts, ...achieved]
}

/** Missing, away without authorisation, and deprivation of liberty. */
export function safetyFacts(page: ChildPage, words: TimelineWords): readonly TimelineFact[] {
  const { asAt, history } = page
  const missing = history.facts.missing_episode.filter((one) => one.startedOn <= asAt).map((one, index) => {
    const to = endAsAt(one.endedOn, asAt)
    const full = one.kind === null ? 'Missing or away: which is not recorded' : words('MISSING', one.kind)
    const long = to === one.startedOn ? 'back the same day' : lengthWords(one.startedOn, endDay(to, asAt))
    return fact({
      key: `missing-${index + 1}`, lane: 'missing', look: one.kind === 'A' ? 'away without leave' : 'missing',
      at: one.startedOn, to, what: full, detail: to === 'open' ? `${long}, no return recorded` : long,
      labels: to === 'open' ? [`still ${one.kind === 'A' ? 'away' : 'missing'} since ${formatShort(one.startedOn)}`, `still ${one.kind === 'A' ? 'away' : 'missing'}`] : [long], priority: to === 'open' ? 0 : 2,
    })
  })
  const liberty = history.facts.deprivation_of_liberty_order.filter((one) => one.startedOn <= asAt).map((one, index) => {
    const to = endAsAt(one.endedOn, asAt)
    const long = lengthWords(one.startedOn, endDay(to, asAt))
    return fact({
      key: `liberty-${index + 1}`, lane: 'liberty', look: 'liberty', at: one.startedOn, to,
      what: 'Deprivation of liberty order', detail: long, labels: [`order · ${long}`, 'order'],
    })
  })
  return [...missing, ...liberty]
}

/** Things in the episodes that do not fit. An unknown start is said by the period of care itself. */
export function doubtFacts(page: ChildPage): readonly TimelineFact[] {
  const { asAt, history } = page
  const first = history.periods[0]?.from ?? asAt
  return history.doubts
    .filter((doubt) => doubt.kind !== 'start not known' && (doubt.on === null || doubt.on <= asAt))
    .map((doubt, index) => fact({
      key: `doubt-${index + 1}`, lane: 'care', look: 'doubt', from: doubt.on, at: doubt.on ?? first,
      what: 'Does not fit', detail: doubt.words, labels: [], priority: 2,
      dateWords: doubt.on === null ? 'not known' : null,
    }))
}

/** `before 3 March 2025` for a stretch whose beginning is not held. */
export function tornWords(from: LocalDate): string {
  return `before ${formatLong(from)}`
}
