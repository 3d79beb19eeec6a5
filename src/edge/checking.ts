/** Checking a return against the DfE's rules: files on one side, our codes and lookups on the other. Needs no database. */
import { checkReturn, type CheckResult } from '../returns/ssda903/check/checkReturn.ts'
import { readForCheck, type CheckFile, type CheckReading } from '../returns/ssda903/check/readForCheck.ts'
import type { Providers } from '../returns/ssda903/check/providers.ts'
import type { Rule } from '../returns/ssda903/check/rule.ts'
import { rules as everyRule, rulesOf } from '../returns/ssda903/check/rules/all.ts'
import type { ReadNote } from '../returns/ssda903/read/notes.ts'
import type { ByteSource } from '../returns/ssda903/read/sources.ts'
import { openPlaces } from './places.ts'
import { loadCodes } from './rules.ts'
import { UsageError } from './usageError.ts'

/** First and last collection year whose list of rules is held. */
export const ruleYears = { first: 2023, last: 2027 } as const

export interface CheckAsked {
  /** Collection year of the return, named by its end. */
  readonly year: number
  /** Year whose rules are asked; the return's own when null. */
  readonly ruleYear: number | null
  readonly files: readonly ByteSource[]
  /** The return of the year before; empty when not given. */
  readonly lastYearFiles: readonly ByteSource[]
  /** DfE number of whose return it is; null when not said. */
  readonly authority: string | null
  readonly providers: Providers | null
  /** Codes of the rules to run; null for all. */
  readonly codes: readonly string[] | null
}

export interface CheckNote extends ReadNote {
  /** Collection year of the files it is about. */
  readonly year: number
}

export interface Checked {
  readonly year: number
  readonly ruleYear: number
  readonly authority: string | null
  readonly files: readonly (CheckFile & { readonly year: number })[]
  readonly notes: readonly CheckNote[]
  /** Null when a file was refused: nothing was checked, and the notes say why. */
  readonly result: CheckResult | null
}

/**
 * Reads the files and runs the rules.
 * @throws UsageError for a year without rules, a rule or an authority that does not exist
 */
export async function checkFiles(asked: CheckAsked, rules: readonly Rule[] | null = null): Promise<Checked> {
  const { year, files, lastYearFiles, authority, providers } = asked
  const ruleYear = asked.ruleYear ?? year
  const chosen = rules ?? chooseRules(ruleYear, asked.codes)
  const { codeSets, authorities } = loadCodes()
  if (authority !== null && !authorities.has(authority)) throw new UsageError(`There is no authority ${authority}: give the DfE number, such as 309.`)
  const current = await readForCheck(files, { collectionYear: year })
  const before = lastYearFiles.length === 0 ? null : await readForCheck(lastYearFiles, { collectionYear: year - 1, last: true })
  const of = <T>(pick: (reading: CheckReading) => readonly T[]): readonly (T & { readonly year: number })[] => [
    ...pick(current).map((one) => ({ year, ...one })),
    ...(before === null ? [] : pick(before).map((one) => ({ year: year - 1, ...one }))),
  ]
  const whole = { year, ruleYear, authority, files: of((reading) => reading.files), notes: of((reading) => reading.notes) }
  if (current.given === null || before?.given === null) return { ...whole, result: null }
  const result = checkReturn({
    year, ruleYear, codeSets, authorities, authority, providers, places: openPlaces(),
    rules: chosen, this: current.given, last: before?.given ?? null,
  })
  return { ...whole, result }
}

/** The rules of a year, or some of them by their codes in any case. */
function chooseRules(ruleYear: number, codes: readonly string[] | null): readonly Rule[] {
  if (ruleYear < ruleYears.first || ruleYear > ruleYears.last) {
    throw new UsageError(`The rules of ${ruleYear} are not held. Name a year from ${ruleYears.first} to ${ruleYears.last} with --rule-set.`)
  }
  const ofYear = rulesOf(ruleYear)
  if (codes === null) return ofYear
  if (codes.length === 0) throw new UsageError('--rules takes codes of rules, such as 101,142.')
  return [...new Set(codes.map((code) => code.toUpperCase()))].map((code) => {
    const same = (rule: Rule): boolean => rule.code.toUpperCase() === code
    const rule = ofYear.find(same)
    if (rule !== undefined) return rule
    throw new UsageError(everyRule.some(same) ? `The rules of ${ruleYear} do not have rule ${code}.` : `There is no rule ${code}.`)
  })
}
