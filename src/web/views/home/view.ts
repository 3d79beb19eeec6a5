/** The front page: where the authority's children stand, at a glance. */
import type { FrontPage } from '../../../app/frontPage.ts'
import type { TrackerRow } from '../../../app/tracker.ts'
import type { Actor } from '../../../app/work.ts'
import { withheldMark } from '../../../core/figures/small.ts'
import type { Signal } from '../../../core/signals/signal.ts'
import { asAtForm, type AsAt, type DayAsked, type Days } from '../../asAt.ts'
import { address } from '../../localAddress.ts'
import { roomsOf } from '../../shell.ts'
import type { Labels } from '../../port.ts'
import { ruleShort } from '../../words/clocks.ts'
import { homeShortWords, legalStatusShort } from '../../words/codes.ts'
import { ageWords, children, counted, whole, withheldWords } from '../../words/counts.ts'
import { dayCount, formatIso, longDate } from '../../words/dates.ts'
import { routeLabel } from '../../words/permanence.ts'
import { fosteringSignalModel, type FosteringSignalModel } from '../private-fostering/view.ts'

/** For those whose role has no figures: where to go. */
export interface PlainHomeModel {
  readonly plain: true
  readonly rooms: readonly { readonly words: string; readonly href: string }[]
}

export interface HomeModel {
  readonly plain: false
  readonly authority: string
  readonly asAt: AsAt
  /** Nothing was brought in yet: the page then only says how to begin. */
  readonly empty: boolean
  readonly mayImport: boolean
  readonly notices: readonly { readonly words: string; readonly href: string | null; readonly link: string | null }[]
  /** What the mark of a withheld figure means, where one is. */
  readonly withheld: string | null
  readonly figures: readonly { readonly value: string; readonly words: string; readonly href: string | null; readonly warn: boolean }[]
  readonly routes: readonly { readonly route: string; readonly children: string; readonly days: string; readonly bar: Bar | null; readonly note: string | null }[]
  readonly statutory: string
  readonly maySeeChildren: boolean
  readonly drift: readonly {
    readonly href: string; readonly code: string; readonly age: string; readonly days: string; readonly why: string
    readonly legal: string; readonly home: string; readonly route: string; readonly who: string
  }[]
  readonly driftHref: string
  /** What private fostering in the area asks; null when nothing does. */
  readonly fostering: (FosteringSignalModel & { readonly href: string | null }) | null
}

/** A bar of a drawing 100 units wide. */
interface Bar {
  readonly width: number
}

export interface HomeExtra {
  readonly days: Days
  readonly asked: DayAsked
  readonly labels: Labels
  readonly maySeeChildren: boolean
  readonly mayImport: boolean
  readonly fostering: Signal | null
  readonly maySeeFostering: boolean
  /** The person's tracker holds every child that the figures count, so that a figure may lead to it. */
  readonly trackerIsWhole: boolean
}

/** What the template shows of a front page without figures. */
export function plainHome(actor: Pick<Actor, 'roles'>): PlainHomeModel {
  return {
    plain: true,
    rooms: roomsOf(actor).filter(({ href }) => href !== '/').map(({ words, href }) => ({ words, href })),
  }
}

const told = (count: number | null): string => (count === null ? withheldMark : whole(count))

/** What the template shows. */
export function homeModel(front: FrontPage, extra: HomeExtra): HomeModel {
  const { labels, days, maySeeChildren, mayImport } = extra
  const day = front.asAt === days.usual ? null : formatIso(front.asAt)
  const toTracker = (filter: Readonly<Record<string, string>>, open = extra.trackerIsWhole): string | null =>
    open ? address('/children', { 'as-at': day, ...filter }) : null
  const longest = Math.max(0, ...front.timeToPermanence.map(({ medianDays }) => medianDays ?? 0))
  const empty = front.factsReachTo === null
  const newer = { href: mayImport ? '/returns/new' : null, link: mayImport ? 'Bring in a newer return' : null }
  const notices = [
    ...(!empty && front.asAt === days.usual && days.usual < days.today
      ? [{ words: `This is how things stood on ${longDate(days.usual)}, the last day that the returns held reach to. Anything later is not known yet.`, ...newer }]
      : front.factsReachTo !== null && front.factsReachTo < front.asAt
      ? [{
          words: `What is held reaches to ${longDate(front.factsReachTo)}. Anything later is not known yet, so a clock may look overdue only because its news has not been brought in.`,
          ...newer,
        }]
      : []),
    ...(front.openDifferences > 0 && mayImport
      ? [{
          words: `${counted(front.openDifferences, 'difference')} between returns ${front.openDifferences === 1 ? 'waits' : 'wait'} for someone to decide.`,
          href: '/differences', link: 'Go through the differences',
        }]
      : []),
  ]
  return {
    plain: false,
    authority: front.authority,
    asAt: asAtForm('/', {}, extra.asked, days),
    empty, mayImport, notices, maySeeChildren,
    withheld: [front.inCare, front.startedThisYear, front.ceasedThisYear, front.overdue, front.drifting, front.permanenceAchievedInCare,
      ...front.timeToPermanence.map(({ children: count }) => count)].includes(null) ? withheldWords : null,
    figures: [
      { value: told(front.inCare), words: 'in care', href: toTracker({}), warn: false },
      { value: told(front.startedThisYear), words: 'came into care since 1 April', href: null, warn: false },
      { value: told(front.ceasedThisYear), words: 'left care since 1 April', href: null, warn: false },
      { value: told(front.overdue), words: 'with something overdue', href: toTracker({ overdue: 'yes' }), warn: (front.overdue ?? 0) > 0 },
      { value: told(front.drifting), words: 'drifting: permanence itself is late', href: toTracker({ drifting: 'yes', sort: 'drift', order: 'desc' }), warn: (front.drifting ?? 0) > 0 },
      { value: told(front.permanenceAchievedInCare), words: 'in care with permanence achieved', href: null, warn: false },
    ],
    routes: front.timeToPermanence.map((one) => ({
      route: routeLabel(one.route),
      children: told(one.children),
      days: one.children === null ? withheldMark : one.medianDays === null ? 'Not known' : dayCount(Math.round(one.medianDays)),
      bar: one.medianDays === null || longest === 0 ? null : { width: Math.round((one.medianDays / longest) * 1000) / 10 },
      note: one.startNotKnown === 0 ? null : `${children(one.startNotKnown)} left out: the day of coming into care is not known`,
    })),
    statutory: longDate(front.asAt),
    fostering: fosteringOf(extra),
    drift: maySeeChildren ? front.longestDrift.map((row) => driftRow(row, labels, day)) : [],
    driftHref: toTracker({ drifting: 'yes', sort: 'drift', order: 'desc' }, maySeeChildren) ?? '',
  }
}

function fosteringOf({ fostering, maySeeFostering }: HomeExtra): HomeModel['fostering'] {
  const told = fostering === null ? null : fosteringSignalModel(fostering)
  return told === null ? null : { ...told, href: maySeeFostering ? '/private-fostering' : null }
}

function driftRow(row: TrackerRow, labels: Labels, day: string | null): HomeModel['drift'][number] {
  return {
    href: address(`/children/${row.childId}`, { 'as-at': day }),
    code: row.code,
    age: ageWords(row.age),
    days: dayCount(row.driftDays),
    why: row.driftRule === null ? '' : ruleShort(row.driftRule),
    legal: legalStatusShort(labels, row.legalStatus),
    home: homeShortWords(labels, row.placementType),
    route: routeLabel(row.route),
    who: [row.worker, row.team].filter((part) => part !== null).join(', ') || 'Not recorded',
  }
}
