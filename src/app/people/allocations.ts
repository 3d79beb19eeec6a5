/** Whose child: giving a child to a worker, a team, a reviewing officer, and handing over in one step. */
import type { Action } from '../../core/access/actions.ts'
import type { Resource } from '../../core/access/resources.ts'
import type { Role } from '../../core/access/roles.ts'
import { panelType, seatType } from '../../core/panels/records.ts'
import { faultOfDecisionMaker, faultOfReviewingOfficer, handover, type Fault } from '../../core/people/decide.ts'
import { addDays, type LocalDate } from '../../core/time/localDate.ts'
import { NotAllowed, type Work } from '../work.ts'
import type { Allocation, ReturnedWorker, Unallocated } from './staff.ts'

/** Which record an allocation in a role is. */
export const allocationResource = (role: Role): Extract<Resource, 'allocations' | 'reviewing allocations'> =>
  role === 'reviewing officer' ? 'reviewing allocations' : 'allocations'

export interface ChildAllocations {
  readonly held: readonly Allocation[]
  /** Says who the child's worker is by the return; it holds until a social worker is allocated here. */
  readonly returned: ReturnedWorker | null
  readonly mayGive: { readonly allocations: boolean; readonly reviewing: boolean }
}

/** Who has had the child, newest first. */
export async function childAllocations(work: Work, childId: string): Promise<ChildAllocations> {
  const may = async (action: Action, resource: Resource): Promise<boolean> => (await work.decide(childId, action, resource)).kind === 'allow'
  return {
    held: await work.staff.allocations.of(childId), returned: await work.staff.allocations.returned(childId),
    mayGive: { allocations: await may('record', 'allocations'), reviewing: await may('record', 'reviewing allocations') },
  }
}

export interface Giving {
  readonly role: Role
  readonly holder: Allocation['holder']
  readonly fromOn: LocalDate
  readonly reason: string | null
}

/** Gives a child that the request reaches to a person or team; whoever has it in that role has it until the day before. */
export async function giveChild(work: Work, childId: string, { role, holder, fromOn, reason }: Giving): Promise<Fault | undefined> {
  const { allocations } = work.staff
  if ((await work.decide(childId, 'record', allocationResource(role))).kind === 'deny') throw new NotAllowed(['record', allocationResource(role)])
  const fault = holder.kind === 'team' ? undefined : await faultOfHolder(work, childId, role, holder.id)
  if (fault !== undefined) return fault
  const next = handover(role, fromOn, await allocations.of(childId))
  if (next.kind === 'refused') return next.fault
  for (const allocationId of next.ending) await allocations.end(childId, allocationId, fromOn)
  await allocations.add(childId, role, holder, fromOn, reason)
  await work.staff.note('child allocated', { role, [holder.kind === 'team' ? 'team' : 'account']: holder.id }, childId)
  if (holder.kind === 'person' && holder.id !== work.actor.personId) {
    await work.records.apply([], [{ personId: holder.id, words: role === 'agency decision maker' ? 'A child is before you for a decision.' : 'A child is allocated to you.',
      address: `/children/${childId}${role === 'agency decision maker' ? '/papers' : ''}`, childId }])
  }
  return undefined
}

/** Ends an allocation; the last day is inside. */
export async function endAllocation(work: Work, childId: string, allocation: Allocation, lastOn: LocalDate): Promise<Fault | undefined> {
  const to = addDays(lastOn, 1)
  if (to <= allocation.from) return { field: 'lastOn', why: 'The last day must not be before the first' }
  if (allocation.to !== null && allocation.to <= to) return { field: 'lastOn', why: 'It ends by that day already' }
  await work.staff.allocations.end(childId, allocation.allocationId, to)
  await work.staff.note('allocation ended', { role: allocation.role, allocation: allocation.allocationId }, childId)
  return undefined
}

/** Children in care whom nobody has in a role, as far as whoever asks gives children in it. */
export function childrenLacking(work: Work, role: 'social worker' | 'reviewing officer'): Promise<readonly Unallocated[]> {
  work.allow('record', allocationResource(role))
  return work.staff.allocations.lacking(role)
}

/**
 * Why a person cannot be given the child. A lock is not explained: neither whose family a child is nor that a record is
 * restricted is anybody's business but the director's.
 */
async function faultOfHolder(work: Work, childId: string, role: Role, personId: string): Promise<Fault | undefined> {
  const person = (await work.records.people([role])).find((one) => one.personId === personId)
  if (person === undefined) return { field: 'holder', why: 'Choose somebody from the list: a person who holds that role today' }
  const decision = await work.decideFor(person, childId, 'see', 'child overview')
  if (decision.kind === 'deny' && (decision.reason === 'own family' || decision.reason === 'restricted')) {
    return { field: 'holder', why: `${person.name} cannot be given this child. Speak with the director.` }
  }
  if (role === 'agency decision maker') return faultOfDecisionMaker(person.name, await panelsSatOn(work, personId))
  if (role !== 'reviewing officer') return undefined
  const [managers, holders] = [await work.caseHolders.above(personId), await work.caseHolders.ofChild(childId)]
  return faultOfReviewingOfficer(personId, managers, holders)
}

async function panelsSatOn(work: Work, personId: string): Promise<readonly string[]> {
  const seats = await work.records.find([seatType], { ownerId: personId, states: ['held'] })
  const panels = await work.records.find([panelType], { recordIds: seats.flatMap(({ partOf }) => partOf ?? []), states: ['in use'] })
  return panels.map(({ values }) => values.name)
}
