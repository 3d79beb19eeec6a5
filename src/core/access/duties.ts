/**
 * Separation of duties: acts that a grant allows and who did what before forbids (domain part 4, "separation of duties to
 * enforce"). Each rule is named and has its words. Where what a rule needs is not known the answer is no: "cannot tell"
 * never becomes "fine".
 */
import type { Action } from './actions.ts'
import { decide, type Ask, type Decision } from './decide.ts'
import type { Resource } from './resources.ts'

/** Who did what in the work at hand, by person id. Left out means not known; an empty list means known to be nobody. */
export interface WorkFacts {
  readonly planAuthors?: readonly string[]
  readonly presenters?: readonly string[]
  readonly panelMembers?: readonly string[]
  readonly concernRaisedBy?: readonly string[]
  /** Those who chaired the review. */
  readonly reviewChairs?: readonly string[]
  readonly assessors?: readonly string[]
  readonly minuteTakers?: readonly string[]
  /** Those who hold the case: the child's social worker and the team manager who answers for it. */
  readonly caseHolders?: readonly string[]
  /** Everyone above the asker in their line of management, nearest first. */
  readonly managersOfAsker?: readonly string[]
  /** The minute or decision has been signed off. */
  readonly signedOff?: boolean
  /** The child has said that this reader shall not have these words. */
  readonly consentWithheld?: boolean
}

export type DutyName =
  | 'author is not approver' | 'presenter is not chair' | 'reviewing officer is independent'
  | 'decision maker is not on the panel' | 'nobody closes their own concern' | 'nobody agrees to a review they chaired'
  | 'nominated officer is not the assessor' | 'minute-taker does not sign off' | 'signed off stands' | 'the child’s consent'

export interface Duty {
  readonly name: DutyName
  readonly words: string
  readonly may: readonly Action[]
  readonly on: readonly Resource[]
  /** The facts it cannot do without. */
  readonly needs: readonly (keyof WorkFacts)[]
  readonly breached: (personId: string, facts: WorkFacts) => boolean
}

const among = (people: readonly string[] | undefined, personId: string): boolean => people?.includes(personId) === true

/**
 * Whether a reviewing officer is independent of a case: not one of those who hold or manage it, and with none of them
 * above in the line of management. A director above both is not a case holder. Also to be asked before a reviewing
 * officer is allocated.
 */
export function independentOf(personId: string, managers: readonly string[], caseHolders: readonly string[]): boolean {
  return ![personId, ...managers].some((one) => caseHolders.includes(one))
}

export const duties: readonly Duty[] = [
  {
    name: 'author is not approver', words: 'Whoever wrote a plan does not authorise it.',
    may: ['decide'], on: ['plan draft'], needs: ['planAuthors'],
    breached: (personId, { planAuthors }) => among(planAuthors, personId),
  },
  {
    name: 'presenter is not chair', words: 'Whoever presents a child to a panel does not chair the panel for that child.',
    may: ['record', 'change', 'decide'], on: ['panel decision'], needs: ['presenters'],
    breached: (personId, { presenters }) => among(presenters, personId),
  },
  {
    name: 'reviewing officer is independent',
    words: 'A reviewing officer neither holds the case nor is managed by anybody who does.',
    may: ['record', 'change', 'decide'], on: ['review record', 'review letter', 'midway note', 'concern'],
    needs: ['caseHolders', 'managersOfAsker'],
    breached: (personId, { caseHolders = [], managersOfAsker = [] }) =>
      !independentOf(personId, managersOfAsker, caseHolders),
  },
  {
    name: 'decision maker is not on the panel',
    words: 'An agency decision maker does not sit on the panel that advises them.',
    may: ['record', 'change', 'decide'], on: ['agency decision', 'adopter approval'], needs: ['panelMembers'],
    breached: (personId, { panelMembers }) => among(panelMembers, personId),
  },
  {
    name: 'nobody agrees to a review they chaired', words: 'Whoever chaired a review does not answer for the manager.',
    may: ['record'], on: ['review response'], needs: ['reviewChairs'],
    breached: (personId, { reviewChairs }) => among(reviewChairs, personId),
  },
  {
    name: 'nobody closes their own concern', words: 'Whoever raised a concern does not close it.',
    may: ['decide'], on: ['concern'], needs: ['concernRaisedBy'],
    breached: (personId, { concernRaisedBy }) => among(concernRaisedBy, personId),
  },
  {
    name: 'nominated officer is not the assessor', words: 'Whoever assessed does not approve as nominated officer.',
    may: ['record', 'change', 'decide'], on: ['nominated officer approval', 'director approval'], needs: ['assessors'],
    breached: (personId, { assessors }) => among(assessors, personId),
  },
  {
    name: 'minute-taker does not sign off', words: 'Whoever took the minutes does not sign them off.',
    may: ['decide'], on: ['panel minutes', 'planning meeting'], needs: ['minuteTakers'],
    breached: (personId, { minuteTakers }) => among(minuteTakers, personId),
  },
  {
    name: 'signed off stands', words: 'What was signed off is not edited: a later meeting decides anew.',
    may: ['change', 'decide'], on: ['panel minutes', 'panel decision', 'planning meeting'], needs: ['signedOff'],
    breached: (_personId, { signedOff }) => signedOff === true,
  },
  {
    name: 'the child’s consent', words: 'A child’s own words go only to those the child agreed to.',
    may: ['see', 'export'], on: ['own words'], needs: ['consentWithheld'],
    breached: (_personId, { consentWithheld }) => consentWithheld === true,
  },
]

/** The duties that bear on an act, and so the facts that must be loaded for it. */
export function dutiesOn(resource: Resource, action: Action): readonly Duty[] {
  return duties.filter(({ may, on }) => may.includes(action) && on.includes(resource))
}

/**
 * Why not, for a person to read: the words of the duty that stands in the way, else `otherwise`. (A decision's own reason is for
 * the log: it names the rule.)
 */
export function denialWords({ reason, because }: Extract<Decision, { readonly kind: 'deny' }>, otherwise: string): string {
  if (reason !== 'duty') return otherwise
  const duty = duties.find(({ name }) => because.startsWith(`${name}: `))
  if (duty === undefined) return because
  return because === `${duty.name}: ${duty.words}` ? duty.words : `Holdfast cannot tell whether this rule is kept: ${duty.words}`
}

/** The decision, with the separation of duties: what a use case asks before it acts. */
export function mayAct(ask: Ask, facts: WorkFacts): Decision {
  const decision = decide(ask)
  if (decision.kind === 'deny') return decision
  for (const duty of dutiesOn(ask.resource, ask.action)) {
    const missing = duty.needs.filter((fact) => facts[fact] === undefined)
    if (missing.length > 0) {
      return { kind: 'deny', reason: 'duty', because: `${duty.name}: not known: ${missing.join(', ')}` }
    }
    if (duty.breached(ask.personId, facts)) return { kind: 'deny', reason: 'duty', because: `${duty.name}: ${duty.words}` }
  }
  return decision
}
