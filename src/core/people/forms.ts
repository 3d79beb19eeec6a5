/**
 * What is asked about the people who work here, their teams, whose child is whose, and what no tie opens. Declared like the
 * records (core/records/recordType.ts), so that forms and their checking need nothing else; each lives in tables of its own.
 */
import { roleDescriptions, roles, type Role } from '../access/roles.ts'
import type { Resource } from '../access/resources.ts'
import { declareRecord, type Choice } from '../records/recordType.ts'

export const detailsForm = declareRecord({
  name: 'person', noun: 'the details of a person', resource: 'accounts', about: 'authority',
  fields: {
    name: { kind: 'text', label: 'Name', hint: 'As colleagues know them', required: true, max: 100 },
    signInName: {
      kind: 'text', label: 'Sign-in name', hint: 'What they type to sign in, or the work email address your council’s sign-in knows them by', required: true, max: 100,
    },
    email: { kind: 'text', label: 'Email address', hint: 'Where Holdfast writes to them', max: 200 },
    worker: {
      kind: 'text', label: 'Worker number', hint: 'As the return writes it (SW_ID). Children whom the return gives this worker are theirs until somebody allocates them here', max: 20,
    },
    manager: { kind: 'person', label: 'Manager' },
  },
})

export const roleForm = declareRecord({
  name: 'role given', noun: 'a role', resource: 'accounts', about: 'authority',
  fields: {
    role: { kind: 'choice', label: 'Role', required: true, choices: roles.map((role) => ({ value: role, label: roleDescriptions[role].words })) },
    fromOn: { kind: 'day', label: 'First day', required: true },
    lastOn: { kind: 'day', label: 'Last day', hint: 'Leave it out for a role that goes on. Scrutiny and inspection need a last day' },
  },
})

export const answersForWords = { 'its teams': 'The children of its teams', 'all in care': 'Every child in care, such as the virtual school or the health team' } as const

export const serviceForm = declareRecord({
  name: 'service', noun: 'a service', resource: 'teams', about: 'authority',
  fields: {
    name: { kind: 'text', label: 'Name of the service', required: true, max: 100 },
    answersFor: {
      kind: 'choice', label: 'Whom does it answer for?', required: true, missing: 'Choose whom the service answers for',
      choices: [{ value: 'its teams', label: answersForWords['its teams'] }, { value: 'all in care', label: answersForWords['all in care'] }],
    },
  },
})

/** The form of a team, with the services it may be part of. */
export const teamForm = (services: readonly Choice[]) => declareRecord({
  name: 'team', noun: 'a team', resource: 'teams', about: 'authority',
  fields: {
    name: { kind: 'text', label: 'Name of the team', hint: 'As your list of social workers writes it: by this name the return’s workers belong to it', required: true, max: 100 },
    service: { kind: 'choice', label: 'Service', choices: services },
  },
})

/** The form by which somebody joins a team or a service. */
export const joinForm = (places: readonly Choice[]) => declareRecord({
  name: 'team member', noun: 'a place in a team', resource: 'teams', about: 'authority',
  fields: {
    place: { kind: 'choice', label: 'Team or service', required: true, choices: places },
    as: {
      kind: 'choice', label: 'As', required: true, missing: 'Choose whether they manage it',
      choices: [
        { value: 'member', label: 'A member', hint: 'Of a service: whoever answers for all of it' },
        { value: 'manages', label: 'Its manager', hint: 'Sees the team’s children, as far as their role lets them' },
      ],
    },
    fromOn: { kind: 'day', label: 'First day', required: true },
  },
})

export const deputyForm = declareRecord({
  name: 'deputy', noun: 'somebody who stands in', resource: 'accounts', about: 'authority',
  fields: {
    standsIn: { kind: 'person', label: 'Who stands in?', required: true, missing: 'Choose who stands in' },
    fromOn: { kind: 'day', label: 'First day', required: true },
    lastOn: { kind: 'day', label: 'Last day', required: true },
    reason: { kind: 'text', label: 'Why', hint: 'Such as leave' },
  },
})

/** The form that gives a child to a person who holds a role. */
export const personAllocationForm = (role: Role) => declareRecord({
  name: 'allocation', noun: 'an allocation', resource: role === 'reviewing officer' ? 'reviewing allocations' : 'allocations', about: 'child',
  fields: {
    holder: { kind: 'person', label: roleDescriptions[role].words, required: true, roles: [role], missing: 'Choose a person' },
    fromOn: { kind: 'day', label: 'First day', hint: 'Whoever has it now has it until the day before', required: true },
    reason: { kind: 'text', label: 'Why' },
  },
})

/** The form that gives a child to a team. */
export const teamAllocationForm = (teams: readonly Choice[]) => declareRecord({
  name: 'allocation', noun: 'an allocation', resource: 'allocations', about: 'child',
  fields: {
    holder: { kind: 'choice', label: 'Team', required: true, choices: teams },
    fromOn: { kind: 'day', label: 'First day', hint: 'Whichever team has the child now has it until the day before', required: true },
    reason: { kind: 'text', label: 'Why' },
  },
})

export const endForm = declareRecord({
  name: 'ending', noun: 'an ending', resource: 'allocations', about: 'authority',
  fields: { lastOn: { kind: 'day', label: 'Last day', required: true } },
})

export const restrictionForm = declareRecord({
  name: 'restriction', noun: 'a restriction', resource: 'restrictions', about: 'child',
  fields: {
    code: { kind: 'text', label: 'Child’s number', required: true, max: 20 },
    reason: { kind: 'long text', label: 'Why the record is closed', rows: 3, required: true, max: 2000 },
    named: { kind: 'person', label: 'Who may open it', hint: 'The first person; others are added on the next page. Nobody else will know that there is such a child', required: true, missing: 'Choose who may open it' },
  },
})

export const nameForm = declareRecord({
  name: 'name on a restricted record', noun: 'a name', resource: 'restrictions', about: 'child',
  fields: { person: { kind: 'person', label: 'Who may open it', required: true, missing: 'Choose a person' } },
})

export const tieForm = declareRecord({
  name: 'declared tie', noun: 'a tie', resource: 'declared ties', about: 'authority',
  fields: {
    name: { kind: 'text', label: 'Their name', hint: 'The child, or a parent or carer you are close to', required: true, max: 100 },
    how: { kind: 'text', label: 'How are you tied?', hint: 'Such as cousin, neighbour, friend of the family', required: true, missing: 'Enter how you are tied', max: 200 },
    code: { kind: 'text', label: 'Child’s number, if you know it', max: 20 },
  },
})

export const ownDetailsForm = declareRecord({
  name: 'own details', noun: 'your own details', resource: 'declared ties', about: 'authority',
  fields: {
    familyName: { kind: 'text', label: 'Your family name', max: 100 },
    postcode: { kind: 'text', label: 'Your home postcode', max: 10 },
  },
})

/** What may be opened in an emergency; who the child is comes with each. */
export const glassParts = [
  { value: 'whole record', label: 'The whole record, as far as your role reads records' },
  { value: 'placement address', label: 'Where the child lives' },
  { value: 'family', label: 'Family and who may see the child' },
  { value: 'plan', label: 'The plan' },
  { value: 'case notes', label: 'Visits and case notes' },
  { value: 'health', label: 'Health' },
  { value: 'proceedings', label: 'Court orders and hearings' },
] as const satisfies readonly { readonly value: Resource | 'whole record'; readonly label: string }[]

/** Nothing is asked but whether. */
export const restrictionEndForm = declareRecord({ name: 'end of a restriction', noun: 'the end of a restriction', resource: 'restrictions', about: 'child', fields: {} })

export const glassForm = declareRecord({
  name: 'break-glass use', noun: 'a breaking of the glass', resource: 'break-glass uses', about: 'child',
  fields: {
    code: { kind: 'text', label: 'Child’s number', required: true, missing: 'Enter the child’s number', max: 20 },
    reason: { kind: 'long text', label: 'Why must you open this record now?', rows: 3, required: true, missing: 'Say why you must open this record now', max: 2000 },
    parts: { kind: 'choices', label: 'What must you read?', required: true, missing: 'Say what you must read', choices: glassParts },
    hours: { kind: 'number', label: 'For how many hours?', hint: '24 at most', required: true, from: 1, to: 24, missing: 'Enter for how many hours' },
  },
})

export const glassReviewForm = declareRecord({
  name: 'break-glass review', noun: 'a review', resource: 'break-glass uses', about: 'child',
  fields: {
    justified: { kind: 'yes or no', label: 'Was it justified?', required: true, missing: 'Choose whether it was justified' },
    review: { kind: 'long text', label: 'What you found', rows: 4, required: true, missing: 'Say what you found', max: 4000 },
  },
})
