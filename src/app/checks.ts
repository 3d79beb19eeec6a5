/** What the DfE's rules find in what is held: for the people who mend it. */
import type { FieldValue } from '../core/facts/factType.ts'
import type { FactName } from '../core/facts/factTypes.ts'
import { explain, explanationType, factName, withdraw, type Explanation } from '../core/returnChecks/explanation.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { Work } from './work.ts'

/** A rule as people read it. */
export interface RuleTold {
  readonly code: string
  readonly meaning: string
  readonly mend: string
  readonly who: string
  readonly fields: readonly string[]
  /** Why no return can break it any longer; null for a rule that can be broken. */
  readonly neverFires: string | null
}

/** How the checks of a year stand. */
export interface CheckYear {
  readonly year: number
  /** UTC text. */
  readonly checkedAt: string
  /** A return came in since, or the rules changed: the findings are those of before. */
  readonly behind: boolean
  readonly rulesRun: number
  readonly children: number
  readonly notRun: readonly { readonly rule: string; readonly reason: string }[]
  /** Rules of ours that failed: a fault of Holdfast. */
  readonly defects: readonly { readonly rule: string; readonly message: string; readonly children: number }[]
}

/** Findings of something, and how many of them are explained and so asked of nobody. */
export interface FindingCount {
  readonly open: number
  readonly explained: number
  /** Children with an open finding. */
  readonly children: number
}

export interface FindingHeld {
  readonly rule: string
  readonly childId: string
  readonly childCode: string
  readonly team: string | null
  readonly year: number
  readonly factType: FactName
  /** Names the fact through its corrections; with the rule it is what an explanation explains. */
  readonly fact: string
  /** The fact's values, by the declared fields. */
  readonly values: Readonly<Record<string, FieldValue>>
  /** Columns at fault, as the return names them. */
  readonly fields: readonly string[]
  /** It stands in the return of the year before. */
  readonly lastYear: boolean
  readonly foundAt: string
  readonly explanation: { readonly recordId: string; readonly words: string; readonly by: string; readonly at: string } | null
}

export interface FindingQuery {
  readonly year: number
  readonly rule?: string | undefined
  readonly childId?: string | undefined
  /** Of a team; '' for children of none. */
  readonly team?: string | undefined
  readonly page?: number | undefined
  readonly pageSize?: number | undefined
}

export interface ProviderList {
  readonly name: string
  readonly providers: number
  readonly givenAt: string
  readonly givenBy: string
}

/** The port. Findings are those of children whom the request reaches. */
export interface Checks {
  rule(year: number, code: string): RuleTold | undefined
  /** Years that were checked, newest first. */
  years(): Promise<readonly CheckYear[]>
  byRule(year: number): Promise<readonly (FindingCount & { readonly rule: string })[]>
  byTeam(year: number): Promise<readonly (FindingCount & { readonly team: string | null })[]>
  /** Findings at the end of each day on which their number changed, oldest first; explained ones among them. */
  progress(year: number): Promise<readonly { readonly on: LocalDate; readonly findings: number }[]>
  byChild(query: FindingQuery): Promise<{ readonly rows: readonly (FindingCount & { readonly childId: string; readonly childCode: string; readonly team: string | null; readonly rules: readonly string[] })[]; readonly total: number }>
  /** By child and rule. */
  findings(query: FindingQuery): Promise<{ readonly rows: readonly FindingHeld[]; readonly total: number }>
  providers(): Promise<ProviderList | undefined>
  /** Keeps a list; gives what is wrong with it instead. The year's findings follow in the background. */
  giveProviders(name: string, content: string): Promise<{ readonly words: string; readonly fix: string; readonly row: number | null } | undefined>
}

/** The finding that an explanation would explain; undefined when it is not there any more. */
export async function findingOf(work: Work, childId: string, year: number, rule: string, fact: string): Promise<FindingHeld | undefined> {
  const { rows } = await work.checks.findings({ year, childId, rule })
  return rows.find((one) => one.fact === fact)
}

/** Explains a finding, for this year and those to come. */
export async function explainFinding(work: Work, { childId, rule, fact }: FindingHeld, words: string): Promise<void> {
  work.allow('record', 'return checks')
  await work.records.apply([explain(work.records.newId(), childId, { rule, fact }, words)])
}

/** The explanation with this id, of this child and in force. */
export async function explanationOf(work: Work, childId: string, recordId: string): Promise<Explanation | undefined> {
  const held = await work.records.one(explanationType, recordId)
  return held?.childId === childId && held.values.state === 'in force' ? held : undefined
}

/** Takes an explanation back. */
export async function withdrawExplanation(work: Work, held: Explanation): Promise<void> {
  work.allow('record', 'return checks')
  await work.records.apply([withdraw(held)])
}

export { factName }
