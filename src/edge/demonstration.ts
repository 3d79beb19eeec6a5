/** The demonstration borough: invented children, invented workers, and a sign-in for each kind of user. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collectionYearEnd, collectionYearOf, type LocalDate } from '../core/time/localDate.ts'
import { sourceOfFile, sourcesOfPath } from '../returns/ssda903/read/sources.ts'
import { simulateBorough } from '../simulate/borough.ts'
import { authoritiesOf } from '../simulate/sizes.ts'
import { writeReturns } from '../simulate/writeReturn.ts'
import { addAuthority, addPerson } from '../store/people.ts'
import { liveDemonstration } from './demonstrationLives.ts'
import { demonstrationPeople, staffDemonstration, type DemonstrationPerson } from './demonstrationStaff.ts'
import type { Holdfast } from './holdfast.ts'
import { newId } from './ids.ts'
import { askForImport, runAskedImport } from './importing.ts'
import { commandLineActor } from './operator.ts'
import { hashPassword } from './passwords.ts'

export interface DemonstrationSignIn {
  readonly name: string
  readonly words: string
}

/** Told on the terminal; good for an installation that holds only invented children. */
export const demonstrationPassword = 'fernbrook demonstration'

const SEED = 'holdfast'
const YEARS = 6

/** The demonstration's sign-ins, in the order to show them. */
export const demonstrationSignIns: readonly DemonstrationSignIn[] = demonstrationPeople.map(({ signInName, role, words = role }: DemonstrationPerson) => ({
  name: signInName, words,
}))

/**
 * Loads the demonstration borough through the importer, like any council's returns: six years, and an extract of the year
 * that is running as at today. Does nothing where the borough is already held.
 */
export async function loadDemonstration(holdfast: Holdfast, tell: (words: string) => void): Promise<void> {
  const [sized] = authoritiesOf('borough')
  if (sized === undefined) throw new Error('there is no demonstration borough')
  const authorityId = Number(sized.authority.code)
  await addAuthority(holdfast.pool, { authorityId, name: sized.authority.name, demonstration: true })
  const passwordHash = await hashPassword(demonstrationPassword)
  for (const { signInName, name, role } of demonstrationPeople) {
    await addPerson(holdfast.pool, { authorityId, personId: newId(), signInName, name, roles: [role], passwordHash })
  }
  const actor = await commandLineActor(holdfast.pool, authorityId)
  const held = await holdfast.work(actor, { name: 'demonstration looked for', act: ['see', 'imports'] }, (work) => work.imports.list())
  const authority = { id: authorityId, name: sized.authority.name }
  if (held.some((one) => one.status === 'done')) {
    await staffDemonstration(holdfast, authorityId, actor.personId)
    return liveDemonstration(holdfast, authority, actor.personId, SEED)
  }
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-demonstration-'))
  try {
    tell(`Making the demonstration borough ${sized.authority.name} (every child invented)…`)
    const years = returnsUpTo(holdfast.today())
    const borough = simulateBorough({
      seed: SEED, authority: sized.authority, inCare: sized.inCare,
      firstYear: years[0]?.year ?? 0, lastDay: holdfast.today(),
    })
    writeReturns(borough, years, folder)
    const team = await sourceOfFile(join(folder, 'workers.csv'))
    for (const { year } of years) {
      tell(`Bringing in the return of ${year}…`)
      const files = { collectionYear: year, files: [...(await sourcesOfPath(join(folder, String(year)))), team], lastYearFiles: [] }
      const request = await askForImport(holdfast, actor, files)
      let failure: unknown = null
      const result = await runAskedImport(holdfast, request, files, { onFailure: (error) => { failure = error } })
      if (result.status !== 'done') {
        const first = result.outcome?.notes.find((note) => note.kind === 'refusal')
        throw new Error(`the demonstration return of ${year} was ${result.status}: ${first?.words ?? String(failure)}`)
      }
    }
    await staffDemonstration(holdfast, authorityId, actor.personId)
    tell('Writing what people have written: plans, reviews, panels…')
    await liveDemonstration(holdfast, authority, actor.personId, SEED)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The last whole collection years (six unless told) and an extract of the one that is running. */
export function returnsUpTo(today: LocalDate, years: number = YEARS): readonly { readonly year: number; readonly asAt?: LocalDate }[] {
  const running = collectionYearOf(today)
  const whole = Array.from({ length: years }, (_, i) => ({ year: running - years + i }))
  return today === collectionYearEnd(running) ? [...whole, { year: running }] : [...whole, { year: running, asAt: today }]
}
