/** The pages of the return's checks, and of the return to write. */
import { formRoutes, type Route } from '../route.ts'
import {
  checkChildren, checkRule, checks, checksNotRun, childChecks, explainForm, findingsFile, findingsWorkbook, giveProviders, providers, withdraw,
} from './checks.ts'
import { returnFile, returnXmlFile, returnZipFile } from './returnFile.ts'

const see = ['see', 'return checks'] as const
const record = ['record', 'return checks'] as const
const take = ['export', 'return checks'] as const
const write = ['export', 'return file'] as const

export const checksRoutes: readonly Route[] = [
  { method: 'GET', path: '/checks', act: see, audit: 'return checks opened', handle: checks },
  { method: 'GET', path: '/checks/rules/:code', act: see, audit: 'rule of the return opened', handle: checkRule },
  { method: 'GET', path: '/checks/children', act: see, audit: 'children with findings opened', handle: checkChildren },
  { method: 'GET', path: '/checks/not-run', act: see, audit: 'rules not asked opened', handle: checksNotRun },
  { method: 'GET', path: '/checks/findings.csv', act: take, audit: 'findings exported', handle: findingsFile },
  { method: 'GET', path: '/checks/findings.xlsx', act: take, audit: 'findings exported', handle: findingsWorkbook },
  { method: 'GET', path: '/checks/providers', act: see, audit: 'list of providers opened', handle: providers },
  { method: 'POST', path: '/checks/providers', act: ['record', 'imports'], audit: 'list of providers given', upload: true, handle: giveProviders },
  { method: 'GET', path: '/children/:childId/checks', act: see, audit: 'return checks of a child opened', handle: childChecks },
  ...formRoutes('/children/:childId/checks/explain', record, 'explanation form opened', 'finding explained', explainForm),
  { method: 'POST', path: '/children/:childId/checks/:recordId/withdraw', act: record, audit: 'explanation taken back', handle: withdraw },
  { method: 'GET', path: '/returns/file', act: write, audit: 'return to write opened', handle: returnFile },
  { method: 'GET', path: '/returns/file.zip', act: write, audit: 'return written as CSV', handle: returnZipFile },
  { method: 'GET', path: '/returns/file.xml', act: write, audit: 'return written as XML', handle: returnXmlFile },
]
