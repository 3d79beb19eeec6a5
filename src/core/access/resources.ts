/**
 * What Holdfast holds or will hold, as the access table names it: what the record is about, and how much harm its being
 * seen could do. A page, a column, a file and an API field each belong to one of these.
 */

/** How a record is guarded, from the least to the most. */
export const sensitivities = [
  'open', 'aggregate', 'governance', 'pseudonymous', 'identifying', 'narrative', 'special', 'third party', 'named only',
  'sealed',
] as const
export type Sensitivity = (typeof sensitivities)[number]

export const sensitivityWords: Readonly<Record<Sensitivity, string>> = {
  open: 'says nothing of any child',
  aggregate: 'counts, small numbers suppressed',
  governance: 'who works here and what they did',
  pseudonymous: 'rows a child, without names or codes',
  identifying: 'says which child',
  narrative: 'what was written about a child',
  special: 'health, ethnicity, belief, disability and the like (UK GDPR article 9), or what a child told us',
  'third party': 'about other people: parents, relatives, carers',
  'named only': 'only people named on the record, whatever their role',
  sealed: 'joins a child’s identities before and after adoption: named people only, and every look raises an alarm',
}

export interface ResourceDescription {
  readonly about: 'child' | 'household' | 'authority'
  readonly sensitivity: Sensitivity
  readonly words: string
}

const child = (sensitivity: Sensitivity, words: string): ResourceDescription => ({ about: 'child', sensitivity, words })
const household = (sensitivity: Sensitivity, words: string): ResourceDescription => ({ about: 'household', sensitivity, words })
const authority = (sensitivity: Sensitivity, words: string): ResourceDescription => ({ about: 'authority', sensitivity, words })

export const resourceDescriptions = {
  'child overview': child('identifying', 'who the child is: name, age, code, worker and team; also search'),
  standing: child('identifying', 'where the child stands: a row of the tracker'),
  'child details': child('special', 'identifiers, ethnicity, religion, language, disability, immigration'),
  episodes: child('identifying', 'episodes, legal statuses and homes as the return has them'),
  deadlines: child('identifying', 'what is due and overdue, with its working'),
  'case notes': child('narrative', 'visits and case notes'),
  assessments: child('narrative', 'assessments of child, parents, relatives and siblings'),
  plan: child('narrative', 'the authorised permanence plan with its parallel lines'),
  'plan draft': child('narrative', 'a plan that nobody has authorised yet; deciding it is authorising it'),
  'review record': child('narrative', 'the looked-after review; deciding it is endorsing or declining the plan and issuing decisions'),
  'review response': child('narrative', 'the manager’s answer to what a review decided; changing it is settling an objection'),
  'review letter': child('narrative', 'the letter to the child after a review; deciding it is sending it'),
  'midway note': child('narrative', 'the reviewing officer’s note between reviews; deciding it is auditing it'),
  concern: child('narrative', 'a reviewing officer’s concern; changing it is escalating, bypassing or referring to Cafcass; deciding it is closing it'),
  'concern response': child('narrative', 'the service’s answer to a concern; deciding it is the final stage'),
  'planning meeting': child('narrative', 'permanency planning meetings and their minutes; deciding is signing the minutes off'),
  supervision: child('narrative', 'what supervision said of the child'),
  actions: child('identifying', 'who is to do what by when'),
  'panel agenda': child('identifying', 'the child’s item on a panel’s agenda and when it returns'),
  'panel papers': child('narrative', 'the papers a panel or decision maker reads about the child'),
  'panel minutes': child('narrative', 'the minute of the child’s item; deciding it is signing it off'),
  'panel decision': child('narrative', 'what the panel decided or recommends, and its red, amber or green'),
  'agency decision': child('narrative', 'should be placed for adoption, match, reversal: with reasons'),
  'nominated officer approval': child('narrative', 'temporary approval of a connected person, placement with parents'),
  'director approval': child('narrative', 'distant placement, ceasing to look after at 16 or 17'),
  proceedings: child('narrative', 'hearings, directions, timetable, extensions; Family Court papers'),
  health: child('special', 'health assessments, dental checks, immunisations, strengths and difficulties'),
  education: child('special', 'personal education plans, school, special educational needs'),
  'life story': child('narrative', 'life story work and later life letter'),
  'own words': child('special', 'wishes and feelings in the child’s own words, with whose consent to share'),
  family: child('third party', 'parents, relatives and siblings, relationships, family time'),
  'placement address': child('third party', 'where the child lives'),
  carers: household('third party', 'the household the child lives with: approval, checks, support'),
  'foster carer review': household('third party', 'reviews of foster carers’ approval'),
  profile: child('narrative', 'the agreed profile for family finding; deciding it is agreeing it'),
  referral: child('identifying', 'the referral to a regional agency; deciding it is making or withdrawing it'),
  'links and matches': child('third party', 'carers considered for the child, links, matches'),
  'restricted section': child('named only', 'a section of the record closed to all but named people'),
  'adopter identity': child('sealed', 'who adopted whom'),
  'own copy': child('narrative', 'the copy made for a young person, parent or carer; recording is sending views or an objection'),
  adopters: household('third party', 'adopters’ files: enquiry, stages, checks, reports'),
  'adopter approval': household('third party', 'the decision on adopters’ approval; deciding it is approving or rescinding'),
  figures: authority('aggregate', 'measures as figures'),
  'pseudonymised rows': authority('pseudonymous', 'the rows behind a figure, without names or codes'),
  'measure children': child('identifying', 'the named children behind a figure'),
  'measure definitions': authority('open', 'definitions of measures, published snapshots'),
  papers: authority('aggregate', 'committee papers and reports, requests and actions on them'),
  imports: authority('identifying', 'returns brought in, with their notes'),
  differences: child('identifying', 'differences between returns; deciding is accepting or keeping'),
  'return checks': child('identifying', 'what the DfE’s rules find in the return; recording is explaining'),
  'return file': authority('identifying', 'the return as a file to send'),
  'everything written': child('narrative', 'all that was written about the child, taken out together: kind by kind what the person sees of each'),
  allocations: child('governance', 'whose child: worker, team, family finder, deputies'),
  'reviewing allocations': child('governance', 'whose child: the reviewing officer'),
  restrictions: child('governance', 'who is named on a restricted record; ties that lock it'),
  'declared ties': authority('governance', 'a worker’s own declaration of family and friends'),
  'break-glass uses': child('governance', 'who broke the glass, why, and the review of it'),
  accounts: authority('governance', 'people who sign in, their roles and dates'),
  teams: authority('governance', 'services, teams and who is in them'),
  'audit log': authority('governance', 'who looked at what: identifiers, never content; deciding is reviewing unusual looks'),
  policies: authority('open', 'local policies and panel definitions'),
  'saved views': authority('open', 'a person’s own saved filters'),
} as const satisfies Readonly<Record<string, ResourceDescription>>

export type Resource = keyof typeof resourceDescriptions

export const resources = Object.keys(resourceDescriptions) as readonly Resource[]

/** How a resource is guarded, in the wide type (the table above keeps the narrow one). */
export function describeResource(resource: Resource): ResourceDescription {
  return resourceDescriptions[resource]
}

/** Whether a person must be named on the record as well as hold a grant. */
export function needsName(resource: Resource): boolean {
  const { sensitivity } = describeResource(resource)
  return sensitivity === 'named only' || sensitivity === 'sealed'
}

/**
 * Whether a restriction closes it. The registers of restrictions and of broken glass stay open to whoever keeps them, or
 * a record whose last named person has left could never be opened again.
 */
export function closedByRestriction(resource: Resource): boolean {
  return resource !== 'restrictions' && resource !== 'break-glass uses'
}

/** A child's case record: what a role that "sees own children" sees. Sealed and named-only sections are not in it. */
export const caseRecord = [
  'child overview', 'standing', 'child details', 'episodes', 'deadlines', 'case notes', 'assessments', 'plan', 'plan draft',
  'review record', 'review response', 'review letter', 'midway note', 'concern', 'concern response', 'planning meeting', 'supervision',
  'actions',
  'panel agenda', 'panel papers', 'panel minutes', 'panel decision', 'agency decision', 'nominated officer approval',
  'director approval', 'proceedings', 'health', 'education', 'life story', 'own words', 'family', 'placement address',
  'carers', 'profile', 'referral', 'links and matches', 'everything written', 'measure children', 'return checks', 'allocations',
  'reviewing allocations',
] as const satisfies readonly Resource[]

/** What was written about a child. */
export const narrative: readonly Resource[] = resources.filter((one) =>
  ['narrative', 'special', 'third party'].includes(describeResource(one).sensitivity))

/** Everything that says which child. */
export const identifyingResources: readonly Resource[] = resources.filter((one) =>
  ['identifying', 'narrative', 'special', 'third party', 'named only', 'sealed'].includes(describeResource(one).sensitivity))
