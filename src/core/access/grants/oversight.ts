/** Who sees figures, or reads for a limited time. Part of the access table (`../table.ts`). */
import { actions } from '../actions.ts'
import { allow, never, type RoleBlock } from '../grants.ts'
import { caseRecord, identifyingResources, narrative, resources } from '../resources.ts'
import { anyChild, everyWorker, writing } from './common.ts'

export const performanceAnalyst: RoleBlock = {
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
}

export const councillor: RoleBlock = {
  role: 'councillor',
  source: 'Corporate-parenting councillor',
  grants: [
    allow(['see'], ['figures'], anyChild, 'sees aggregates only, small numbers suppressed'),
    allow(['see'], ['papers'], anyChild, 'sees anonymised case studies in papers'),
    allow(['record'], ['papers'], anyChild, 'requests reports, notes, resolves actions'),
  ],
  mayNot: [never(actions, [...identifyingResources, 'pseudonymised rows'], 'identify a child')],
}

export const inspector: RoleBlock = {
  role: 'inspector',
  source: 'Scrutiny / Independent scrutineer / Ofsted',
  grants: [
    never(['see'], caseRecord, 'reads the children of the sample, for a limited time', ['allocated']),
    allow(['see'], ['figures', 'papers', 'measure definitions', 'policies'], anyChild, 'reads, for a limited time'),
  ],
  mayNot: [never([...writing, 'administer'], resources, 'edit')],
}
