/** One child: who, the timeline, what is due and why, every fact with where it came from. */
import type { ChildPage, ChildQuestion } from '../../../app/childPage.ts'
import { ageOn, formatLong } from '../../../core/time/localDate.ts'
import { contains } from '../../../core/time/interval.ts'
import { asAtForm, dayAsked, type AsAt, type DayAsked, type Days } from '../../asAt.ts'
import { address } from '../../localAddress.ts'
import type { Labels } from '../../port.ts'
import { readTracker, trackerAddress } from '../../trackerAddress.ts'
import { codeWords, homeShortWords, legalStatusShort } from '../../words/codes.ts'
import { ageWords, counted, ordinal } from '../../words/counts.ts'
import { dayCount, formatIso, longDate, momentWords, spanWords } from '../../words/dates.ts'
import { evidenceLine, routeLabel } from '../../words/permanence.ts'
import { clockRows, type ClockRow } from './clocks.ts'
import { factGroups, type FactGroup } from './facts.ts'
import { timelineOf, type TimelineModel } from './timeline.ts'

/** What the address asked for. */
export interface ChildAsked {
  readonly question: ChildQuestion
  readonly day: DayAsked
  readonly known: DayAsked | null
  /** The tracker page to go back to. */
  readonly backHref: string
  readonly back: string | null
}

/** Reads the address of a child's page. */
export function childAsked(query: URLSearchParams, days: Days): ChildAsked {
  const day = dayAsked(query, days)
  const known = (query.get('known-at') ?? '').trim() === '' ? null : dayAsked(query, days, 'known-at')
  const back = query.get('back')
  return {
    day, known, back: back === null ? null : back.slice(0, 2000),
    // Read and written again, so that the link can lead only to the tracker.
    backHref: trackerAddress(readTracker(new URLSearchParams(back ?? ''), days).query, days.usual),
    question: {
      asAt: day.day,
      // What was known when that day ended.
      asKnownAt: known === null || known.day >= days.today ? null : `${formatIso(known.day)}T23:59:59.999Z`,
    },
  }
}

export interface ChildModel {
  readonly code: string
  readonly lead: string
  /** To the tracker; to the first page for those who see no list of children. */
  readonly leave: { readonly href: string; readonly words: string }
  readonly asAt: AsAt
  readonly knownDay: string
  readonly back: string | null
  readonly knownWords: string | null
  readonly notices: readonly { readonly words: string; readonly href: string | null; readonly link: string | null }[]
  readonly summary: readonly { readonly key: string; readonly value: string; readonly under: string | null }[]
  readonly timeline: TimelineModel | null
  readonly due: readonly ClockRow[]
  readonly ended: readonly ClockRow[]
  readonly endedWords: string
  readonly asAtWords: string
  readonly homes: readonly { readonly what: string; readonly kinds: readonly string[]; readonly when: string; readonly days: string; readonly provider: string; readonly now: boolean }[]
  readonly legal: readonly { readonly what: string; readonly code: string; readonly when: string; readonly days: string; readonly now: boolean }[]
  readonly periods: readonly { readonly what: string; readonly when: string; readonly end: string }[]
  readonly reviews: readonly { readonly on: string; readonly participation: string }[]
  readonly doubts: readonly { readonly words: string; readonly on: string | null }[]
  readonly facts: readonly FactGroup[]
  /** Sections that are open to the reader; the others are not on the page. */
  readonly shows: { readonly episodes: boolean; readonly deadlines: boolean; readonly reviews: boolean }
}

export interface ChildExtra {
  readonly labels: Labels
  readonly days: Days
  readonly path: string
  readonly mayDecide: boolean
  /** Whether the reader sees a list of children. */
  readonly mayTrack: boolean
}

/** What the template shows. */
export function childModel(page: ChildPage, asked: ChildAsked, extra: ChildExtra): ChildModel {
  const { labels, days } = extra
  const { history, asAt, open } = page
  const shows = { episodes: open.has('episodes'), deadlines: open.has('deadlines'), reviews: open.has('review record') }
  const doubts = shows.episodes ? history.doubts : []
  const clocks = clockRows(page)
  const differencesHref = extra.mayDecide ? address('/differences', { child: page.childId }) : null
  const knownProblem = asked.known !== null && asked.known.day > days.today ? asked.known.problem : null
  const notices = [
    ...(knownProblem === null ? [] : [{ words: knownProblem, href: null, link: null }]),
    ...(page.openDifferences === 0 || !shows.episodes ? [] : [{
      words: `${counted(page.openDifferences, 'difference')} between returns about this child ${page.openDifferences === 1 ? 'waits' : 'wait'} for a decision.`,
      href: differencesHref, link: differencesHref === null ? null : 'See both values',
    }]),
    ...(doubts.length === 0 ? [] : [{
      words: `${counted(doubts.length, 'thing')} in this child's facts ${doubts.length === 1 ? 'does' : 'do'} not fit.`, href: '#doubts', link: 'What does not fit',
    }]),
  ]
  return {
    code: page.code,
    lead: `${asAt === days.today ? '' : `On ${formatLong(asAt)}: `}${leadOf(page)}`,
    leave: extra.mayTrack ? { href: asked.backHref, words: 'Children in care' } : { href: '/', words: 'Home' },
    asAt: asAtForm(extra.path, { back: asked.back, 'known-at': asked.known === null ? null : formatIso(asked.known.day) }, asked.day, days),
    knownDay: asked.known === null ? '' : formatLong(asked.known.day),
    back: asked.back,
    knownWords: page.asKnownAt === null ? null : `As Holdfast knew it on ${momentWords(page.asKnownAt).replace(/ at .*/, '')}`,
    notices,
    summary: summaryOf(page, labels),
    timeline: shows.episodes ? timelineOf(page, labels, days.today) : null,
    due: clocks.open,
    ended: clocks.ended,
    endedWords: counted(clocks.ended.length, 'clock'),
    asAtWords: formatLong(asAt),
    homes: !shows.episodes ? [] : history.homes.toReversed().map((home) => ({
      what: homeShortWords(labels, home.placementType),
      kinds: home.types.length < 2 ? [] : home.types.map(({ from, placementType }) => `${codeWords(labels, 'PLACE', placementType)} from ${formatLong(from)}`),
      when: spanWords(home.from, home.to),
      days: dayCount((home.to ?? asAt) - home.from),
      provider: codeWords(labels, 'PLACE_PROVIDER', home.placementProvider, 'Provider not recorded'),
      now: contains(home, asAt),
    })),
    legal: !shows.episodes ? [] : history.legalSpells.toReversed().map((spell) => ({
      what: codeWords(labels, 'LS', spell.legalStatus), code: spell.legalStatus ?? '',
      when: spanWords(spell.from, spell.to), days: dayCount((spell.to ?? asAt) - spell.from), now: contains(spell, asAt),
    })),
    periods: !shows.episodes ? [] : history.periods.toReversed().map((period) => ({
      what: period.kind === 'care' ? 'In care' : 'Short breaks',
      when: `${period.startKnown ? '' : 'before '}${spanWords(period.from, period.to)}`,
      end: period.to === null ? 'Still in care' : codeWords(labels, 'REC', period.endReason, 'The return does not say how it ended'),
    })),
    reviews: !shows.reviews ? [] : history.facts.review.toReversed().map((review) => ({
      on: formatLong(review.heldOn), participation: codeWords(labels, 'REVIEW_CODE', review.participation),
    })),
    doubts: doubts.map(({ words, on }) => ({ words, on: on === null ? null : formatLong(on) })),
    facts: factGroups(page, labels),
    shows,
  }
}

/** `6 years old. In care for 412 days, since 3 March 2025.` */
function leadOf({ history, asAt, open }: ChildPage): string {
  const age = history.bornOn === null ? 'Date of birth not known' : ageSentence(ageOn(history.bornOn, asAt))
  if (!open.has('standing')) return `${age}.`
  const period = history.periods.findLast((one) => contains(one, asAt))
  if (period !== undefined) {
    const days = dayCount(asAt - period.from)
    return period.startKnown
      ? `${age}. In care for ${days}, since ${formatLong(period.from)}.`
      : `${age}. In care for at least ${days}: since before ${formatLong(period.from)}.`
  }
  const left = history.periods.flatMap(({ to }) => (to !== null && to <= asAt ? [to] : [])).at(-1)
  return left === undefined ? `${age}. Not in care on ${formatLong(asAt)}.` : `${age}. Left care on ${formatLong(left)}.`
}

function ageSentence(age: number): string {
  if (age < 0) return 'Not yet born on this day'
  return age === 0 ? 'Under 1 year old' : `${ageWords(age)} ${age === 1 ? 'year' : 'years'} old`
}

function summaryOf(page: ChildPage, labels: Labels): ChildModel['summary'] {
  const { history, evidence, asAt } = page
  const legal = history.legalSpells.findLast((one) => contains(one, asAt))
  const home = history.homes.findLast((one) => contains(one, asAt))
  const away = history.absences.findLast((one) => contains(one, asAt))
  const state = evidence.states.findLast((one) => contains(one, asAt))
  const details = history.facts.child_details[0]
  const standing = [
    legal === undefined
      ? { key: 'Legal status', value: 'None on this day', under: null }
      : { key: 'Legal status', value: legalStatusShort(labels, legal.legalStatus), under: `since ${longDate(legal.from)}` },
    home === undefined
      ? { key: 'Home', value: 'No home recorded on this day', under: null }
      : {
          key: 'Home', value: homeShortWords(labels, home.placementType),
          under: `${ordinal(home.number)} home, since ${longDate(home.from)}${away === undefined ? '' : `. Away since ${longDate(away.from)}`}`,
        },
    state === undefined
      ? { key: 'Route seen in the facts', value: 'None', under: null }
      : {
          key: 'Route seen in the facts', value: routeLabel(state.route),
          under: `${evidenceLine(state.legal, state.physical, state.achieved)}. ${state.because.slice(0, 1).toUpperCase()}${state.because.slice(1)}`,
        },
  ]
  return [
    ...(page.open.has('standing') ? standing : []),
    { key: 'Social worker', value: page.worker ?? 'Not recorded', under: page.team },
    {
      key: 'Born', value: longDate(history.bornOn, 'Not known'),
      under: details === undefined ? null : codeWords(labels, 'SEX', details.sex),
    },
  ]
}
