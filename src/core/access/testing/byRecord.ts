/**
 * What the access table must say, written by hand a second time and turned round: record by record instead of role by role,
 * from the rows of domain part 4. A slip in either is a difference. Everything not said here must be denied.
 *
 * `SW:ad` is: a social worker to whom the child is allocated, or who stands in for such. `*` is whatever the tie.
 */
import { actions, type Action } from '../actions.ts'
import type { Relationship } from '../relationships.ts'
import type { Role } from '../roles.ts'

const roleOf: Readonly<Record<string, Role>> = {
  SW: 'social worker', AS: 'assistant', TM: 'team manager', SS: 'supervising social worker', RO: 'reviewing officer',
  RM: 'reviewing manager', PC: 'panel chair', PA: 'panel administrator', FF: 'family finder', RA: 'regional agency manager',
  AD: 'agency decision maker', DD: 'adopter decision maker', LA: 'lawyer', HS: 'head of service', DI: 'director',
  VS: 'virtual school', HE: 'health', AN: 'performance analyst', CO: 'councillor', IN: 'inspector',
  PW: 'participation worker', YP: 'young person or family', SY: 'system administrator',
}
const tieOf: Readonly<Record<string, Relationship>> = {
  a: 'allocated', d: 'deputy', t: 'team', s: 'service', r: 'reviewing', p: 'panel', f: 'referred', o: 'own', n: 'none',
}

// Own children; the team's; allocated for review; all; the service's; all; the sample.
const file = 'SW:ad TM:td RO:rd RM:* HS:sd DI:* IN:a'
const closed = 'SW:ad TM:td RO:rd RM:* HS:sd DI:*'

const expectation: Readonly<Record<string, Partial<Record<Action, string>>>> = {
  'child overview': { see: `${file} AS:a SS:ad PC:p PA:pd AD:a LA:ad VS:s HE:s PW:a` },
  standing: {
    see: `${file} AS:a SS:ad PC:p PA:pd LA:ad`,
    export: 'SW:ad TM:td RO:rd RM:* HS:sd DI:*',
  },
  'child details': { see: file },
  episodes: { see: `${file} LA:ad` },
  deadlines: { see: `${file} AS:a PC:p PA:pd LA:ad`, export: 'SW:ad TM:td RO:rd RM:* HS:sd DI:*' },
  'case notes': { see: `${file} AS:a`, record: 'SW:ad AS:a', change: 'SW:ad AS:a' },
  assessments: { see: `${file} AS:a AD:a`, record: 'SW:ad AS:a', change: 'SW:ad AS:a' },
  'everything written': { see: file, export: 'SW:ad TM:td HS:sd DI:*' },
  plan: { see: `${file} AS:a SS:ad PC:p AD:a LA:ad` },
  'plan draft': { see: `${file} AS:a`, record: 'SW:ad AS:a', change: 'SW:ad AS:a', decide: 'TM:td' },
  'review record': { see: file, record: 'RO:rd', change: 'RO:rd', decide: 'RO:rd' },
  'review response': { see: file, record: 'TM:td', change: 'RO:rd' },
  'review letter': { see: `${file} PW:a`, record: 'RO:rd', change: 'RO:rd', decide: 'RO:rd' },
  'midway note': { see: file, record: 'RO:rd', change: 'RO:rd', decide: 'RM:*' },
  concern: { see: file, record: 'RO:rd', change: 'RO:rd', decide: 'RO:rd RM:*' },
  'concern response': { see: file, record: 'TM:td HS:sd DI:*', change: 'TM:td HS:sd DI:*', decide: 'DI:*' },
  'planning meeting': { see: file, record: 'SW:ad TM:td', change: 'SW:ad TM:td', decide: 'TM:td HS:sd' },
  supervision: { see: file, record: 'TM:td', change: 'TM:td' },
  actions: {
    see: `${file} AS:a SS:ad PC:p PA:pd`,
    record: 'SW:ad TM:td RO:rd PC:p PA:pd', change: 'SW:ad TM:td PA:pd',
  },
  'panel agenda': {
    see: `${file} PC:p PA:pd RA:p`,
    record: 'PC:p PA:pd RA:p TM:td HS:sd DI:*', change: 'PC:p PA:pd RA:p DI:p', export: 'PA:pd',
  },
  'panel papers': {
    see: `${file} PC:p PA:pd RA:p AD:a`,
    record: 'SW:ad TM:td PA:pd RA:p HS:sd', change: 'SW:ad TM:td PA:pd HS:sd', export: 'PA:pd',
  },
  'panel minutes': { see: `${file} PC:p PA:pd RA:p AD:a`, record: 'PA:pd', change: 'PA:pd', decide: 'PC:p DI:p', export: 'PA:pd' },
  'panel decision': { see: `${file} PC:p PA:pd RA:p AD:a`, record: 'PC:p DI:p', change: 'PC:p DI:p', decide: 'PC:p DI:p' },
  'agency decision': { see: `${file} AD:a`, record: 'AD:a', change: 'AD:a', decide: 'AD:a' },
  'nominated officer approval': { see: file, record: 'HS:sd', change: 'HS:sd', decide: 'HS:sd' },
  'director approval': { see: file, record: 'DI:*', change: 'DI:*', decide: 'DI:*' },
  proceedings: { see: `${file} LA:ad`, record: 'LA:ad', change: 'LA:ad' },
  health: { see: `${file} HE:s`, record: 'HE:s', change: 'HE:s' },
  education: { see: `${file} VS:s`, record: 'VS:s', change: 'VS:s' },
  'life story': { see: `${file} AS:a PW:a`, record: 'SW:ad AS:a', change: 'SW:ad AS:a' },
  'own words': { see: `${file} AS:a PW:a`, record: 'SW:ad AS:a RO:rd PW:a', change: 'SW:ad AS:a PW:a' },
  family: { see: file, record: 'SW:ad', change: 'SW:ad' },
  'placement address': { see: `${file} SS:ad` },
  carers: { see: `${file} SS:ad`, record: 'SS:ad', change: 'SS:ad' },
  'foster carer review': { see: 'SS:ad HS:sd DI:*', record: 'SS:ad', change: 'SS:ad' },
  profile: { see: `${file} FF:fd RA:f`, record: 'SW:ad FF:fd', change: 'SW:ad FF:fd', decide: 'TM:td HS:sd' },
  referral: { see: `${file} FF:fd RA:f`, record: 'SW:ad', change: 'SW:ad', decide: 'TM:td HS:sd' },
  'links and matches': { see: `${file} FF:fd RA:f AD:a`, record: 'FF:fd', change: 'FF:fd' },
  'restricted section': { see: `${closed} PA:pd`, record: 'SW:ad', change: 'SW:ad' },
  'adopter identity': { see: 'RA:f' },
  'own copy': { see: 'PW:a YP:o', record: 'YP:o' },
  adopters: { see: 'FF:fd RA:* DD:*', record: 'RA:*', change: 'RA:*', export: 'RA:*' },
  'adopter approval': { see: 'RA:* DD:*', record: 'DD:*', change: 'DD:*', decide: 'DD:*' },
  figures: { see: 'SW:* TM:* RO:* RM:* HS:* DI:* AN:* CO:* IN:*', export: 'RM:* HS:* DI:* AN:*' },
  'pseudonymised rows': { see: 'AN:*', export: 'AN:*' },
  'measure children': { see: file, export: 'TM:td RM:* HS:sd DI:*' },
  'measure definitions': { see: 'AN:* HS:* DI:* IN:*', record: 'AN:*', change: 'AN:*', decide: 'AN:*' },
  papers: {
    see: 'RM:* HS:* DI:* AN:* CO:* IN:*', record: 'RM:* HS:* AN:* CO:*', change: 'RM:* HS:* AN:*', export: 'RM:* HS:* DI:* AN:*',
  },
  imports: { see: 'HS:* AN:*', record: 'HS:* AN:*', change: 'HS:* AN:*', export: 'HS:* AN:*' },
  differences: { see: 'HS:* AN:*', decide: 'HS:* AN:*', export: 'HS:* AN:*' },
  'return checks': { see: `${file} AN:*`, record: 'SW:ad TM:td AN:*', export: 'TM:td HS:sd AN:*' },
  'return file': { see: 'HS:* AN:*', record: 'HS:* AN:*', change: 'HS:* AN:*', export: 'HS:* AN:*' },
  allocations: { see: file, record: 'TM:td HS:sd DI:*', change: 'TM:td HS:sd DI:*' },
  'reviewing allocations': { see: file, record: 'RM:*', change: 'RM:*' },
  restrictions: { see: 'DI:*', administer: 'DI:*' },
  'declared ties': {
    see: 'SW:* AS:* TM:* SS:* RO:* RM:* PC:* PA:* FF:* RA:* AD:* DD:* LA:* HS:* DI:* VS:* HE:* AN:* PW:* SY:*',
    record: 'SW:* AS:* TM:* SS:* RO:* RM:* PC:* PA:* FF:* RA:* AD:* DD:* LA:* HS:* DI:* VS:* HE:* AN:* PW:* SY:*',
  },
  'break-glass uses': { see: 'DI:*', record: 'DI:*', decide: 'DI:*' },
  accounts: { see: 'SY:*', record: 'SY:*', change: 'SY:*', export: 'SY:*', administer: 'SY:*' },
  teams: { see: 'TM:* RM:* HS:* DI:* SY:*', record: 'SY:*', change: 'SY:*', export: 'SY:*', administer: 'SY:*' },
  'audit log': { see: 'DI:* SY:*', decide: 'DI:* SY:*', export: 'SY:*' },
  policies: { see: 'HS:* DI:* IN:*', change: 'HS:* DI:*', administer: 'HS:* DI:*' },
  'saved views': {
    see: 'SW:* AS:* TM:* SS:* RO:* RM:* PC:* PA:* FF:* RA:* AD:* DD:* LA:* HS:* DI:* VS:* HE:* AN:* PW:* SY:*',
    record: 'SW:* AS:* TM:* SS:* RO:* RM:* PC:* PA:* FF:* RA:* AD:* DD:* LA:* HS:* DI:* VS:* HE:* AN:* PW:* SY:*',
    change: 'SW:* AS:* TM:* SS:* RO:* RM:* PC:* PA:* FF:* RA:* AD:* DD:* LA:* HS:* DI:* VS:* HE:* AN:* PW:* SY:*',
  },
}

/** The name of a cell: role, record, act, tie. */
export const cellName = (role: string, resource: string, action: string, relationship: string): string =>
  `${role} · ${resource} · ${action} · ${relationship}`

/** The records named here. */
export const expectedRecords = Object.keys(expectation)

/** Every cell that must be allowed. */
export function expectedCells(): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [resource, acts] of Object.entries(expectation)) {
    for (const action of actions) {
      for (const entry of (acts[action] ?? '').split(' ').filter((one) => one !== '')) {
        const [code = '', ties = ''] = entry.split(':')
        const role = roleOf[code]
        if (role === undefined || ties === '') throw new Error(`"${entry}" of ${resource} is not understood`)
        for (const letter of ties === '*' ? Object.keys(tieOf) : ties) {
          const tie = tieOf[letter]
          if (tie === undefined) throw new Error(`"${letter}" in "${entry}" of ${resource} is no tie`)
          found.add(cellName(role, resource, action, tie))
        }
      }
    }
  }
  return found
}
