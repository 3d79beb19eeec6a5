/** Separation of duties: each rule with a case that breaks it, one that keeps it, and one where it cannot be told. */
import { describe, expect, test } from 'vitest'
import { actions, type Action } from './actions.ts'
import { decide } from './decide.ts'
import { denialWords, duties, dutiesOn, independentOf, mayAct, type DutyName, type WorkFacts } from './duties.ts'
import type { Relationship } from './relationships.ts'
import { resources, type Resource } from './resources.ts'
import { roles, type Role } from './roles.ts'
import { ask } from './testing/asks.ts'

// The asker is "worker".
interface Case {
  readonly duty: DutyName
  readonly role: Role
  readonly action: Action
  readonly resource: Resource
  readonly tie: Relationship
  readonly kept: WorkFacts
  readonly broken: readonly WorkFacts[]
}

const panel: WorkFacts = { presenters: ['presenter'], minuteTakers: ['minute-taker'], signedOff: false }
const reviewing: WorkFacts = { caseHolders: ['holder', 'team manager'], managersOfAsker: ['reviewing manager', 'director'], concernRaisedBy: ['colleague'] }

const cases: readonly Case[] = [
  {
    duty: 'author is not approver', role: 'team manager', action: 'decide', resource: 'plan draft', tie: 'team',
    kept: { planAuthors: ['author'] }, broken: [{ planAuthors: ['worker'] }, { planAuthors: ['author', 'worker'] }],
  },
  {
    duty: 'presenter is not chair', role: 'panel chair', action: 'decide', resource: 'panel decision', tie: 'panel',
    kept: panel, broken: [{ ...panel, presenters: ['worker'] }],
  },
  {
    duty: 'presenter is not chair', role: 'director', action: 'record', resource: 'panel decision', tie: 'panel',
    kept: { presenters: [] }, broken: [{ presenters: ['presenter', 'worker'] }],
  },
  {
    duty: 'reviewing officer is independent', role: 'reviewing officer', action: 'decide', resource: 'review record', tie: 'reviewing',
    kept: reviewing,
    broken: [
      { ...reviewing, managersOfAsker: ['holder'] }, { ...reviewing, managersOfAsker: ['reviewing manager', 'team manager'] },
      { ...reviewing, caseHolders: ['worker'] },
    ],
  },
  {
    duty: 'reviewing officer is independent', role: 'reviewing officer', action: 'record', resource: 'concern', tie: 'reviewing',
    kept: reviewing, broken: [{ ...reviewing, managersOfAsker: ['holder'] }],
  },
  {
    duty: 'decision maker is not on the panel', role: 'agency decision maker', action: 'decide', resource: 'agency decision', tie: 'allocated',
    kept: { panelMembers: ['member'] }, broken: [{ panelMembers: ['member', 'worker'] }],
  },
  {
    duty: 'decision maker is not on the panel', role: 'adopter decision maker', action: 'decide', resource: 'adopter approval', tie: 'none',
    kept: { panelMembers: [] }, broken: [{ panelMembers: ['worker'] }],
  },
  {
    duty: 'nobody agrees to a review they chaired', role: 'team manager', action: 'record', resource: 'review response', tie: 'team',
    kept: { reviewChairs: ['officer'] }, broken: [{ reviewChairs: ['officer', 'worker'] }],
  },
  {
    duty: 'nobody closes their own concern', role: 'reviewing officer', action: 'decide', resource: 'concern', tie: 'reviewing',
    kept: reviewing, broken: [{ ...reviewing, concernRaisedBy: ['worker'] }],
  },
  {
    duty: 'nobody closes their own concern', role: 'reviewing manager', action: 'decide', resource: 'concern', tie: 'none',
    kept: reviewing, broken: [{ ...reviewing, concernRaisedBy: ['worker'] }],
  },
  {
    duty: 'nominated officer is not the assessor', role: 'head of service', action: 'decide', resource: 'nominated officer approval', tie: 'service',
    kept: { assessors: ['assessor'] }, broken: [{ assessors: ['worker'] }],
  },
  {
    duty: 'nominated officer is not the assessor', role: 'director', action: 'decide', resource: 'director approval', tie: 'none',
    kept: { assessors: ['assessor'] }, broken: [{ assessors: ['assessor', 'worker'] }],
  },
  {
    duty: 'minute-taker does not sign off', role: 'panel chair', action: 'decide', resource: 'panel minutes', tie: 'panel',
    kept: panel, broken: [{ ...panel, minuteTakers: ['worker'] }],
  },
  {
    duty: 'minute-taker does not sign off', role: 'team manager', action: 'decide', resource: 'planning meeting', tie: 'team',
    kept: panel, broken: [{ ...panel, minuteTakers: ['worker'] }],
  },
  {
    duty: 'signed off stands', role: 'panel administrator', action: 'change', resource: 'panel minutes', tie: 'panel',
    kept: { signedOff: false }, broken: [{ signedOff: true }],
  },
  {
    duty: 'signed off stands', role: 'panel chair', action: 'change', resource: 'panel decision', tie: 'panel',
    kept: panel, broken: [{ ...panel, signedOff: true }],
  },
  {
    duty: 'the child’s consent', role: 'social worker', action: 'see', resource: 'own words', tie: 'allocated',
    kept: { consentWithheld: false }, broken: [{ consentWithheld: true }],
  },
]

describe.each(cases)('$duty: $role, $action $resource', ({ duty, role, action, resource, tie, kept, broken }) => {
  const asked = ask(role, action, resource, tie)

  test('kept: the table’s own answer', () => {
    expect(mayAct(asked, kept)).toEqual(decide(asked))
    expect(mayAct(asked, kept).kind).toBe('allow')
  })
  test('broken: denied, by name', () => {
    const words = duties.find(({ name }) => name === duty)?.words
    for (const facts of broken) {
      expect(mayAct(asked, facts)).toEqual({ kind: 'deny', reason: 'duty', because: `${duty}: ${words}` })
    }
  })
  test('not known: denied, and says what is missing', () => {
    for (const fact of duties.find(({ name }) => name === duty)?.needs ?? []) {
      const { [fact]: _left, ...rest } = kept
      const said = mayAct(asked, rest)
      expect(said).toMatchObject({ kind: 'deny', reason: 'duty' })
      expect(said.because).toContain(`not known: ${fact}`)
    }
  })
})

test('a person reads the words of the duty; the name of the rule is for the log', () => {
  const closing = ask('reviewing officer', 'decide', 'concern', 'reviewing')
  const said = (facts: WorkFacts) => {
    const decision = mayAct(closing, facts)
    return decision.kind === 'allow' ? null : denialWords(decision, 'Somebody else closes it.')
  }
  expect(said(reviewing)).toBeNull()
  expect(said({ ...reviewing, concernRaisedBy: ['worker'] })).toBe('Whoever raised a concern does not close it.')
  expect(said({ caseHolders: [], managersOfAsker: [] })).toBe('Holdfast cannot tell whether this rule is kept: Whoever raised a concern does not close it.')
  expect(denialWords({ kind: 'deny', reason: 'no tie', because: 'reviewing officer: only with a tie' }, 'Somebody else closes it.')).toBe('Somebody else closes it.')
})

test('every duty has a case, and is a rule about something that somebody may do', () => {
  expect(new Set(cases.map(({ duty }) => duty))).toEqual(new Set(duties.map(({ name }) => name)))
  for (const { may, on } of duties) for (const resource of on) {
    const somebody = may.some((action) => roles.some((role) => (['none', 'team', 'service', 'reviewing', 'panel', 'allocated'] as const)
      .some((tie) => decide(ask(role, action, resource, tie)).kind === 'allow')))
    expect([resource, somebody]).toEqual([resource, true])
  }
})

test('a duty never allows what the table denies, whatever the facts', () => {
  const spotless: WorkFacts = {
    planAuthors: [], presenters: [], panelMembers: [], concernRaisedBy: [], reviewChairs: [], assessors: [], minuteTakers: [], caseHolders: [],
    managersOfAsker: [], signedOff: false, consentWithheld: false,
  }
  const wrong: string[] = []
  let run = 0
  for (const role of roles) for (const resource of resources) for (const action of actions) {
    for (const tie of ['none', 'allocated', 'panel', 'reviewing'] as const) {
      const asked = ask(role, action, resource, tie)
      const byTable = decide(asked).kind
      const unknown = mayAct(asked, {}).kind
      const right = mayAct(asked, spotless).kind === byTable && unknown === (dutiesOn(resource, action).length > 0 ? 'deny' : byTable)
      if (!right) wrong.push(`${role} ${action} ${resource} ${tie}`)
      run += 1
    }
  }
  expect(wrong).toEqual([])
  expect(run).toBe(34_224)
})

test('independence is asked of a reviewing officer before the child is allocated', () => {
  expect(independentOf('officer', ['reviewing manager'], ['holder', 'team manager'])).toBe(true)
  expect(independentOf('officer', ['reviewing manager', 'team manager'], ['holder', 'team manager'])).toBe(false)
  expect(independentOf('holder', [], ['holder'])).toBe(false)
})
