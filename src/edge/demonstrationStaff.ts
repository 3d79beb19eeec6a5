/**
 * Who works in the demonstration borough and whose child is whose: what a council would set up on its first day, from the
 * team list that came with the returns. Every name is invented.
 */
import type { Staff } from '../app/people/staff.ts'
import type { Role } from '../core/access/roles.ts'
import { addDays, addMonths, ageOn, type LocalDate } from '../core/time/localDate.ts'
import { staffOn } from '../store/people/staff.ts'
import { inTransaction } from '../store/postgres.ts'
import type { Holdfast } from './holdfast.ts'
import { newId } from './ids.ts'

/** Somebody who signs in to the demonstration. */
export interface DemonstrationPerson {
  readonly signInName: string
  readonly name: string
  readonly role: Role
  /** More than the role says, for the list of sign-ins. */
  readonly words?: string
}

/** One for each role that somebody trying Holdfast would like to be. */
export const demonstrationPeople = [
  { signInName: 'analyst', name: 'Priya Sandhu', role: 'performance analyst' },
  { signInName: 'head', name: 'Morgan Ellis', role: 'head of service' },
  { signInName: 'social.worker', name: 'Tomasz Wren', role: 'social worker' },
  { signInName: 'stand.in', name: 'Amina Ferro', role: 'social worker', words: 'social worker who stands in for the first' },
  { signInName: 'manager', name: 'Efua Larkin', role: 'team manager' },
  { signInName: 'iro', name: 'Bronwen Hale', role: 'reviewing officer' },
  { signInName: 'iro.manager', name: 'Rhona Tamm', role: 'reviewing manager' },
  { signInName: 'panel.chair', name: 'Ines Corrie', role: 'panel chair' },
  { signInName: 'panel.admin', name: 'Joss Adeane', role: 'panel administrator' },
  { signInName: 'family.finder', name: 'Suda Reeve', role: 'family finder' },
  { signInName: 'decision.maker', name: 'Alun Prys', role: 'agency decision maker' },
  { signInName: 'director', name: 'Dinah Okoro', role: 'director' },
  { signInName: 'virtual.school', name: 'Hob Lane', role: 'virtual school' },
  { signInName: 'councillor', name: 'Cllr Dev Marsh', role: 'councillor' },
  { signInName: 'administrator', name: 'Sol Brandt', role: 'system administrator' },
] as const satisfies readonly DemonstrationPerson[]
type SignInName = (typeof demonstrationPeople)[number]['signInName']

/** Reviewing officers beside the one who signs in: about 60 children each (IRO Handbook 2010: 50 to 70). */
const otherOfficers = ['Kit Ashdown', 'Nerys Vale', 'Obi Lund', 'Tamsin Gray'] as const

interface InCare {
  readonly child_id: string
  readonly code: string
  readonly worker: string | null
  readonly worker_name: string | null
  readonly team: string | null
  readonly route: string | null
  readonly born_on: LocalDate | null
  readonly in_care_since: LocalDate
}

/** Sets up services, teams, workers, reviewing officers, one restricted record and one stand-in; does nothing where there are teams already. */
export async function staffDemonstration(holdfast: Holdfast, authorityId: number, personId: string): Promise<void> {
  const today = holdfast.today()
  await inTransaction(holdfast.pool, { authorityId, personId }, async (client) => {
    const staff = staffOn({ client, authorityId, personId, today, newId })
    if ((await staff.teams.all()).length > 0) return
    const { rows: known } = await client.query<{ sign_in_name: string; person_id: string }>('select sign_in_name, person_id from person where authority_id = $1', [authorityId])
    const idOf = (name: SignInName): string => {
      const found = known.find((one) => one.sign_in_name === name)
      if (found === undefined) throw new Error(`the demonstration has no ${name}`)
      return found.person_id
    }
    const { rows: children } = await client.query<InCare>(
      `select s.child_id, s.code, s.worker, w.name as worker_name, w.team, s.route, s.born_on, s.in_care_since
         from standing s left join worker w on w.authority_id = s.authority_id and w.worker = s.worker
        where s.authority_id = $1 and s.from_on <= current_date and s.to_on > current_date order by s.code`, [authorityId])

    const own = tellingCaseload(children, today)
    const teamName = children.find(({ worker }) => worker === own)?.team ?? null
    await nameTeams(staff, today, { manager: idOf('manager'), team: teamName, head: idOf('head'), school: idOf('virtual.school') })
    await nameWorkers(staff, today, children, { worker: own, personId: idOf('social.worker'), standsIn: idOf('stand.in') })
    const officers = [idOf('iro'), ...await addAll(staff, today, otherOfficers, 'reviewing officer')]
    for (const [n, { child_id, in_care_since }] of children.entries()) {
      const id = officers[n % officers.length] ?? ''
      await staff.allocations.add(child_id, 'reviewing officer', { kind: 'person', id, name: '' }, in_care_since, null)
    }
    for (const { child_id } of children.filter(({ route }) => route === 'adoption').slice(0, 12)) {
      await staff.allocations.add(child_id, 'family finder', { kind: 'person', id: idOf('family.finder'), name: '' }, addMonths(today, -2), 'Family finding')
    }
    for (const { child_id } of children.filter(({ route }) => route === 'adoption').slice(0, 2)) {
      await staff.allocations.add(child_id, 'agency decision maker', { kind: 'person', id: idOf('decision.maker'), name: '' }, addDays(today, -3), 'Whether the child should be placed for adoption: the panel’s view is in the papers')
    }
    const restricted = children.find(({ worker }) => worker !== own)
    if (restricted !== undefined) {
      await staff.restrictions.set(restricted.child_id, 'A relative of the child works for the council')
      for (const who of ['head', 'director'] as const) await staff.restrictions.name(restricted.child_id, idOf(who))
    }
    await staff.people.addDeputy(idOf('social.worker'), idOf('stand.in'), { from: today, to: addDays(today, 61) }, 'Leave')
    await staff.note('demonstration staffed', { children: String(children.length) })
  })
}

/** A full caseload that one person could carry. */
const [FULL, MOST_CHILDREN] = [15, 20] as const

/** The ages that the work differs by, from which on: 16 and over, 10 to 15, 5 to 9, under 5. */
const ageBands = [16, 10, 5, 0] as const

/** A child as a caseload is chosen by. */
export type Carried = Pick<InCare, 'worker' | 'born_on' | 'route'>

/**
 * The worker whose children show most of the work: a full caseload, of all ages, by many routes, and no age far more than the
 * others. Null where no child has a worker.
 */
export function tellingCaseload(children: readonly Carried[], today: LocalDate): string | null {
  const workers = new Set(children.flatMap(({ worker }) => worker ?? []))
  const judged = [...workers].map((worker) => {
    const theirs = children.filter((one) => one.worker === worker)
    const bands = theirs.flatMap(({ born_on }) => (born_on === null ? [] : ageBands.filter((from) => from <= ageOn(born_on, today)).slice(0, 1)))
    const inBands = ageBands.map((band) => bands.filter((one) => one === band).length)
    return {
      worker, n: theirs.length, ages: inBands.filter((n) => n > 0).length, fullest: Math.max(...inBands),
      routes: new Set(theirs.map(({ route }) => route)).size,
    }
  })
  const full = judged.filter(({ n }) => n >= FULL && n <= MOST_CHILDREN)
  const [best] = full.length > 0
    ? full.toSorted((a, b) => b.ages - a.ages || b.routes - a.routes || a.fullest - b.fullest || (a.worker < b.worker ? -1 : 1))
    // A borough too small for that: the busiest whom one person could be.
    : judged.toSorted((a, b) => Number(a.n > MOST_CHILDREN) - Number(b.n > MOST_CHILDREN) || b.n - a.n || (a.worker < b.worker ? -1 : 1))
  return best?.worker ?? null
}

async function nameTeams(
  staff: Staff, today: LocalDate, who: { readonly manager: string; readonly team: string | null; readonly head: string; readonly school: string },
): Promise<void> {
  await staff.teams.saveService(null, { name: 'Children in care', answersFor: 'its teams' })
  await staff.teams.saveService(null, { name: 'Virtual school', answersFor: 'all in care' })
  const services = await staff.teams.services()
  const serviceOf = (name: string): string => services.find((one) => one.name === name)?.serviceId ?? ''
  for (const name of await staff.teams.listedOnly()) await staff.teams.saveTeam(null, { name, serviceId: serviceOf('Children in care') })
  const since = addMonths(today, -18)
  await staff.people.join(who.head, { id: serviceOf('Children in care'), name: '', kind: 'service' }, true, since)
  await staff.people.join(who.school, { id: serviceOf('Virtual school'), name: '', kind: 'service' }, true, since)
  const team = (await staff.teams.all()).find(({ name }) => name === who.team)
  if (team !== undefined) await staff.people.join(who.manager, { id: team.teamId, name: '', kind: 'team' }, true, since)
}

/**
 * The workers whom the return names today are people here, and one of them signs in. Every ninth was left out, so that there
 * are children to allocate.
 */
async function nameWorkers(
  staff: Staff, today: LocalDate, children: readonly InCare[], who: { readonly worker: string | null; readonly personId: string; readonly standsIn: string },
): Promise<void> {
  const workers = new Map(children.flatMap(({ worker, worker_name, team }) => (worker === null || worker_name === null ? [] : [[worker, { name: worker_name, team }] as const])))
  const teams = new Map((await staff.teams.all()).map(({ name, teamId }) => [name, teamId]))
  for (const [n, [worker, { name, team }]] of [...workers].entries()) {
    if (n % 9 === 8 && worker !== who.worker) continue
    const details = { name, signInName: worker.toLowerCase(), email: null, worker, manager: null }
    let id = who.personId
    if (worker === who.worker) {
      const held = await staff.people.one(id)
      if (held !== undefined) await staff.people.change(id, { ...held.details, name, worker }, held.version)
    } else {
      const added = await staff.people.add(details)
      if ('taken' in added) continue
      id = added.personId
      await staff.people.giveRole(id, 'social worker', { from: addMonths(today, -18), to: null })
    }
    const place = team === null ? undefined : teams.get(team)
    if (place === undefined) continue
    for (const one of worker === who.worker ? [id, who.standsIn] : [id]) await staff.people.join(one, { id: place, name: '', kind: 'team' }, false, addMonths(today, -18))
  }
}

async function addAll(staff: Staff, today: LocalDate, names: readonly string[], role: Role): Promise<readonly string[]> {
  const ids: string[] = []
  for (const name of names) {
    const added = await staff.people.add({ name, signInName: name.toLowerCase().replaceAll(' ', '.'), email: null, worker: null, manager: null })
    if ('taken' in added) continue
    ids.push(added.personId)
    await staff.people.giveRole(added.personId, role, { from: addMonths(today, -18), to: null })
  }
  return ids
}
