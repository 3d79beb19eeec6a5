/** The pages of people, teams, allocations, locks, broken glass and shared profiles. */
import type { Act } from '../../core/access/act.ts'
import { byPeople, formRoutes, type Handler, type Route } from '../route.ts'
import { allocations, endGiven, give, lacking } from './allocations.ts'
import { deputyEnd, membershipEnd, newDeputy, newMembership, newPerson, newRole, passwordLink, people, person, personDetails, roleEnd, setDisabled } from './adminPeople.ts'
import { admin, place, placeEnd, serviceChange, teamChange, teams, teamsFromList } from './adminTeams.ts'
import { glass, glassClose, glassOpen, me, newTie, ownDetails } from './me.ts'
import { profile, profileAgree, profileForm, profileShare, profileWithdraw, sharedProfile, sharedProfiles } from './profiles.ts'
import { glassList, glassReview, nameOff, newName, newRestriction, oneRestriction, restrictionEnd, restrictionList, tieList } from './restrictions.ts'

const get = (path: string, act: Route['act'], audit: string, handle: Handler): Route => ({ method: 'GET', path, act, audit, handle })
const post = (path: string, act: Route['act'], audit: string, handle: Handler): Route => ({ method: 'POST', path, act, audit, handle })
const form = (path: string, act: Route['act'], audit: string, handle: Handler): readonly Route[] => formRoutes(path, act, `form opened: ${audit}`, audit, handle)

const accounts: Act = ['administer', 'accounts']
const onePerson = '/admin/people/:personId'
const whose = '/children/:childId/allocations'
const ofProfile = '/children/:childId/profile'
const oneRestrictionPath = '/admin/restrictions/:restrictionId'

export const adminRoutes: readonly Route[] = [
  get('/admin', ['see', 'teams'], 'administration opened', admin),

  get('/admin/people', ['see', 'accounts'], 'people opened', people),
  ...form('/admin/people/new', ['record', 'accounts'], 'adding a person', newPerson),
  get(onePerson, ['see', 'accounts'], 'person opened', person),
  ...form(`${onePerson}/details`, ['change', 'accounts'], 'changing a person', personDetails),
  ...form(`${onePerson}/roles/new`, accounts, 'giving a role', newRole),
  post(`${onePerson}/roles/:heldId/end`, accounts, 'ending a role', roleEnd),
  ...form(`${onePerson}/teams/new`, ['administer', 'teams'], 'putting into a team', newMembership),
  post(`${onePerson}/teams/:memberId/end`, ['administer', 'teams'], 'taking out of a team', membershipEnd),
  ...form(`${onePerson}/deputies/new`, accounts, 'naming a stand-in', newDeputy),
  post(`${onePerson}/deputies/:deputyId/withdraw`, accounts, 'withdrawing a stand-in', deputyEnd),
  post(`${onePerson}/link`, accounts, 'making a link for a password', passwordLink),
  post(`${onePerson}/disable`, accounts, 'disabling a person', setDisabled(true)),
  post(`${onePerson}/enable`, accounts, 'enabling a person', setDisabled(false)),

  get('/admin/teams', ['see', 'teams'], 'teams opened', teams),
  post('/admin/teams/from-list', ['record', 'teams'], 'making teams of the list', teamsFromList),
  ...form('/admin/teams/new', ['record', 'teams'], 'adding a team', teamChange),
  get('/admin/teams/:teamId', ['see', 'teams'], 'team opened', place('team')),
  ...form('/admin/teams/:teamId/change', ['change', 'teams'], 'changing a team', teamChange),
  ...form('/admin/teams/:teamId/end', ['administer', 'teams'], 'ending a team', placeEnd('team')),
  ...form('/admin/services/new', ['record', 'teams'], 'adding a service', serviceChange),
  get('/admin/services/:serviceId', ['see', 'teams'], 'service opened', place('service')),
  ...form('/admin/services/:serviceId/change', ['change', 'teams'], 'changing a service', serviceChange),
  ...form('/admin/services/:serviceId/end', ['administer', 'teams'], 'ending a service', placeEnd('service')),

  get('/admin/unallocated', ['record', 'allocations'], 'children without a social worker opened', lacking('social worker')),
  get('/admin/without-reviewing-officer', ['record', 'reviewing allocations'], 'children without a reviewing officer opened', lacking('reviewing officer')),
  get(whose, ['see', 'allocations'], 'allocations opened', allocations),
  ...form(`${whose}/give/:role`, ['record', 'allocations'], 'giving a child', give),
  ...form(`${whose}/give-reviewing-officer`, ['record', 'reviewing allocations'], 'giving a reviewing officer', give),
  ...form(`${whose}/:allocationId/end`, ['change', 'allocations'], 'ending an allocation', endGiven(false)),
  ...form(`${whose}/:allocationId/end-reviewing-officer`, ['change', 'reviewing allocations'], 'ending a reviewing officer’s allocation', endGiven(true)),

  get('/admin/restrictions', ['see', 'restrictions'], 'restricted records opened', restrictionList),
  ...form('/admin/restrictions/new', ['administer', 'restrictions'], 'restricting a record', newRestriction),
  get(oneRestrictionPath, ['see', 'restrictions'], 'restriction opened', oneRestriction),
  ...form(`${oneRestrictionPath}/name`, ['administer', 'restrictions'], 'naming on a restricted record', newName),
  post(`${oneRestrictionPath}/take-off`, ['administer', 'restrictions'], 'taking off a restricted record', nameOff),
  ...form(`${oneRestrictionPath}/end`, ['administer', 'restrictions'], 'ending a restriction', restrictionEnd),
  get('/admin/ties', ['see', 'restrictions'], 'declared ties opened', tieList),
  get('/admin/break-glass', ['see', 'break-glass uses'], 'break-glass uses opened', glassList),
  get('/admin/break-glass/:useId', ['see', 'break-glass uses'], 'break-glass use opened', glassReview),
  post('/admin/break-glass/:useId', ['decide', 'break-glass uses'], 'reviewing a break-glass use', glassReview),

  get('/me', 'signed in', 'own place opened', me),
  ...form('/me/ties', ['record', 'declared ties'], 'declaring a tie', newTie),
  ...form('/me/details', ['record', 'declared ties'], 'writing own details', ownDetails),
  // Whether a role may break the glass stands in core/access/roles.ts, not in the table: the handler asks it.
  ...byPeople(form('/break-glass', 'signed in', 'breaking the glass', glass)),
  get('/break-glass/open', 'signed in', 'records open by broken glass opened', glassOpen),
  ...form('/break-glass/open/:useId/close', 'signed in', 'giving the glass back', glassClose),

  get(ofProfile, ['see', 'profile'], 'profile opened', profile),
  ...form(`${ofProfile}/write`, ['record', 'profile'], 'writing the profile', profileForm),
  post(`${ofProfile}/agree`, ['decide', 'profile'], 'agreeing the profile', profileAgree),
  ...form(`${ofProfile}/share`, ['decide', 'referral'], 'sharing the profile', profileShare),
  post(`${ofProfile}/withdraw`, ['decide', 'referral'], 'withdrawing the profile', profileWithdraw),
  get('/shared-profiles', ['see', 'profile'], 'shared profiles opened', sharedProfiles),
  get('/shared-profiles/:shareId', ['see', 'profile'], 'shared profile opened', sharedProfile),
]
