/** One child: who, the timeline, what is due and why, every fact with where it came from. */
import type { ChildId, FactId, FieldValue } from '../core/facts/factType.ts'
import type { FactName } from '../core/facts/factTypes.ts'
import type { CareHistory } from '../core/history/careHistory.ts'
import type { PermanenceEvidence } from '../core/permanence/evidence.ts'
import type { ClockRule, Occurrence, Outcome } from '../core/clocks/clock.ts'
import type { Explanation } from '../core/clocks/explain.ts'
import type { Resource } from '../core/access/resources.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { Work } from './work.ts'

/** Where a recorded fact came from. */
export interface FactSource {
  readonly recordedAt: string
  /** A person's name, when a person recorded it or decided a difference. */
  readonly recordedBy: string | null
  readonly importId: string | null
  /** `2026` for the return of that collection year. */
  readonly collectionYear: number | null
  readonly file: string | null
  /** Row in the file as a spreadsheet numbers it (the header is row 1); null for XML, where `file` names the element. */
  readonly row: number | null
  /** When a later fact took its place, or it was withdrawn; null while current. */
  readonly supersededAt: string | null
}

export interface RecordedFact {
  readonly type: FactName
  readonly factId: FactId
  readonly values: Readonly<Record<string, FieldValue>>
  readonly source: FactSource
}

export interface ChildClock {
  readonly rule: ClockRule
  readonly occurrence: Occurrence
  readonly outcome: Outcome
  readonly explanation: Explanation
}

export interface ChildPage {
  readonly childId: ChildId
  readonly code: string
  readonly asAt: LocalDate
  /** Set when asked what was known at an earlier moment (an instant, ISO 8601, UTC). */
  readonly asKnownAt: string | null
  readonly history: CareHistory
  readonly evidence: PermanenceEvidence
  readonly clocks: readonly ChildClock[]
  /** Current facts and those they replaced, newest recording first inside each type. */
  readonly facts: readonly RecordedFact[]
  readonly openDifferences: number
  readonly worker: string | null
  readonly team: string | null
  /** The parts of the page that are open to the person. */
  readonly open: ReadonlySet<ChildPart>
}

/** Every part of the page that is a record of its own in the access table, and open or closed by itself. */
export const childParts = [
  'standing', 'episodes', 'deadlines', 'child details', 'review record', 'health', 'links and matches', 'agency decision', 'allocations',
  'proceedings', 'placement address',
] as const satisfies readonly Resource[]
export type ChildPart = (typeof childParts)[number]

/** Which part the facts of each table of the return belong to. */
const partOfFact: Readonly<Record<FactName, ChildPart>> = {
  child_details: 'child details', unaccompanied_child: 'child details', care_leaver_year: 'child details', episode: 'episodes',
  previous_permanence: 'episodes', missing_episode: 'episodes', review: 'review record', outcomes_year: 'health', adoption: 'links and matches',
  adoption_decision: 'agency decision', social_worker_episode: 'allocations', deprivation_of_liberty_order: 'proceedings',
}

/** Where the child lives and where the family does. */
const addresses: readonly string[] = ['homePostcode', 'placementPostcode']

export interface ChildQuestion {
  readonly asAt: LocalDate
  readonly asKnownAt: string | null
}

/**
 * The page of a child by id, or undefined when there is none that this person may see. Facts and clocks of parts that are
 * closed to the person are left out; what is drawn from the history is for the face to leave out by `open`.
 */
export async function childPage(work: Work, childId: ChildId, question: ChildQuestion): Promise<ChildPage | undefined> {
  work.allow('see', 'child overview')
  const page = await work.children.page(childId, question)
  if (page === undefined) return undefined
  const open = new Set<ChildPart>()
  for (const part of childParts) if ((await work.decide(childId, 'see', part)).kind === 'allow') open.add(part)
  const facts = page.facts.filter(({ type }) => open.has(partOfFact[type]))
  return {
    ...page, open,
    clocks: open.has('deadlines') ? page.clocks : [],
    facts: open.has('placement address') ? facts : facts.map(withoutAddresses),
  }
}

/**
 * How much of a child's facts is open to the person outside the child's own page: of a part that is open every value, of a
 * closed one none but the fields named; addresses never unless they are open themselves.
 */
export async function openValues(work: Work, childId: string): Promise<(type: FactName, values: RecordedFact['values'], named: readonly string[]) => RecordedFact['values']> {
  const open = new Set<ChildPart>()
  for (const part of childParts) if ((await work.decide(childId, 'see', part)).kind === 'allow') open.add(part)
  return (type, values, named) => Object.fromEntries(Object.entries(values).filter(([name]) =>
    (open.has(partOfFact[type]) || named.includes(name)) && (open.has('placement address') || !addresses.includes(name))))
}

/** The fact without the fields, not with empty ones: what is withheld must not look as if nobody had recorded it. */
function withoutAddresses(fact: RecordedFact): RecordedFact {
  return { ...fact, values: Object.fromEntries(Object.entries(fact.values).filter(([name]) => !addresses.includes(name))) }
}

/** The id of a child by the authority's own number for them, or undefined. */
export async function findChild(work: Work, code: string): Promise<ChildId | undefined> {
  work.allow('see', 'child overview')
  return work.children.byCode(code)
}
