/** Taking an authority into this installation, by its DfE number. */
import { addAuthority } from '../store/people.ts'
import type { Holdfast } from './holdfast.ts'
import { UsageError } from './operator.ts'

/**
 * The authority of a DfE number, held from now on if it was not. Throws UsageError for a number that no authority has; four
 * figures are a simulated authority's, which no real one can have.
 */
export async function holdAuthority(holdfast: Holdfast, code: string): Promise<number> {
  const known = holdfast.rules.authorities.get(code)
  if (known === undefined && !/^1\d{3}$/.test(code)) {
    throw new UsageError(`${code} is no authority's DfE number. Haringey's, for one, is 309.`)
  }
  await addAuthority(holdfast.pool, {
    authorityId: Number(code), name: known?.name ?? `Authority ${Number(code) - 1000}`,
    demonstration: known?.demonstration ?? true,
  })
  return Number(code)
}
