/**
 * One piece of work: who asks, for which authority, on what day, inside one transaction. The faces get it from the
 * edge and hand it to a use case; use cases reach the store only through it.
 */
import type { LocalDate } from '../core/time/localDate.ts'
import type { RuleId } from '../core/clocks/clock.ts'
import type { WorkingCalendar } from '../core/time/workingDays.ts'
import type { ChildId } from '../core/facts/factType.ts'
import { actWords, type Act } from '../core/access/act.ts'
import type { Decision } from '../core/access/decide.ts'
import type { WorkFacts } from '../core/access/duties.ts'
import type { Role } from '../core/access/roles.ts'
import type { AuditLog } from './audit.ts'
import type { ChildPage, ChildQuestion } from './childPage.ts'
import type { CaseHolders } from './caseHolders.ts'
import type { Facts } from './facts.ts'
import type { Checks } from './checks.ts'
import type { Families } from './family.ts'
import type { FrontPage } from './frontPage.ts'
import type { Difference, DifferenceQuery, ImportReport, ImportSummary } from './imports.ts'
import type { MeasureAnswer } from './measures.ts'
import type { Notices } from './notices.ts'
import type { Panels } from './panelPort.ts'
import type { Staff } from './people/staff.ts'
import type { Policies } from './policies.ts'
import type { Records } from './records.ts'
import type { HeldReturns } from './returnFile.ts'
import type { SavedViews } from './savedViews.ts'
import type { SignalQuestions } from './signals.ts'
import type { TrackerDay, TrackerQuery, TrackerRow } from './tracker.ts'
import type { Finding, FindingQuery } from './unusualAccess.ts'

export interface Actor {
  readonly personId: string
  readonly name: string
  readonly authorityId: number
  readonly authorityName: string
  /** Those in force today. */
  readonly roles: readonly Role[]
}

/** A clock of a child that still runs. */
export interface OpenClock {
  readonly childId: string
  readonly code: string
  readonly rule: RuleId
  readonly dueOn: LocalDate
}

/** Thrown by `allow`. Faces show it as "not found", so that nobody learns what they may not see. */
export class NotAllowed extends Error {
  readonly act: Act
  constructor(act: Act) {
    super(`not allowed: ${actWords(act)}`)
    this.name = 'NotAllowed'
    this.act = act
  }
}

export interface Work {
  readonly actor: Actor
  readonly today: LocalDate
  /** Working days in England. */
  readonly calendar: WorkingCalendar
  /** The authority's own policy on the work of the day. */
  readonly policies: Policies
  /** Whether any record at all could be open to the actor for this act: what a link or a column asks. */
  may(...act: Act): boolean
  /** Throws NotAllowed unless one could. */
  allow(...act: Act): void
  /** Does something with the reach that this act has (whose children), then goes back to the reach of the request. */
  within<T>(act: Act, fn: () => Promise<T>): Promise<T>
  /** Does something that asks only about these children, of those the request reaches: never more of them, and faster where it reaches thousands. */
  among<T>(childIds: readonly string[], fn: () => Promise<T>): Promise<T>
  /** The decision on one child's record: for a part of a page that is another resource than the page. */
  decide(childId: string, ...act: Act): Promise<Decision>
  /** The same with the separation of duties, from who did what before: what a use case asks before it writes. */
  decideWith(childId: string, facts: WorkFacts, ...act: Act): Promise<Decision>
  /** The decision for somebody else: before they are given something that they would have to see. */
  decideFor(person: { readonly personId: string; readonly roles: readonly Role[] }, childId: string, ...act: Act): Promise<Decision>
  readonly tracker: {
    day(query: TrackerQuery): Promise<TrackerDay>
    /** Where these children stand on a day, in their order; one who is not in care on it is left out. */
    standings(childIds: readonly ChildId[], asAt: LocalDate): Promise<readonly TrackerRow[]>
  }
  readonly children: {
    page(childId: ChildId, question: ChildQuestion): Promise<Omit<ChildPage, 'open'> | undefined>
    byCode(code: string): Promise<ChildId | undefined>
    /** Those of the children that the request reaches. */
    among(childIds: readonly ChildId[]): Promise<ReadonlySet<ChildId>>
    /** The agreed profile of a child of another authority that was shared with this one; undefined when there is none, or no longer. */
    sharedProfile(childId: string): Promise<unknown>
    /** Clocks of these rules that still run and are due on or before a day, soonest first. */
    openClocks(rules: readonly RuleId[], dueBy: LocalDate): Promise<readonly OpenClock[]>
    /** The authority's number of a child that the request reaches. */
    codeOf(childId: string): Promise<string | undefined>
    /** Those of many, for lists: children that the request does not reach are left out. */
    codesOf(childIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  }
  readonly figures: {
    frontPage(asAt: LocalDate): Promise<Omit<FrontPage, 'longestDrift'>>
    measures(asAt: LocalDate, ids: readonly string[] | null): Promise<readonly MeasureAnswer[]>
  }
  readonly imports: {
    list(): Promise<readonly ImportSummary[]>
    /** Collection years, named by their end, whose returns are held. */
    yearsHeld(): Promise<readonly number[]>
    report(importId: string): Promise<ImportReport | undefined>
    differences(query: DifferenceQuery): Promise<{ readonly rows: readonly Difference[]; readonly total: number }>
    settle(differenceIds: readonly string[], decision: 'accept' | 'keep'): Promise<number>
  }
  /** The returns of past and running years, as what is held says them. */
  readonly returns: HeldReturns
  /** What the DfE's rules find in what is held. */
  readonly checks: Checks
  /** Facts of the return's kinds, recorded by a person. */
  readonly facts: Facts
  readonly caseHolders: CaseHolders
  readonly records: Records
  readonly views: SavedViews
  readonly signals: SignalQuestions
  readonly families: Families
  readonly panels: Panels
  readonly notices: Notices
  /** Who works here, whose child is whose, what no tie opens. */
  readonly staff: Staff
  readonly audit: AuditLog & { findings(query: FindingQuery): Promise<{ readonly findings: readonly Finding[]; readonly total: number }> }
}
