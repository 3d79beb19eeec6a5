/**
 * The access table: who may see and do what, one block a role, in one file so that it can be read from top to bottom.
 * Everything that is not here is denied.
 *
 * Read a line as: "may see, of the plan, when the child is allocated to them, because …". `mayNot` says aloud what the
 * source forbids; a test holds the grants to it. What depends on who did what (nobody approves their own plan) is in
 * `duties.ts`; locks (restricted records, own family) are in `decide.ts` and stand above every line here.
 *
 * Source: domain notes part 4, row by row. Lines marked "ours" are our reading, to be confirmed by a council.
 */
import { actions } from './actions.ts'
import { allow, cellsOf, indexed, never, type RoleBlock } from './grants.ts'
import { relationships, type Relationship } from './relationships.ts'
import { caseRecord, identifyingResources, narrative, resources, type Resource } from './resources.ts'

// How the person stands to the child. Standing in for somebody counts wherever the work can be handed over.
const theirs: readonly Relationship[] = ['allocated', 'deputy']
const theirTeam: readonly Relationship[] = ['team', 'deputy']
const theirService: readonly Relationship[] = ['service', 'deputy']
const theirReviews: readonly Relationship[] = ['reviewing', 'deputy']
const theirPanel: readonly Relationship[] = ['panel']
const panelOrCover: readonly Relationship[] = ['panel', 'deputy']
const referred: readonly Relationship[] = ['referred', 'deputy']
const anyChild = relationships

const everyWorker = [
  allow(['see', 'record', 'change'], ['saved views'], anyChild, 'ours: a person’s own saved filters'),
  allow(['see', 'record'], ['declared ties'], anyChild, 'ours: declares whose records they must not open'),
] as const
const figures = allow(['see'], ['figures'], anyChild, 'ours: whoever is measured by a figure may read it')
const writing = ['record', 'change', 'decide'] as const
const allBut = (...kept: readonly Resource[]): readonly Resource[] => resources.filter((one) => !kept.includes(one))

export const table: readonly RoleBlock[] = [
  {
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
      figures, ...everyWorker,
    ],
    mayNot: [
      never(['decide'], ['plan draft'], 'authorise own plan'),
      never(['decide'], ['concern'], 'close a reviewing officer’s concern'),
      never(['see'], caseRecord, 'see other teams’ children, nor any but their own',
        ['team', 'service', 'panel', 'none']),
    ],
  },
  {
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
  },
  {
    role: 'team manager',
    source: 'Team manager',
    grants: [
      allow(['see'], [...caseRecord, 'restricted section'], theirTeam, 'sees team’s children'),
      allow(['see'], ['teams'], anyChild, 'sees team’s workers'),
      allow(['decide'], ['plan draft'], theirTeam, 'authorises plans'),
      allow(writing, ['planning meeting'], theirTeam, 'runs permanency planning meetings'),
      allow(['record', 'change'], ['supervision', 'actions'], theirTeam, 'supervision'),
      allow(['record', 'change'], ['concern response'], theirTeam, 'responds to a concern'),
      allow(['record', 'change'], ['allocations', 'panel papers'], theirTeam,
        'ours: allocates in the team, answers for its papers'),
      allow(['record'], ['panel agenda'], theirTeam, 'ours: says which panel a child belongs to (Havering: transferred by the team manager)'),
      allow(['decide'], ['profile', 'referral'], theirTeam, 'ours: agrees what a regional agency is given'),
      allow(['record'], ['return checks'], theirTeam, 'ours: explains what the return’s rules find'),
      allow(['export'], ['standing', 'deadlines', 'measure children', 'return checks'], theirTeam,
        'ours: the team’s tracker on paper'),
      figures, ...everyWorker,
    ],
    mayNot: [
      never(writing, ['review record'], 'chair a review'),
      never(['decide'], ['agency decision'], 'agree what the agency decision maker decides'),
    ],
  },
  {
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
  },
  {
    role: 'reviewing officer',
    source: 'IRO',
    grants: [
      allow(['see'], [...caseRecord, 'restricted section'], theirReviews,
        'sees allocated children fully; plans read-only'),
      allow(writing, ['review record', 'review letter'], theirReviews,
        'runs reviews, endorses or declines the permanence plan, issues decisions'),
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
  },
  {
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
  },
  {
    role: 'panel chair',
    source: 'Panel chair',
    grants: [
      allow(['see'], [
        'child overview', 'standing', 'deadlines', 'plan', 'actions', 'panel agenda', 'panel papers',
        'panel minutes', 'panel decision',
      ], theirPanel, 'sees panel’s children'),
      allow(['record', 'change'], ['panel agenda'], theirPanel, 'agenda, sets next date'),
      allow(writing, ['panel decision'], theirPanel, 'decisions, override of red, amber or green'),
      allow(['decide'], ['panel minutes'], theirPanel, 'ours: signs the minutes off'),
      allow(['record'], ['actions'], theirPanel, 'decisions become actions'),
      ...everyWorker,
    ],
    mayNot: [never(writing, ['plan', 'plan draft'], 'approve own case as presenting manager (see also the duties)')],
  },
  {
    role: 'panel administrator',
    source: 'Panel administrator',
    grants: [
      allow(['see'], [
        'child overview', 'standing', 'deadlines', 'actions', 'panel agenda', 'panel papers', 'panel minutes',
        'panel decision',
      ], panelOrCover, 'sees panel lists and papers'),
      allow(['see'], ['restricted section'], panelOrCover, 'sees restricted sections only where granted (by name)'),
      allow(['record', 'change'], ['panel agenda', 'panel minutes', 'actions'], panelOrCover,
        'builds the agenda, minutes, chases actions'),
      allow(['record', 'change'], ['panel papers'], panelOrCover, 'ours: puts the papers together'),
      allow(['export'], ['panel agenda', 'panel papers', 'panel minutes'], panelOrCover, 'ours: prints the pack'),
      ...everyWorker,
    ],
    mayNot: [never(writing, ['panel decision'], 'edit decisions')],
  },
  {
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
  },
  {
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
  },
  {
    role: 'agency decision maker',
    source: 'ADM (borough)',
    grants: [
      allow(['see'], [
        'child overview', 'plan', 'assessments', 'links and matches', 'panel papers', 'panel minutes',
        'panel decision', 'agency decision',
      ], theirPanel, 'sees the case papers for decisions'),
      allow(writing, ['agency decision'], theirPanel, 'should-be-placed, match and reversal decisions with reasons'),
      ...everyWorker,
    ],
    mayNot: [
      never(actions, identifyingResources, 'delegate', ['deputy']),
      never(writing, ['panel agenda', 'panel minutes', 'panel decision'], 'sit on the panel'),
    ],
  },
  {
    role: 'adopter decision maker',
    source: 'ADM (RAA, adopter approvals)',
    grants: [
      allow(['see'], ['adopters', 'adopter approval'], anyChild, 'sees adopter files'),
      allow(writing, ['adopter approval'], anyChild, 'approves, rescinds'),
      ...everyWorker,
    ],
    mayNot: [never(actions, ['plan', 'plan draft', 'agency decision'], 'see or decide the child’s plan')],
  },
  {
    role: 'lawyer',
    source: 'Lawyer / Court Assurance manager',
    grants: [
      allow(['see'], ['proceedings'], theirs, 'sees proceedings'),
      allow(['see'], ['child overview', 'standing', 'episodes', 'deadlines', 'plan'], theirs,
        'ours: whose proceedings, their legal status, the plan before the court'),
      allow(['record', 'change'], ['proceedings'], theirs, 'hearings, timetable, extension'),
      ...everyWorker,
    ],
    mayNot: [never(writing, ['plan', 'plan draft'], 'change the plan')],
  },
  {
    role: 'head of service',
    source: 'Service manager / Head of Service',
    grants: [
      allow(['see'], [...caseRecord, 'foster carer review', 'restricted section'], theirService, 'sees service'),
      allow(['record', 'change'], ['panel papers'], theirService, 'reports to panel'),
      allow(['record'], ['panel agenda'], theirService, 'ours: refers a child to a panel (Havering: Care Proceedings Group Manager)'),
      allow(writing, ['nominated officer approval'], theirService,
        'approves regulation 24 and placement with parents as nominated officer'),
      allow(['record', 'change'], ['concern response'], theirService, 'escalation stage'),
      allow(['decide'], ['planning meeting'], theirService, 'ours: signs off minutes that the team manager took'),
      allow(['record', 'change'], ['allocations'], theirService, 'ours: allocates between teams'),
      allow(['decide'], ['referral', 'profile'], theirService, 'ours: agrees what a regional agency is given'),
      allow(['export'], ['standing', 'deadlines', 'measure children', 'return checks'], theirService,
        'ours: the service’s tracker on paper'),
      allow(['see', 'record', 'change', 'export'], ['papers', 'imports', 'return file'], anyChild,
        'ours: answers for the return and the reports'),
      allow(['see', 'decide', 'export'], ['differences'], anyChild, 'ours: answers for the return'),
      allow(['see', 'export'], ['figures'], anyChild, 'ours: answers for the reports'),
      allow(['see'], ['teams', 'measure definitions'], anyChild,
        'ours: who works in the service, what a figure means'),
      allow(['see', 'change', 'administer'], ['policies'], anyChild, 'ours: local policy and panel definitions'),
      ...everyWorker,
    ],
    mayNot: [
      never(writing, ['review record', 'review letter', 'midway note', 'concern'],
        'touch the reviewing officer’s independence'),
    ],
  },
  {
    role: 'director',
    source: 'Director (DCS) / AD',
    grants: [
      allow(['see'], [...caseRecord, 'foster carer review', 'restricted section'], anyChild, 'sees all'),
      allow(['see'], [
        'papers', 'measure definitions', 'teams', 'policies', 'restrictions', 'break-glass uses', 'audit log',
      ], anyChild, 'sees all'),
      allow(writing, ['director approval'], anyChild,
        'regulation 11 distant placement, regulation 39 decision at 16 or 17'),
      allow(writing, ['panel decision'], theirPanel, 'co-chairs the panel'),
      allow(['record', 'change'], ['panel agenda'], theirPanel, 'co-chairs the panel'),
      allow(['decide'], ['panel minutes'], theirPanel, 'co-chairs the panel'),
      allow(['record'], ['panel agenda'], anyChild, 'ours: clears a child whom no rule of the panels routes'),
      allow(writing, ['concern response'], anyChild, 'final stage of a dispute'),
      allow(['see', 'export'], ['figures'], anyChild, 'ours: answers for the figures'),
      allow(['record', 'change'], ['allocations'], anyChild, 'ours: gives a child whom nobody has to a team'),
      allow(['administer'], ['restrictions'], anyChild, 'ours: closes a record and names who may open it'),
      allow(['record', 'decide'], ['break-glass uses'], anyChild, 'ours: reviews every breaking of the glass'),
      allow(['decide'], ['audit log'], anyChild, 'ours: reviews unusual looks, their own left out'),
      allow(['change', 'administer'], ['policies'], anyChild, 'ours: local policy and panel definitions'),
      allow(['export'], ['standing', 'deadlines', 'measure children', 'papers'], anyChild,
        'ours: the tracker and the papers on paper'),
      ...everyWorker,
    ],
    mayNot: [],
  },
  {
    role: 'virtual school',
    source: 'Virtual school, health',
    grants: [
      allow(['see'], ['child overview', 'education'], ['service'], 'sees the education section of own cohort'),
      allow(['record', 'change'], ['education'], ['service'], 'personal education plans'),
      ...everyWorker,
    ],
    mayNot: [
      never(actions, ['proceedings', 'episodes', 'adopter identity', 'adopters', 'links and matches'],
        'see legal matters or adoption identity'),
    ],
  },
  {
    role: 'health',
    source: 'Virtual school, health',
    grants: [
      allow(['see'], ['child overview', 'health'], ['service'], 'sees the health section of own cohort'),
      allow(['record', 'change'], ['health'], ['service'], 'dates of health assessments'),
      ...everyWorker,
    ],
    mayNot: [
      never(actions, ['proceedings', 'episodes', 'adopter identity', 'adopters', 'links and matches'],
        'see legal matters or adoption identity'),
    ],
  },
  {
    role: 'performance analyst',
    source: 'Performance analyst',
    grants: [
      allow(['see', 'export'], ['pseudonymised rows', 'figures'], anyChild, 'sees pseudonymised rows and aggregates'),
      allow(['see', 'record', 'change', 'export'], ['imports', 'return file'], anyChild,
        'identifiable only to fix data'),
      allow(['see', 'decide', 'export'], ['differences'], anyChild, 'identifiable only to fix data'),
      allow(['see', 'record', 'export'], ['return checks'], anyChild, 'identifiable only to fix data'),
      allow(['see', ...writing], ['measure definitions'], anyChild, 'defines measures, snapshots'),
      allow(['see', 'record', 'change', 'export'], ['papers'], anyChild, 'ours: prepares committee papers'),
      ...everyWorker,
    ],
    mayNot: [never(actions, narrative, 'read the case narrative')],
  },
  {
    role: 'councillor',
    source: 'Corporate-parenting councillor',
    grants: [
      allow(['see'], ['figures'], anyChild, 'sees aggregates only, small numbers suppressed'),
      allow(['see'], ['papers'], anyChild, 'sees anonymised case studies in papers'),
      allow(['record'], ['papers'], anyChild, 'requests reports, notes, resolves actions'),
    ],
    mayNot: [never(actions, [...identifyingResources, 'pseudonymised rows'], 'identify a child')],
  },
  {
    role: 'inspector',
    source: 'Scrutiny / Independent scrutineer / Ofsted',
    grants: [
      never(['see'], caseRecord, 'reads the children of the sample, for a limited time', ['allocated']),
      allow(['see'], ['figures', 'papers', 'measure definitions', 'policies'], anyChild, 'reads, for a limited time'),
    ],
    mayNot: [never([...writing, 'administer'], resources, 'edit')],
  },
  {
    role: 'participation worker',
    source: 'Participation worker / advocate',
    grants: [
      allow(['see'], ['child overview', 'own words', 'review letter', 'life story', 'own copy'], ['allocated'],
        'sees the young person’s own material'),
      allow(['record', 'change'], ['own words'], ['allocated'], 'records views with consent'),
      ...everyWorker,
    ],
    mayNot: [
      never(actions, allBut('child overview', 'own words', 'review letter', 'life story', 'own copy', 'saved views', 'declared ties'),
        'see the rest'),
    ],
  },
  {
    role: 'young person or family',
    source: 'Young person, parent, carer',
    grants: [
      allow(['see'], ['own copy'], ['own'], 'sees their own copy (letters, plan in age-suited form)'),
      allow(['record'], ['own copy'], ['own'], 'contributes views, objects'),
    ],
    mayNot: [never(actions, allBut('own copy'), 'see third parties’ data')],
  },
  {
    role: 'system administrator',
    source: 'System admin',
    grants: [
      allow(['see', 'record', 'change', 'administer', 'export'], ['accounts', 'teams'], anyChild,
        'accounts, not records'),
      allow(['see', 'export'], ['audit log'], anyChild, 'audit log'),
      allow(['decide'], ['audit log'], anyChild, 'ours: reviews unusual looks, their own left out'),
      ...everyWorker,
    ],
    mayNot: [never(actions, identifyingResources, 'see content')],
  },
]

/** Which relationships give this role this act on this record, each with its reason; empty for anything unknown. */
export const granted = indexed(table)

/** Every allowed cell, in order: the rows to load where SQL needs them. */
export const cells = cellsOf(table)
