/** Everything written about a child: the page and the files of it. */
import type { Route } from '../route.ts'
import { records, recordsCsv, recordsJson, recordsZip } from './records.ts'

const at = '/children/:childId/records'
const take = ['export', 'everything written'] as const

export const recordsRoutes: readonly Route[] = [
  {
    method: 'GET', path: at, act: ['see', 'everything written'], audit: 'everything written opened', handle: records,
    program: { act: take, audit: 'everything written exported', shape: 'written', handle: recordsJson },
  },
  { method: 'GET', path: `${at}.json`, act: take, audit: 'everything written exported', handle: recordsJson },
  { method: 'GET', path: `${at}.csv`, act: take, audit: 'everything written exported', handle: recordsCsv },
  { method: 'GET', path: `${at}.zip`, act: take, audit: 'everything written exported', handle: recordsZip },
]
