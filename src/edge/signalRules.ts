/** The thresholds of the drift signals (rules/policies/signals.json), and how many children live where (rules/benchmarks). */
import type { SignalPolicy } from '../core/signals/signal.ts'
import { count, date, readSourced, record, wrong, year } from './ruleForm.ts'

const thresholds = [
  'settledMonths', 'homeUnderOrderMonths', 'agreementMonths', 'placementOrderMonths', 'moves', 'temporaryApprovalWeeks', 'warnDays', 'repeated',
  'lifeStoryStartWeeks', 'lifeStoryQuietMonths', 'lifeStoryAdoptionMonths', 'privateFosteringPer100000', 'privateFosteringBelowPercent', 'privateFosteringMonths',
] as const satisfies readonly (keyof SignalPolicy)[]

/** Reads them. Throws an Error that names the file and what is wrong in it. */
export function readSignalPolicy(file: string): SignalPolicy {
  const whole = readSourced(file, [...thresholds, 'mark', 'validFrom', 'validTo'])
  for (const key of ['validFrom', 'validTo']) if (whole[key] !== null) date(`${file}: ${key}`, whole[key])
  return Object.fromEntries(thresholds.map((key) => [key, count(`${file}: ${key}`, whole[key])])) as unknown as SignalPolicy
}

/** About how many children live in each authority, by its DfE number. Throws an Error that names the file and what is wrong in it. */
export function readChildPopulations(file: string): ReadonlyMap<number, number> {
  const whole = readSourced(file, ['year', 'children'])
  year(`${file}: year`, whole['year'])
  return new Map(Object.entries(record(`${file}: children`, whole['children'])).map(([code, children]) => {
    if (!/^\d{3}$/.test(code)) throw wrong(`${file}: children`, 'a DfE number of three digits', code)
    return [Number(code), count(`${file}: children, ${code}`, children)]
  }))
}
