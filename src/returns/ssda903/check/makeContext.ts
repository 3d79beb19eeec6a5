/** Makes what a check knows beside the rows from the codes and authorities we hold. */
import { isInUse, type Authorities, type Authority, type CodeSets } from '../../../core/facts/codeSets.ts'
import { collectionYearEnd, collectionYearStart } from '../../../core/time/localDate.ts'
import type { CheckContext } from './context.ts'
import type { Places } from './places.ts'
import type { Providers } from './providers.ts'

export interface CheckSettings {
  /** Collection year of the return, named by its end. */
  readonly year: number
  /** Year whose rules are asked. */
  readonly ruleYear: number
  readonly codeSets: CodeSets
  readonly authorities: Authorities
  /** DfE number of whose return it is; null when it was not said. */
  readonly authority: string | null
  /** Null when there is no postcode directory, or no list of providers was given. */
  readonly places: Places | null
  readonly providers: Providers | null
}

const codesOf = (some: readonly Authority[]): ReadonlySet<string> => new Set(some.map(({ code }) => code))

const nowhere: Places = { find: () => undefined }
const nobody: Providers = { find: () => undefined }

/** The context of a check. The codes of a set are gathered once: rules ask for them at every row. */
export function makeContext({ year, ruleYear, codeSets, authorities, authority, places, providers }: CheckSettings): CheckContext {
  const sets = new Map<string, ReadonlySet<string>>(
    [...codeSets].map(([name, { codes }]) => [name, new Set([...codes.values()].filter((code) => isInUse(code, year)).map(({ code }) => code))]),
  )
  const real = [...authorities.values()].filter(({ demonstration }) => !demonstration)
  return {
    year,
    ruleYear,
    start: collectionYearStart(year),
    end: collectionYearEnd(year),
    codes(name) {
      const set = sets.get(name)
      if (set === undefined) throw new RangeError(`no code set ${name}`)
      return set
    },
    authorities: codesOf(real.filter((one) => isInUse(one, year))),
    authoritiesToDate: codesOf(real.filter(({ from }) => from === null || from <= year)),
    authority: authority ?? '',
    places: places ?? nowhere,
    providers: providers ?? nobody,
  }
}
