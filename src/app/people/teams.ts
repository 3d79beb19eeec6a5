/** Services and teams: what the council is made of, and who is in it. */
import type { Fault } from '../../core/people/decide.ts'
import type { Work } from '../work.ts'
import type { Membership, Service, Team } from './staff.ts'

export interface Organisation {
  readonly services: readonly Service[]
  readonly teams: readonly Team[]
  /** Names of the council's own list that are no team here yet. */
  readonly listedOnly: readonly string[]
}

/** The services and teams, also those that ended. */
export async function organisation(work: Work): Promise<Organisation> {
  work.allow('see', 'teams')
  const { services, all, listedOnly } = work.staff.teams
  return { services: await services(), teams: await all(), listedOnly: await listedOnly() }
}

/** Those who are or were in a team or service. */
export function membersOf(work: Work, placeId: string): Promise<readonly Membership[]> {
  work.allow('see', 'teams')
  return work.staff.teams.members(placeId)
}

const taken: Fault = { field: 'name', why: 'There is one of that name already, perhaps one that ended' }

/** Adds a service, or changes one. */
export async function saveService(work: Work, serviceId: string | null, values: Pick<Service, 'name' | 'answersFor'>): Promise<Fault | undefined> {
  work.allow(serviceId === null ? 'record' : 'change', 'teams')
  if (await work.staff.teams.saveService(serviceId, values) === 'taken') return taken
  await work.staff.note(serviceId === null ? 'service added' : 'service changed', { name: values.name, answersFor: values.answersFor, ...(serviceId === null ? {} : { service: serviceId }) })
  return undefined
}

/** Adds a team, or renames or moves one. */
export async function saveTeam(work: Work, teamId: string | null, values: Pick<Team, 'name' | 'serviceId'>): Promise<Fault | undefined> {
  work.allow(teamId === null ? 'record' : 'change', 'teams')
  if (await work.staff.teams.saveTeam(teamId, values) === 'taken') return taken
  await work.staff.note(teamId === null ? 'team added' : 'team changed', {
    name: values.name, ...(teamId === null ? {} : { team: teamId }), ...(values.serviceId === null ? {} : { service: values.serviceId }),
  })
  return undefined
}

/** Makes teams of every name on the council's own list that is none yet. Gives how many. */
export async function takeListedTeams(work: Work): Promise<number> {
  work.allow('record', 'teams')
  const names = await work.staff.teams.listedOnly()
  for (const name of names) await saveTeam(work, null, { name, serviceId: null })
  return names.length
}

/** Ends a team or service today; whoever is in it is so no longer. */
export async function endPlace(work: Work, place: Membership['place']): Promise<void> {
  work.allow('administer', 'teams')
  await work.staff.teams.end(place, work.today)
  await work.staff.note(`${place.kind} ended`, { [place.kind]: place.id })
}
