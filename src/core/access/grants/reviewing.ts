/** Independent reviewing officers and their manager. Part of the access table (`../table.ts`). */
import { allow, never, type RoleBlock } from '../grants.ts'
import { caseRecord } from '../resources.ts'
import { anyChild, everyWorker, figures, theirReviews, writing } from './common.ts'

export const reviewingOfficer: RoleBlock = {
  role: 'reviewing officer',
  source: 'IRO',
  grants: [
    allow(['see'], [...caseRecord, 'restricted section'], theirReviews,
      'sees allocated children fully; plans read-only'),
    allow(writing, ['review record', 'review letter'], theirReviews,
      'runs reviews, endorses or declines the permanence plan, issues decisions'),
    allow(['change'], ['review response'], theirReviews, 'ours, from the IRO Handbook: settles a manager’s objection'),
    allow(['record', 'change'], ['midway note'], theirReviews, 'midway notes'),
    allow(['record', 'change'], ['concern'], theirReviews,
      'raises and escalates concerns, bypasses stages, refers to Cafcass'),
    allow(['decide'], ['concern'], theirReviews, 'ours: closes a concern that somebody else raised'),
    allow(['record'], ['actions', 'own words'], theirReviews,
      'ours: review decisions as actions; what the child said to them'),
    allow(['export'], ['standing', 'deadlines'], theirReviews, 'ours: own caseload on paper'),
    figures, ...everyWorker,
  ],
  mayNot: [
    never(writing, ['plan', 'plan draft'], 'edit the care plan'),
    never(writing, ['supervision'], 'line-manage the worker'),
  ],
}

export const reviewingManager: RoleBlock = {
  role: 'reviewing manager',
  source: 'IRO manager',
  grants: [
    allow(['see'], [...caseRecord, 'restricted section'], anyChild, 'sees all'),
    allow(['record', 'change'], ['reviewing allocations'], anyChild, 'allocates'),
    allow(['see'], ['teams'], anyChild, 'allocates'),
    allow(['decide'], ['midway note'], anyChild, 'audits midway reviews'),
    allow(['see', 'record', 'change', 'export'], ['papers'], anyChild, 'monthly report'),
    allow(['see', 'export'], ['figures'], anyChild, 'monthly report'),
    allow(['export'], ['standing', 'deadlines', 'measure children'], anyChild, 'monthly report'),
    allow(['decide'], ['concern'], anyChild,
      'ours: closes a concern that the reviewing officer who raised it may not close'),
    ...everyWorker,
  ],
  mayNot: [never(writing, ['review record', 'review letter'], 'overrule a reviewing officer’s judgement')],
}
