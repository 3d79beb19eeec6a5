/** The thresholds of the drift signals (rules/policies/signals.json). */
import type { SignalPolicy } from '../core/signals/signal.ts'
import { count, date, readSourced } from './ruleForm.ts'

const thresholds = [
  'settledMonths', 'homeUnderOrderMonths', 'agreementMonths', 'placementOrderMonths', 'moves', 'temporaryApprovalWeeks', 'warnDays', 'repeated',
] as const satisfies readonly (keyof SignalPolicy)[]

/** Reads them. Throws an Error that names the file and what is wrong in it. */
export function readSignalPolicy(file: string): SignalPolicy {
  const whole = readSourced(file, [...thresholds, 'mark', 'validFrom', 'validTo'])
  for (const key of ['validFrom', 'validTo']) if (whole[key] !== null) date(`${file}: ${key}`, whole[key])
  return Object.fromEntries(thresholds.map((key) => [key, count(`${file}: ${key}`, whole[key])])) as unknown as SignalPolicy
}
