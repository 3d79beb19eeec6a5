/**
 * One piece of work: who asks, for which authority, on what day, inside one transaction. The faces get it from the
 * edge and hand it to a use case; use cases reach the store only through it.
 */
import type { LocalDate } from '../core/time/localDate.ts'
import type { ChildId } from '../core/facts/factType.ts'
import type { Permission, Role } from '../core/access/policy.ts'
import type { Looks, LooksQuery } from './audit.ts'
import type { ChildPage, ChildQuestion } from './childPage.ts'
import type { FrontPage } from './frontPage.ts'
import type { Difference, DifferenceQuery, ImportReport, ImportSummary } from './imports.ts'
import type { MeasureAnswer } from './measures.ts'
import type { TrackerPage, TrackerQuery, TrackerRow } from './tracker.ts'

export interface Actor {
  readonly personId: string
  readonly name: string
  readonly authorityId: number
  readonly authorityName: string
  readonly roles: readonly Role[]
}

/** Thrown by `allow`. Faces show it as "not found", so that nobody learns what they may not see. */
export class NotAllowed extends Error {
  readonly permission: Permission
  constructor(permission: Permission) {
    super(`not allowed: ${permission}`)
    this.name = 'NotAllowed'
    this.permission = permission
  }
}

export interface Work {
  readonly actor: Actor
  readonly today: LocalDate
  may(permission: Permission): boolean
  /** Throws NotAllowed unless one of the actor's roles has the permission. */
  allow(permission: Permission): void
  readonly tracker: {
    page(query: TrackerQuery): Promise<TrackerPage>
    rows(query: TrackerQuery): Promise<{ readonly rows: readonly TrackerRow[] }>
  }
  readonly children: {
    page(childId: ChildId, question: ChildQuestion): Promise<ChildPage | undefined>
    byCode(code: string): Promise<ChildId | undefined>
  }
  readonly figures: {
    frontPage(asAt: LocalDate, withChildren: boolean): Promise<FrontPage>
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
  readonly audit: {
    ofChild(childId: ChildId, query: LooksQuery): Promise<Looks>
    ofPerson(personId: string, query: LooksQuery): Promise<Looks>
  }
}
