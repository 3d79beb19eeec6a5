/** Who sees one part of a record: lawyers, school, health, participation. Part of the access table (`../table.ts`). */
import { actions } from '../actions.ts'
import { allow, never, type RoleBlock } from '../grants.ts'
import { allBut, everyWorker, theirs, writing } from './common.ts'

export const lawyer: RoleBlock = {
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
}

export const virtualSchool: RoleBlock = {
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
}

export const health: RoleBlock = {
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
}

export const participationWorker: RoleBlock = {
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
}
