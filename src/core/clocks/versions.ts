/** Which law an occurrence is judged by (domain 1.0, rule 7). */
import type { LocalDate } from '../time/localDate.ts'
import type { RuleVersion } from './clock.ts'

/**
 * The version in force on a day. A day before the first version gets the first: the clock is then shown for
 * comparison, and says so.
 */
export function versionOn(versions: readonly RuleVersion[], on: LocalDate): RuleVersion {
  let found = versions[0]
  if (found === undefined) throw new RangeError('a rule needs at least one version')
  for (const version of versions) if (version.validFrom <= on) found = version
  return found
}
