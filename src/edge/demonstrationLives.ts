/**
 * What people in the demonstration borough have written: plans, reviews, meetings, panels, concerns, actions, own words,
 * families, life stories, approvals of carers. The words are made up (simulate/lives) from what the imported returns say of each child, and stand in the names
 * of those whose work it is; the days are those of the past months, and what was recorded is recorded now.
 */
import type pg from 'pg'
import { daysToCome, planSitting, sittingsOf } from '../app/panelDays.ts'
import { acceptAll, sittingPage } from '../app/panelSittings.ts'
import { panelsInUse } from '../app/panels.ts'
import { sittingDays } from '../core/panels/cadence.ts'
import type { PanelDefinition } from '../core/panels/definition.ts'
import { panelType, seatType, type Panel } from '../core/panels/records.ts'
import { routeByRules, type RoutedChild } from '../core/panels/routing.ts'
import { planAddress } from '../core/plan/decisions.ts'
import { added, type Telling } from '../core/records/recordType.ts'
import { addDays, addMonths, formatIso, type LocalDate } from '../core/time/localDate.ts'
import type { Route } from '../core/permanence/routes.ts'
import type { Role } from '../core/access/roles.ts'
import type { ChildInCare } from '../core/standing/childInCare.ts'
import { lifeTold } from '../simulate/lives/childLife.ts'
import { familyRecords, familyTold, siblingGroups } from '../simulate/lives/families.ts'
import { chanceOf, type Authored, type Hands, type Setting, type Somebody } from '../simulate/lives/known.ts'
import { onNoPanelTold, panelTold, type Routable } from '../simulate/lives/panels.ts'
import { fosteringTold } from '../simulate/lives/privateFostering.ts'
import { happens } from '../simulate/random.ts'
import { writeAudit } from '../store/audit.ts'
import { addFamilies } from '../store/family/addFamilies.ts'
import { staffOn } from '../store/people/staff.ts'
import { inTransaction } from '../store/postgres.ts'
import { deriveEndorsed } from '../store/records/deriveEndorsed.ts'
import { leaveNotices } from '../store/records/people.ts'
import { writeAuthored } from '../store/records/writeAuthored.ts'
import { childrenInCare, type InCare } from '../store/questions/childrenInCare.ts'
import type { Holdfast } from './holdfast.ts'
import { newId } from './ids.ts'
import { loadPanelSchemes } from './panelRules.ts'

/** The scheme that the demonstration runs its panels by (rules/panels). */
const SCHEME = 'havering'

/** Managers of the teams that nobody manages yet. */
const otherManagers = ['Bram Oduya', 'Cerys Holt', 'Davina Moss', 'Edwin Farr', 'Gwen Aster', 'Hamid Roe', 'Isla Penn', 'Jonah Wick'] as const

/** Who sits on every panel, by how they sign in. */
const seats = [
  { signInName: 'panel.chair', as: 'panel chair' }, { signInName: 'director', as: 'director' }, { signInName: 'panel.admin', as: 'panel administrator' },
  { signInName: 'head', as: 'head of service' }, { signInName: 'iro.manager', as: 'reviewing manager' },
] as const

/** Fills the borough with lives, once: does nothing where anybody has written a plan. */
export async function liveDemonstration(holdfast: Holdfast, authority: { readonly id: number; readonly name: string }, personId: string, seed: string): Promise<void> {
  const { pool, rules, clocks } = holdfast
  const today = holdfast.today()
  const at: Setting = { seed, today, calendar: clocks.calendar, challenge: rules.policies.challenge, letters: rules.policies.reviewLetters, newId }
  const written = await inTransaction(pool, { authorityId: authority.id, personId }, async (client) => {
    const { rows: plans } = await client.query(`select from record where authority_id = $1 and type in ('plan', 'panel') limit 1`, [authority.id])
    if (plans.length > 0) return false
    await manageTeams(client, authority.id, personId, today)
    const people = await peopleOf(client, authority.id)
    const children = await childrenInCare(client, authority.id, today)
    const authored = livesOf(children, people, at)
    await addFamilies(client, { authorityId: authority.id, personId }, authored.families)
    await writeAuthored(client, authority.id, authored.written)
    await deriveEndorsed({ client, authorityId: authority.id, clocks }, authored.written.map(({ change }) => change))
    await leaveNotices(client, authority.id, tellings(authored.written))
    await writeAudit(client, { authorityId: authority.id, personId, event: 'demonstration lives written', childId: null, detail: { records: String(authored.written.length), children: String(children.length) } })
    return true
  })
  if (written) await planSittings(holdfast, authority)
}

/** Somebody manages each team, or nobody could authorise its plans. */
async function manageTeams(client: pg.ClientBase, authorityId: number, personId: string, today: LocalDate): Promise<void> {
  const staff = staffOn({ client, authorityId, personId, today, newId })
  const { rows } = await client.query<{ team_id: string; name: string }>(
    `select team_id, name from team t where authority_id = $1 and ended_on > $2 and not exists (
       select from team_member m where m.authority_id = $1 and m.team_id = t.team_id and m.manages) order by name`, [authorityId, formatIso(today)])
  for (const [i, { team_id }] of rows.entries()) {
    const name = otherManagers[i % otherManagers.length] ?? otherManagers[0]
    const account = await staff.people.add({ name, signInName: name.toLowerCase().replaceAll(' ', '.'), email: null, worker: null, manager: null })
    if ('taken' in account) continue
    await staff.people.giveRole(account.personId, 'team manager', { from: addMonths(today, -18), to: null })
    await staff.people.join(account.personId, { id: team_id, name: '', kind: 'team' }, true, addMonths(today, -18))
  }
}

interface People {
  /** By the name they sign in with. */
  readonly bySignIn: ReadonlyMap<string, Somebody>
}

async function peopleOf(client: pg.ClientBase, authorityId: number): Promise<People> {
  const { rows } = await client.query<{ sign_in_name: string; person_id: string; name: string }>('select sign_in_name, person_id, name from person where authority_id = $1', [authorityId])
  return { bySignIn: new Map(rows.map((row) => [row.sign_in_name, { personId: row.person_id, name: row.name }])) }
}

/** Throws when the demonstration has nobody of that name: without them nothing can stand in their name. */
function someone({ bySignIn }: People, signInName: string): Somebody {
  const found = bySignIn.get(signInName)
  if (found === undefined) throw new Error(`the demonstration has no ${signInName}`)
  return found
}

function livesOf(children: readonly InCare[], people: People, at: Setting) {
  const written: Authored[] = [...fosteringTold(someone(people, 'head'), at)]
  const routable: Routable[] = []
  const [head, reviewingManager] = [someone(people, 'head'), someone(people, 'iro.manager')]
  const scheme = loadPanelSchemes().find(({ id }) => id === SCHEME)
  if (scheme === undefined) throw new Error(`there is no scheme of panels called ${SCHEME}`)
  // Of a child whom nobody has as social worker only the reviewing officer writes: it waits on the list of the unallocated.
  const handsOf = ({ worker, teamManager, officer }: InCare): Hands => {
    const reviewing = officer ?? someone(people, 'iro')
    return { worker: worker ?? reviewing, manager: teamManager ?? head, officer: reviewing, allocated: worker !== null && teamManager !== null }
  }
  for (const one of children) {
    const hands = handsOf(one)
    const life = lifeTold(one.child, hands, { head, reviewingManager }, at)
    written.push(...life.written)
    const to = routeByRules(scheme, routed(one.child, life.plan.primary), at.today)
    if (to.kind === 'unrouted') written.push(...onNoPanelTold(one.child, hands, to, at))
    if (to.kind === 'panel') routable.push({ child: one.child, hands, to, colour: colourOf(one.nextDueOn, at.today) })
  }
  const groups = siblingGroups(children.map(({ child }) => child), at.seed)
  const inGroup = new Set(groups.flat().map(({ childId }) => childId))
  const alone = children.filter(({ child }) => !inGroup.has(child.childId) && !child.unaccompanied && happens(chanceOf(at, child, 'family known'), 0.2)).map(({ child }) => [child])
  const hands = new Map(children.map((one) => [one.child.childId, handsOf(one)]))
  const families = [...groups, ...alone].map((group) => {
    for (const child of group) written.push(...familyRecords(child, group, hands.get(child.childId) ?? { worker: head, manager: head, officer: head, allocated: false }, at))
    return familyTold(group, at)
  })
  written.push(...panelsOf(scheme.panels, routable, people, at))
  return { written, families }
}

const routed = (child: ChildInCare, planned: Route | null): RoutedChild => ({
  lookedAfter: true, bornOn: child.bornOn, legalStatus: child.legalStatus, legalStatusSince: child.legalStatusSince, permanenceAchieved: child.achieved,
  route: planned ?? child.route, routeFrom: planned !== null ? 'plan' : child.route === null ? null : 'return',
})

const colourOf = (nextDueOn: LocalDate | null, today: LocalDate): Routable['colour'] =>
  nextDueOn === null ? 'green' : nextDueOn < today ? 'red' : nextDueOn <= addDays(today, 14) ? 'amber' : 'green'

/** Panels in use for over a year, their seats, and the last sitting of each. */
function panelsOf(definitions: readonly PanelDefinition[], routable: readonly Routable[], people: People, at: Setting): readonly Authored[] {
  const director = someone(people, 'director').personId
  const since = addMonths(at.today, -14)
  const seated = seats.map(({ signInName, as }) => ({ who: someone(people, signInName).personId, as }))
  return definitions.flatMap((definition, n): readonly Authored[] => {
    const values = { scheme: SCHEME, definition: definition.id, name: definition.name, since, state: 'in use' } as const
    const recordId = at.newId()
    const writer = { personId: director, name: '' }
    const panel: Panel = { recordId, type: panelType.name, version: 1, childId: null, partOf: null, values, recordedBy: writer, recordedAt: '', firstRecordedBy: writer, firstRecordedAt: '' }
    const before = addDays(at.today, -45)
    const sittingOn = sittingDays(definition.cadence, before, null, at.calendar, 3).filter((day) => day <= addDays(at.today, -8)).at(-1) ?? before
    // One of the panels was to sit a month earlier, and did not.
    const calledOff = n < definitions.length - 1 ? null : sittingDays(definition.cadence, addDays(sittingOn, -45), null, at.calendar, 3).filter((day) => day < sittingOn).at(-1) ?? null
    return [
      { by: director, change: added(panelType, recordId, { childId: null }, values) },
      ...seated.map(({ who, as }): Authored => ({ by: director, change: added(seatType, at.newId(), { childId: null, partOf: recordId }, { who, as, since, state: 'held' }) })),
      ...panelTold(panel, routable.filter(({ to }) => to.panel === definition.id), { sittingOn, calledOff }, {
        chair: someone(people, 'panel.chair').personId, administrator: someone(people, 'panel.admin').personId, seats: seated,
      }, at),
    ]
  })
}

/** What is still new to those it waits for. */
function tellings(written: readonly Authored[]): readonly Telling[] {
  return written.flatMap(({ change: { type, values, childId } }): readonly Telling[] => {
    if (type.name !== 'plan' || values['status'] !== 'put forward' || childId === null) return []
    return [{ personId: String(values['askedOf']), words: 'A permanence plan waits for you to authorise it.', address: planAddress(childId), childId }]
  })
}

/** The next sitting of each panel, planned by the administrator: its agenda proposes itself, and one has been begun. */
async function planSittings(holdfast: Holdfast, authority: { readonly id: number; readonly name: string }): Promise<void> {
  const role: Role = 'panel administrator'
  const { rows: [administrator] } = await holdfast.pool.query<{ person_id: string; name: string }>(
    `select person_id, name from person where authority_id = $1 and sign_in_name = 'panel.admin'`, [authority.id])
  if (administrator === undefined) throw new Error('the demonstration has no panel.admin')
  const actor = { personId: administrator.person_id, name: administrator.name, authorityId: authority.id, authorityName: authority.name, roles: [role] }
  await holdfast.work(actor, { name: 'sittings planned', act: ['record', 'panel agenda'] }, async (work) => {
    for (const [i, one] of ((await panelsInUse(work))?.panels ?? []).entries()) {
      const panelId = one.panel.recordId
      const [on] = daysToCome(one, await sittingsOf(work, panelId), work)
      if (on === undefined) continue
      const planned = await planSitting(work, panelId, { on, place: 'Civic centre, committee room 1', minuteTaker: actor.personId })
      if (i > 0 || !('sittingId' in planned)) continue
      const page = await sittingPage(work, panelId, planned.sittingId)
      if (page !== undefined) await acceptAll(work, page, page.proposed.slice(0, 4).map(({ childId }) => childId))
    }
  })
}
