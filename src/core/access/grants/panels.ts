/** Who runs a panel. Part of the access table (`../table.ts`). */
import { allow, never, type RoleBlock } from '../grants.ts'
import { everyWorker, panelOrCover, theirPanel, writing } from './common.ts'

export const panelChair: RoleBlock = {
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
}

export const panelAdministrator: RoleBlock = {
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
}
