/** Domain part 4 row by row: each role's "sees", "may do" and "may not" as sentences, tried on the evaluator. */
import { expect, test } from 'vitest'
import { actions, type Action } from './actions.ts'
import { decide } from './decide.ts'
import { relationships, type Relationship } from './relationships.ts'
import { caseRecord, describeResource, resources, type Resource } from './resources.ts'
import { roles, type Role } from './roles.ts'
import { ask } from './testing/asks.ts'

const can = (role: Role, action: Action, resource: Resource, tie: Relationship): boolean =>
  decide(ask(role, action, resource, tie)).kind === 'allow'

/** The ties under which a role may do this. */
const ties = (role: Role, action: Action, resource: Resource): readonly Relationship[] =>
  relationships.filter((tie) => can(role, action, resource, tie))

/** Every record a role may do this to under some tie. */
const reach = (role: Role, action: Action): readonly Resource[] =>
  resources.filter((resource) => ties(role, action, resource).length > 0)

/** The roles that may do this under some tie. */
const whoMay = (action: Action, resource: Resource): readonly Role[] =>
  roles.filter((role) => ties(role, action, resource).length > 0)

const writing = ['record', 'change', 'decide'] as const
const saysWhichChild = (resource: Resource): boolean =>
  !['open', 'aggregate', 'governance', 'pseudonymous'].includes(describeResource(resource).sensitivity)

test('child’s social worker: sees own children, drafts plans, and neither authorises a plan nor closes a concern', () => {
  for (const resource of caseRecord) expect(ties('social worker', 'see', resource)).toEqual(['allocated', 'deputy'])
  for (const resource of ['case notes', 'plan draft', 'own words', 'assessments', 'life story'] as const) {
    expect(ties('social worker', 'record', resource)).toEqual(['allocated', 'deputy'])
  }
  expect(reach('social worker', 'decide')).toEqual([])
  expect(reach('social worker', 'administer')).toEqual([])
})

test('assistant or student: as delegated; drafts, never authorises', () => {
  for (const resource of resources.filter(saysWhichChild)) {
    expect(['', 'allocated']).toContain(ties('assistant', 'see', resource).join())
  }
  expect(ties('assistant', 'record', 'plan draft')).toEqual(['allocated'])
  expect(reach('assistant', 'decide')).toEqual([])
  expect(reach('assistant', 'export')).toEqual([])
})

test('team manager: the team’s children; authorises plans, runs planning meetings, supervises, answers concerns', () => {
  for (const resource of caseRecord) expect(ties('team manager', 'see', resource)).toEqual(['deputy', 'team'])
  expect(whoMay('decide', 'plan draft')).toEqual(['team manager'])
  // The social worker takes the minutes; signing them off is the manager's, or the head of service's when the manager took them.
  expect(whoMay('record', 'planning meeting')).toEqual(['social worker', 'team manager'])
  expect(whoMay('decide', 'planning meeting')).toEqual(['team manager', 'head of service'])
  expect(whoMay('record', 'supervision')).toEqual(['team manager'])
  expect(whoMay('record', 'concern response')).toEqual(['team manager', 'head of service', 'director'])
  expect([whoMay('record', 'review response'), whoMay('change', 'review response'), whoMay('decide', 'review response')]).toEqual([['team manager'], ['reviewing officer'], []])
  for (const act of writing) expect(can('team manager', act, 'review record', 'team')).toBe(false)
  for (const act of writing) expect(can('team manager', act, 'agency decision', 'team')).toBe(false)
})

test('supervising social worker: their carers and the children placed there, never court papers', () => {
  expect(ties('supervising social worker', 'record', 'foster carer review')).toEqual(['allocated', 'deputy'])
  expect(ties('supervising social worker', 'see', 'child overview')).toEqual(['allocated', 'deputy'])
  for (const act of actions) expect(ties('supervising social worker', act, 'proceedings')).toEqual([])
})

test('reviewing officer: allocated children fully, plans read-only; alone runs reviews and raises concerns', () => {
  for (const resource of caseRecord) expect(ties('reviewing officer', 'see', resource)).toEqual(['deputy', 'reviewing'])
  for (const act of writing) {
    expect(whoMay(act, 'review record')).toEqual(['reviewing officer'])
    expect(whoMay(act, 'review letter')).toEqual(['reviewing officer'])
    expect([ties('reviewing officer', act, 'plan'), ties('reviewing officer', act, 'plan draft')]).toEqual([[], []])
    expect(ties('reviewing officer', act, 'supervision')).toEqual([])
  }
  expect(whoMay('record', 'concern')).toEqual(['reviewing officer'])
  expect(whoMay('change', 'concern')).toEqual(['reviewing officer'])
  expect(whoMay('record', 'midway note')).toEqual(['reviewing officer'])
})

test('reviewing manager: sees all, allocates, audits midway notes, and overrules no reviewing officer', () => {
  for (const resource of caseRecord) expect(ties('reviewing manager', 'see', resource)).toEqual(relationships)
  expect(whoMay('record', 'reviewing allocations')).toEqual(['reviewing manager'])
  expect(whoMay('decide', 'midway note')).toEqual(['reviewing manager'])
  for (const act of writing) expect(ties('reviewing manager', act, 'review record')).toEqual([])
  for (const act of ['record', 'change'] as const) expect(ties('reviewing manager', act, 'midway note')).toEqual([])
})

test('panel chair: the panel’s children; agenda, decisions, next date', () => {
  for (const resource of reach('panel chair', 'see').filter(saysWhichChild)) {
    expect(ties('panel chair', 'see', resource)).toEqual(['panel'])
  }
  expect(whoMay('decide', 'panel decision')).toEqual(['panel chair', 'director'])
  expect(ties('panel chair', 'change', 'panel agenda')).toEqual(['panel'])
  expect(reach('panel chair', 'decide')).toEqual(['panel minutes', 'panel decision'])
})

test('panel administrator: lists and papers; minutes and chases, touches no decision, sees no restricted section unless named', () => {
  expect(whoMay('record', 'panel minutes')).toEqual(['panel administrator'])
  for (const act of writing) expect(ties('panel administrator', act, 'panel decision')).toEqual([])
  expect(reach('panel administrator', 'decide')).toEqual([])
  const named = ask('panel administrator', 'see', 'restricted section', 'panel')
  expect(decide(named).kind).toBe('allow')
  expect(decide({ ...named, locks: { ...named.locks, named: false } })).toMatchObject({ kind: 'deny', reason: 'not named' })
})

test('family finder: referred children’s profile and matched carers; no borough file, no other child', () => {
  expect(reach('family finder', 'see').filter(saysWhichChild)).toEqual(['profile', 'referral', 'links and matches', 'adopters'])
  for (const resource of reach('family finder', 'see').filter(saysWhichChild)) {
    expect(ties('family finder', 'see', resource)).toEqual(['deputy', 'referred'])
  }
})

test('regional agency manager: panel papers and adopters; no borough decision; alone joins sealed identities', () => {
  expect(ties('regional agency manager', 'see', 'panel papers')).toEqual(['panel'])
  expect(ties('regional agency manager', 'see', 'adopters')).toEqual(relationships)
  for (const act of writing) expect(ties('regional agency manager', act, 'agency decision')).toEqual([])
  expect(whoMay('see', 'adopter identity')).toEqual(['regional agency manager'])
  for (const act of actions.filter((one) => one !== 'see')) expect(whoMay(act, 'adopter identity')).toEqual([])
})

test('agency decision maker (borough): the papers before them; decides alone, delegates nothing, sits on no panel', () => {
  expect(whoMay('decide', 'agency decision')).toEqual(['agency decision maker'])
  for (const resource of resources.filter(saysWhichChild)) {
    for (const act of actions) expect(['', 'allocated']).toContain(ties('agency decision maker', act, resource).join())
  }
  for (const act of writing) {
    for (const resource of ['panel agenda', 'panel minutes', 'panel decision'] as const) {
      expect(ties('agency decision maker', act, resource)).toEqual([])
    }
  }
})

test('decision maker for adopters: adopter files, approves and rescinds; nothing of a child', () => {
  expect(whoMay('decide', 'adopter approval')).toEqual(['adopter decision maker'])
  expect(reach('adopter decision maker', 'see').filter((one) => describeResource(one).about === 'child')).toEqual([])
})

test('lawyer or court assurance manager: proceedings; changes no plan', () => {
  expect(whoMay('change', 'proceedings')).toEqual(['lawyer'])
  for (const act of writing) expect([ties('lawyer', act, 'plan'), ties('lawyer', act, 'plan draft')]).toEqual([[], []])
})

test('head of service: the service; nominated officer; keeps off the reviewing officer’s independence', () => {
  for (const resource of caseRecord) expect(ties('head of service', 'see', resource)).toEqual(['deputy', 'service'])
  expect(whoMay('decide', 'nominated officer approval')).toEqual(['head of service'])
  for (const act of writing) {
    for (const resource of ['review record', 'review letter', 'midway note', 'concern'] as const) {
      expect(ties('head of service', act, resource)).toEqual([])
    }
  }
})

test('director: all; distant placement and 16 or 17; co-chairs; final stage of a dispute', () => {
  for (const resource of caseRecord) expect(ties('director', 'see', resource)).toEqual(relationships)
  expect(whoMay('decide', 'director approval')).toEqual(['director'])
  expect(ties('director', 'decide', 'panel decision')).toEqual(['panel'])
  expect(whoMay('decide', 'concern response')).toEqual(['director'])
})

test('virtual school and health: their section of their cohort; nothing legal, no adoption identity', () => {
  expect(reach('virtual school', 'see').filter(saysWhichChild)).toEqual(['child overview', 'education'])
  expect(reach('health', 'see').filter(saysWhichChild)).toEqual(['child overview', 'health'])
  expect(ties('virtual school', 'change', 'education')).toEqual(['service'])
  expect(ties('health', 'change', 'health')).toEqual(['service'])
})

test('performance analyst: rows without names, figures, definitions; names only to mend the return; no narrative', () => {
  expect(reach('performance analyst', 'see').filter(saysWhichChild))
    .toEqual(['imports', 'differences', 'return checks', 'return file'])
  expect(ties('performance analyst', 'see', 'pseudonymised rows')).toEqual(relationships)
  expect(whoMay('decide', 'measure definitions')).toEqual(['performance analyst'])
})

test('councillor: figures and papers; identifies no child', () => {
  expect(reach('councillor', 'see')).toEqual(['figures', 'papers'])
  expect(actions.filter((act) => act !== 'see').flatMap((act) => reach('councillor', act).map((one) => [act, one])))
    .toEqual([['record', 'papers']])
})

test('inspector: reads the sample for a limited time, edits nothing', () => {
  for (const resource of caseRecord) expect(ties('inspector', 'see', resource)).toEqual(['allocated'])
  for (const act of actions.filter((one) => one !== 'see')) expect(reach('inspector', act)).toEqual([])
  const unending = ask('inspector', 'see', 'plan', 'allocated')
  expect(decide({ ...unending, roles: unending.roles.map((one) => ({ ...one, to: null })) })).toMatchObject({ reason: 'no role' })
})

test('participation worker: the young person’s own material; records views', () => {
  expect(reach('participation worker', 'see').filter(saysWhichChild))
    .toEqual(['child overview', 'review letter', 'life story', 'own words', 'own copy'])
  expect(ties('participation worker', 'record', 'own words')).toEqual(['allocated'])
})

test('young person, parent, carer: their own copy, to which they may answer; nothing of others', () => {
  expect(actions.flatMap((act) => reach('young person or family', act).map((one) => `${act} ${one}`)))
    .toEqual(['see own copy', 'record own copy'])
  expect(ties('young person or family', 'see', 'own copy')).toEqual(['own'])
})

test('system administrator: accounts and the audit log, no content', () => {
  expect(reach('system administrator', 'see'))
    .toEqual(['declared ties', 'accounts', 'teams', 'audit log', 'saved views'])
  expect(whoMay('administer', 'accounts')).toEqual(['system administrator'])
})
