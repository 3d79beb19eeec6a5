/** Who answers for a service, or for all of it. Part of the access table (`../table.ts`). */
import { allow, never, type RoleBlock } from '../grants.ts'
import { caseRecord } from '../resources.ts'
import { anyChild, everyWorker, theirPanel, theirService, writing } from './common.ts'

export const headOfService: RoleBlock = {
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
    allow(['export'], ['everything written'], theirService, 'ours: answers somebody who asks for the record about them'),
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
}

export const director: RoleBlock = {
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
    allow(['export'], ['everything written'], anyChild, 'ours: answers somebody who asks for the record about them'),
    ...everyWorker,
  ],
  mayNot: [],
}
