/** Family finding and adoption: the regional agency, and those who decide. Part of the access table (`../table.ts`). */
import { actions } from '../actions.ts'
import { allow, never, type RoleBlock } from '../grants.ts'
import { caseRecord, identifyingResources } from '../resources.ts'
import { anyChild, everyWorker, referred, theirPanel, writing } from './common.ts'

export const familyFinder: RoleBlock = {
  role: 'family finder',
  source: 'Family finder (RAA)',
  grants: [
    allow(['see'], ['profile', 'referral'], referred, 'sees referred children’s profile only'),
    allow(['see'], ['adopters', 'links and matches'], referred, 'sees matched carers'),
    allow(['record', 'change'], ['profile', 'links and matches'], referred,
      'links, profiles, family finding reviews'),
    ...everyWorker,
  ],
  mayNot: [
    never(actions, caseRecord.filter((one) => !['profile', 'referral', 'links and matches'].includes(one)),
      'see the borough’s files'),
    never(actions, identifyingResources, 'see other boroughs’ children', ['none']),
  ],
}

export const regionalAgencyManager: RoleBlock = {
  role: 'regional agency manager',
  source: 'RAA manager / adoption panel adviser',
  grants: [
    allow(['see'], ['panel agenda', 'panel papers', 'panel minutes', 'panel decision'], theirPanel,
      'sees panel papers'),
    allow(['see', 'record', 'change', 'export'], ['adopters'], anyChild, 'sees adopters'),
    allow(['see'], ['adopter approval'], anyChild, 'sees adopters'),
    allow(['record', 'change'], ['panel agenda'], theirPanel, 'schedules'),
    allow(['record'], ['panel papers'], theirPanel, 'quality assurance'),
    allow(['see'], ['profile', 'referral', 'links and matches'], ['referred'],
      'ours: answers for its family finders’ work'),
    allow(['see'], ['adopter identity'], ['referred'],
      'ours: the one role that may join the two identities, by name and with an alarm'),
    ...everyWorker,
  ],
  mayNot: [never(writing, ['agency decision'], 'make the borough’s decision')],
}

export const agencyDecisionMaker: RoleBlock = {
  role: 'agency decision maker',
  source: 'ADM (borough)',
  grants: [
    allow(['see'], [
      'child overview', 'plan', 'assessments', 'links and matches', 'panel papers', 'panel minutes',
      'panel decision', 'agency decision',
    ], ['allocated'], 'sees the case papers for decisions, once the child is put before them'),
    allow(writing, ['agency decision'], ['allocated'], 'should-be-placed, match and reversal decisions with reasons'),
    ...everyWorker,
  ],
  mayNot: [
    never(actions, identifyingResources, 'delegate', ['deputy']),
    never(writing, ['panel agenda', 'panel minutes', 'panel decision'], 'sit on the panel'),
  ],
}

export const adopterDecisionMaker: RoleBlock = {
  role: 'adopter decision maker',
  source: 'ADM (RAA, adopter approvals)',
  grants: [
    allow(['see'], ['adopters', 'adopter approval'], anyChild, 'sees adopter files'),
    allow(writing, ['adopter approval'], anyChild, 'approves, rescinds'),
    ...everyWorker,
  ],
  mayNot: [never(actions, ['plan', 'plan draft', 'agency decision'], 'see or decide the child’s plan')],
}
