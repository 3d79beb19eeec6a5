/** What the published figures say, and the postcodes that simulated children live at (`rules/benchmarks`). */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Average months of each stage of adoption by age on entry: under 1, 1 … 6, 7 and over. Null where suppressed. */
export interface AdoptionStages {
  readonly entryToDecision: readonly (number | null)[]
  readonly decisionToMatch: readonly (number | null)[]
  readonly matchToPlaced: readonly (number | null)[]
  readonly placedToAdopted: readonly (number | null)[]
}

export interface Places {
  /** Six areas of homes, one for each invented borough of a region. */
  readonly homes: readonly (readonly string[])[]
  /** Of each area those within one authority: where what that authority itself runs stands (rule 1015). */
  readonly ownHomes: readonly (readonly string[])[]
  /** Within about 20 miles of any of them. */
  readonly near: readonly string[]
  readonly far: readonly string[]
}

export interface Benchmarks {
  readonly adoptionStages: AdoptionStages
  readonly places: Places
  /** Children in care in each English authority, largest first, without names. */
  readonly sizes: readonly number[]
}

let read: Benchmarks | undefined

/** The benchmark data shipped with Holdfast, read once. Throws when the folder `rules/benchmarks` is not there. */
export function benchmarks(): Benchmarks {
  return (read ??= readFrom(findFolder()))
}

function readFrom(folder: string): Benchmarks {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return {
    adoptionStages: (json('adoption-stages-2024.json') as { readonly stages: AdoptionStages }).stages,
    places: json('demo-postcodes.json') as Places,
    sizes: (json('authority-sizes-2025.json') as { readonly inCare: readonly number[] }).inCare,
  }
}

/** Upwards from this file: it lies deeper in the sources than in the bundle that `npm start` runs. */
function findFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'rules', 'benchmarks')
    if (existsSync(candidate)) return candidate
    if (folder === dirname(folder)) throw new Error('rules/benchmarks is missing: reinstall Holdfast')
  }
}
