/**
 * What the child's timeline shows, before anybody decides where to draw it. The drawing, the table beside it and the
 * caption are all made from one list of these facts, so that none of them can say what another leaves out.
 */
import type { Route } from '../../core/permanence/routes.ts'
import type { LocalDate } from '../../core/time/localDate.ts'

/** The label of a code of the return, e.g. `('LS', 'C2')` gives "Full care order". Gives the code itself when it knows none. */
export type TimelineWords = (set: string, code: string) => string

export interface TimelineOptions {
  /** `wide` is made for 1180 px, time running to the right; `narrow` for 320 px, time running down. Default `wide`. */
  readonly layout?: 'wide' | 'narrow'
  /** The real day. When the page is asked about another one, its line says "as at" instead of "today". */
  readonly today?: LocalDate
}

/** Where a fact is drawn. In reading order. */
export const lanes = [
  'care', 'legal status', 'home', 'route', 'legal permanence', 'physical permanence', 'reviews', 'decisions', 'missing',
  'liberty', 'due',
] as const
export type Lane = (typeof lanes)[number]

/** How a fact looks: chosen from what it is, never from where it stands. Shape or pattern always differs along with colour. */
export type Look =
  | 'in care' | 'not in care' | 'doubt'
  | 'legal agreement' | 'legal emergency' | 'legal interim' | 'legal full' | 'legal placement' | 'legal justice'
  | 'legal short breaks' | 'legal other'
  | 'home family' | 'home foster' | 'home early permanence' | 'home adoptive' | 'home children' | 'home supported'
  | 'home secure' | 'home other' | 'away'
  | 'route' | 'no route' | 'achieved'
  | 'strength 0' | 'strength 1' | 'strength 2' | 'strength 3'
  | 'review on time' | 'review late' | 'review not judged'
  | 'decision' | 'decision reversed' | 'court' | 'match' | 'placed' | 'left care' | 'earlier'
  | 'missing' | 'away without leave' | 'liberty'
  | 'due' | 'overdue' | 'late' | 'cannot tell' | 'fourteen months'

/** How the child's own voice was heard at a review. */
export type Voice = 'spoke' | 'views brought' | 'not heard' | 'under 4'

/** One thing that the timeline shows: one mark in the drawing and one row in the table. */
export interface TimelineFact {
  /** Unique in one timeline, the same in both layouts: `home-3`. */
  readonly key: string
  readonly lane: Lane
  readonly look: Look
  /** Null when the day is not known; `at` still says where it is drawn. */
  readonly from: LocalDate | null
  /** Where the mark stands: `from`, or the nearest day that can be told. */
  readonly at: LocalDate
  /** Half-open end of a stretch, `open` while it lasts, null for something that happened on one day. */
  readonly to: LocalDate | 'open' | null
  /** True when the stretch began before `from`, on a day not held. */
  readonly torn: boolean
  /** What the table says. */
  readonly what: string
  readonly detail: string
  /** What the drawing says where there is room, longest first. */
  readonly labels: readonly string[]
  /** 0 is labelled first when there is not room for all. */
  readonly priority: 0 | 1 | 2
  readonly voice: Voice | null
  /** The other end of the line that shows how late: the day met or asked about for a clock, the due day for a review. */
  readonly lateLine: LocalDate | null
  /** The date in words when `from` cannot hold it ("March 2015"); else null. */
  readonly dateWords: string | null
}

export interface Timeline {
  readonly code: string
  readonly asAt: LocalDate
  readonly bornOn: LocalDate | null
  /** Before today's line: "Today" or "As at". */
  readonly asAtWords: string
  /** In the order of the lanes, then of the days. */
  readonly facts: readonly TimelineFact[]
  readonly inCare: boolean
  readonly routeNow: Route | null
  /** Permanence counts as achieved on the day asked about. */
  readonly achievedNow: boolean
  readonly unaccompanied: boolean
}

/** A row of the table beside the drawing. */
export interface TimelineRow {
  readonly key: string
  /** Null when the day is not known. */
  readonly date: LocalDate | null
  /** Null for something of one day, and while it still goes on (`ongoing`). */
  readonly endDate: LocalDate | null
  readonly ongoing: boolean
  /** `3 March 2025`, `before 3 March 2025`, `March 2015`, `not known`. */
  readonly dateWords: string
  /** `4 June 2025`, `now` while it goes on, empty for something of one day. */
  readonly endWords: string
  /** Completed years on `date`; null when it or the date of birth is not known, or when born later. */
  readonly age: number | null
  readonly what: string
  readonly detail: string
  /** The lane's name as the drawing writes it: `Legal status`, `Home`, `Reviews` … */
  readonly kind: string
}

/** Names of the lanes, as the drawing and the table write them. */
export const laneWords: Readonly<Record<Lane, string>> = {
  care: 'In care',
  'legal status': 'Legal status',
  home: 'Home',
  route: 'Way to permanence',
  'legal permanence': 'Legal permanence',
  'physical permanence': 'Physical permanence',
  reviews: 'Reviews',
  decisions: 'Decisions and court',
  missing: 'Missing',
  liberty: 'Deprivation of liberty',
  due: 'Due',
}
