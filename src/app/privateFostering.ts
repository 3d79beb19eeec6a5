/** Private fostering in the area: counts that people write down, and the signal of the authority that they give. */
import { fosteringCountType, fosteringSignal, suggested, writeCount, type FosteringCount } from '../core/privateFostering/count.ts'
import type { Decided, ValuesOf } from '../core/records/recordType.ts'
import type { Signal } from '../core/signals/signal.ts'
import { carryOut } from './records.ts'
import type { Work } from './work.ts'

async function counts(work: Work): Promise<readonly FosteringCount[]> {
  return (await work.records.find([fosteringCountType], {})).toSorted((a, b) => b.values.countedOn - a.values.countedOn)
}

const facts = ({ today, policies, actor }: Work, newest: FosteringCount | undefined) =>
  ({ today, count: newest?.values ?? null, population: policies.childPopulations.get(actor.authorityId) ?? null })

/** What the newest count says today. For those who may see figures: it tells no small number. */
export async function privateFosteringSignal(work: Work): Promise<Signal> {
  work.allow('see', 'figures')
  return fosteringSignal(facts(work, (await counts(work))[0]), work.policies.signals)
}

export interface PrivateFostering {
  /** Newest first. */
  readonly counts: readonly FosteringCount[]
  readonly signal: Signal
  /** About how many arrangements the population suggests; null when nobody can tell. */
  readonly suggested: number | null
}

/** Every count, and what the newest says. */
export async function privateFostering(work: Work): Promise<PrivateFostering> {
  work.allow('see', 'papers')
  const all = await counts(work)
  const known = facts(work, all[0])
  return { counts: all, signal: fosteringSignal(known, work.policies.signals), suggested: suggested(known, work.policies.signals) }
}

/** Writes a count down. */
export async function writeFosteringCount(work: Work, values: ValuesOf<typeof fosteringCountType>): Promise<Extract<Decided, { readonly kind: 'refused' }> | undefined> {
  work.allow('change', 'papers')
  return carryOut(work, writeCount(work.records.newId(), await counts(work), values))
}
