/** Who works with the child, and who manages them. Part of the access table (`../table.ts`). */
import { actions } from '../actions.ts'
import { allow, never, type RoleBlock } from '../grants.ts'
import { caseRecord, resources } from '../resources.ts'
import { anyChild, everyWorker, figures, theirs, theirTeam, writing } from './common.ts'

export const socialWorker: RoleBlock = {
  role: 'social worker',
  source: 'Child’s social worker',
  grants: [
    allow(['see'], [...caseRecord, 'restricted section'], theirs,
      'sees own children, own tasks, carers of own children'),
    allow(['record', 'change'], ['case notes', 'plan draft', 'own words', 'assessments', 'life story'], theirs,
      'records visits, plans (draft), views, assessments, life story; proposes plan'),
    allow(['record', 'change'], ['actions'], theirs, 'own tasks'),
    allow(['record', 'change'], ['planning meeting'], theirs, 'ours: books planning meetings for own children and takes their minutes'),
    allow(['record', 'change'], ['family', 'profile', 'referral', 'panel papers', 'restricted section'], theirs,
      'ours: prepares meetings, panels and family finding for own children'),
    allow(['record'], ['return checks'], theirs, 'ours: explains what the return’s rules find'),
    allow(['export'], ['standing', 'deadlines'], theirs, 'ours: own tracker on paper'),
    allow(['export'], ['everything written'], theirs, 'ours: answers somebody who asks for the record about them'),
    figures, ...everyWorker,
  ],
  mayNot: [
    never(['decide'], ['plan draft'], 'authorise own plan'),
    never(['decide'], ['concern'], 'close a reviewing officer’s concern'),
    never(['see'], caseRecord, 'see other teams’ children, nor any but their own',
      ['team', 'service', 'panel', 'none']),
  ],
}

export const assistant: RoleBlock = {
  role: 'assistant',
  source: 'Assistant/student',
  grants: [
    allow(['see'], [
      'child overview', 'standing', 'deadlines', 'case notes', 'assessments', 'plan', 'plan draft', 'actions',
      'life story', 'own words',
    ], ['allocated'], 'sees as delegated'),
    allow(['record', 'change'], [
      'case notes', 'assessments', 'plan draft', 'life story', 'own words',
    ], ['allocated'], 'drafts'),
    ...everyWorker,
  ],
  mayNot: [never(['decide'], resources, 'authorise')],
}

export const teamManager: RoleBlock = {
  role: 'team manager',
  source: 'Team manager',
  grants: [
    allow(['see'], [...caseRecord, 'restricted section'], theirTeam, 'sees team’s children'),
    allow(['see'], ['teams'], anyChild, 'sees team’s workers'),
    allow(['decide'], ['plan draft'], theirTeam, 'authorises plans'),
    allow(writing, ['planning meeting'], theirTeam, 'runs permanency planning meetings'),
    allow(['record', 'change'], ['supervision', 'actions'], theirTeam, 'supervision'),
    allow(['record', 'change'], ['concern response'], theirTeam, 'responds to a concern'),
    allow(['record'], ['review response'], theirTeam, 'ours, from the IRO Handbook: agrees to what a review decided, or objects'),
    allow(['record', 'change'], ['allocations', 'panel papers'], theirTeam,
      'ours: allocates in the team, answers for its papers'),
    allow(['record'], ['panel agenda'], theirTeam, 'ours: says which panel a child belongs to (Havering: transferred by the team manager)'),
    allow(['decide'], ['profile', 'referral'], theirTeam, 'ours: agrees what a regional agency is given'),
    allow(['record'], ['return checks'], theirTeam, 'ours: explains what the return’s rules find'),
    allow(['export'], ['standing', 'deadlines', 'measure children', 'return checks'], theirTeam,
      'ours: the team’s tracker on paper'),
    allow(['export'], ['everything written'], theirTeam, 'ours: answers somebody who asks for the record about them'),
    figures, ...everyWorker,
  ],
  mayNot: [
    never(writing, ['review record'], 'chair a review'),
    never(['decide'], ['agency decision'], 'agree what the agency decision maker decides'),
  ],
}

export const supervisingSocialWorker: RoleBlock = {
  role: 'supervising social worker',
  source: 'Supervising social worker',
  grants: [
    allow(['see'], ['carers', 'foster carer review'], theirs, 'sees their carers'),
    allow(['see'], ['child overview', 'standing', 'placement address', 'plan', 'actions'], theirs,
      'sees children placed with their carers'),
    allow(['record', 'change'], ['foster carer review', 'carers'], theirs, 'foster reviews, carer support'),
    ...everyWorker,
  ],
  mayNot: [never(actions, ['proceedings'], 'see the child’s court papers')],
}
