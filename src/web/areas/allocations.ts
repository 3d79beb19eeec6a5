/** Whose child: a child's allocations, and the children whom nobody has. */
import { allocationResource, childAllocations, childrenLacking, endAllocation, giveChild } from '../../app/people/allocations.ts'
import { allocatedRoles, type AllocatedRole } from '../../core/people/decide.ts'
import { endForm, personAllocationForm, teamAllocationForm } from '../../core/people/forms.ts'
import type { RecordType } from '../../core/records/recordType.ts'
import { headOf } from '../childHead.ts'
import { formAnswer, type FormAsked } from '../forms/takeForm.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { allocationsRegister, lackingRegister, roleOfAddress } from '../views/register/allocations.ts'
import { registerPage } from '../views/register/view.ts'

const place = '/allocations'

/** `GET /children/:childId/allocations` */
export const allocations: Handler = async (ask) => {
  const head = await headOf(ask, place)
  if (head === undefined) return { kind: 'not found' }
  return registerPage(allocationsRegister(head, await childAllocations(ask.work, head.childId), ask.work.today), 'children')
}

/** `GET` and `POST /children/:childId/allocations/give/:role` and `…/give-reviewing-officer` */
export const give: Handler = async (ask) => {
  const head = await headOf(ask, place)
  const role = ask.params['role'] === undefined ? 'reviewing officer' : roleOfAddress(ask.params['role'])
  if (head === undefined || role === undefined) return { kind: 'not found' }
  // The address of one act must not do the other.
  if ((role === 'reviewing officer') !== (ask.params['role'] === undefined)) return { kind: 'not found' }
  const back = { href: head.href + place, words: 'Whose child' }
  const shared = { head, room: 'children', button: 'Give the child', done: 'Done. Whoever had the child in this role has it no longer from that day.', back, values: { fromOn: ask.today } } as const
  if (role === 'team') {
    const teams = (await ask.work.staff.teams.all()).filter(({ endedOn }) => endedOn === null)
    return formAnswer(ask, {
      ...shared, type: teamAllocationForm(teams.map(({ teamId, name }) => ({ value: teamId, label: name }))), title: 'Give the child to a team',
      // Whoever gave the child to another team may not see it any more: on to where they can be.
      save: async ({ holder, fromOn, reason }) => await giveChild(ask.work, head.childId, {
        role: 'team manager', holder: { kind: 'team', id: holder, name: teams.find(({ teamId }) => teamId === holder)?.name ?? '' }, fromOn, reason,
      }) ?? { to: '/admin' },
    })
  }
  return givePerson(ask, head.childId, role, shared)
}

async function givePerson(
  ask: Ask, childId: string, role: AllocatedRole, shared: Pick<FormAsked<RecordType, string>, 'head' | 'room' | 'button' | 'done' | 'back' | 'values'>,
): Promise<Answer> {
  const people = await ask.work.records.people([role])
  return formAnswer(ask, {
    ...shared, type: personAllocationForm(role), people, title: role === 'reviewing officer' ? 'Give the child a reviewing officer' : 'Give the child to somebody',
    ...(role === 'reviewing officer' ? { lead: ['A reviewing officer neither holds the case nor is managed by anybody who does (Children Act 1989, section 25A; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 46).'] } : {}),
    ...(people.length === 0 ? { lead: ['Nobody holds that role today. An administrator gives roles.'] } : {}),
    save: ({ holder, fromOn, reason }) => giveChild(ask.work, childId, {
      role, holder: { kind: 'person', id: holder, name: people.find(({ personId }) => personId === holder)?.name ?? '' }, fromOn, reason,
    }),
  })
}

/** `GET` and `POST /children/:childId/allocations/:allocationId/end` and `…/end-reviewing-officer` */
export const endGiven = (reviewing: boolean): Handler => async (ask) => {
  const head = await headOf(ask, place)
  if (head === undefined) return { kind: 'not found' }
  const { held } = await childAllocations(ask.work, head.childId)
  const allocation = held.find(({ allocationId }) => allocationId === ask.params['allocationId'])
  if (allocation === undefined || (allocationResource(allocation.role) === 'reviewing allocations') !== reviewing) return { kind: 'not found' }
  return formAnswer(ask, {
    type: endForm, head, room: 'children', title: `End the allocation to ${allocation.holder.name}`, button: 'End', done: 'Done.', values: { lastOn: ask.today },
    lead: ['Nobody has the child in this role afterwards. To hand the child over, give it to the next person instead: that ends this by itself.'],
    back: { href: head.href + place, words: 'Whose child' },
    save: ({ lastOn }) => endAllocation(ask.work, head.childId, allocation, lastOn),
  })
}

/** `GET /admin/unallocated` and `/admin/without-reviewing-officer` */
export const lacking = (role: (typeof allocatedRoles)[0] | (typeof allocatedRoles)[1]): Handler => async ({ work }) =>
  registerPage(lackingRegister(await childrenLacking(work, role), role))
