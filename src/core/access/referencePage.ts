/** The access table as a page for people: `docs/reference/access.md`. A test keeps the page equal to the table. */
import { actionWords, actions, type Action } from './actions.ts'
import { duties } from './duties.ts'
import type { Grant, RoleBlock } from './grants.ts'
import { relationshipWords, relationships, type Relationship } from './relationships.ts'
import {
  caseRecord, describeResource, identifyingResources, narrative, resources, sensitivities, sensitivityWords, type Resource,
} from './resources.ts'
import { roleDescriptions } from './roles.ts'
import { granted, table } from './table.ts'

const row = (...columns: readonly string[]): string => `| ${columns.join(' | ')} |`
const head = (...columns: readonly string[]): readonly string[] => [row(...columns), `|${columns.map(() => '---|').join('')}`]

function when(relationship: readonly Relationship[]): string {
  return relationship.length === relationships.length ? 'always' : relationship.join(', ')
}

const groups: readonly { readonly words: string; readonly list: readonly Resource[] }[] = [
  { words: '**everything that says which child**', list: identifyingResources },
  { words: '**what was written about a child**', list: narrative },
  { words: '**the case record**', list: caseRecord },
]

/** A list of records, with the groups that are in it whole, or nearly so, said in few words. */
function on(list: readonly Resource[]): string {
  const without = (all: readonly Resource[]): readonly Resource[] => all.filter((one) => !list.includes(one))
  if (without(resources).length <= 8) return ['anything', ...without(resources)].join(', ').replace(', ', ' but ')
  const group = groups.find((one) => without(one.list).length <= 3)
  if (group === undefined) return list.join(', ')
  const missing = without(group.list)
  const whole = missing.length === 0 ? group.words : `${group.words} (but not ${missing.join(', ')})`
  return [whole, ...list.filter((one) => !group.list.includes(one))].join(', ')
}

const acts = (may: readonly Action[]): string => may.length === actions.length ? 'have anything to do with' : may.join(', ')
const grantRow = ({ may, on: list, when: ties, because }: Grant): string => row(may.join(', '), on(list), when(ties), because)

function roleSection({ role, source, grants, mayNot }: RoleBlock): readonly string[] {
  const { words, timeLimited, breaksGlass } = roleDescriptions[role]
  const notes = [
    ...(timeLimited === true ? ['Given for a limited time: without an end date it gives nothing.'] : []),
    ...(breaksGlass === true ? ['May break the glass.'] : []),
  ]
  return [
    `### ${words}`, '', `\`${role}\` · source: “${source}”. ${notes.join(' ')}`.trimEnd(), '',
    ...head('May', 'On', 'When', 'Because'), ...grants.map(grantRow), '',
    ...mayNot.map(({ may, on: list, when: ties, because }) =>
      `- May not ${because}: ${acts(may)} ${on(list)}${ties.length === relationships.length ? '' : ` (${when(ties)})`}.`),
    ...(mayNot.length > 0 ? [''] : []),
  ]
}

/** Who may see a record: roles with the ties that open it. */
function seers(resource: Resource): string {
  return table.flatMap(({ role }) => {
    const cell = granted(role, resource, 'see')
    return cell.size === 0 ? [] : [`${role}${cell.has('none') ? '' : ` (${[...cell.keys()].join(', ')})`}`]
  }).join('; ')
}

/** The page, as Markdown. */
export function accessPage(): string {
  return [
    '# Who may see and do what', '',
    'Made from the access table (`src/core/access`); a test fails when this page and the table differ. To make it again: ' +
      '`npx vitest run src/core/access/referencePage.test.ts -u`.', '',
    `${table.length} roles, ${resources.length} kinds of record, ${actions.length} acts, ${relationships.length} ways to stand to a child. ` +
      'What no line grants is denied. Lines that begin with “ours” are Holdfast’s own reading, for a council to confirm; the others quote practice.', '',
    '## How a decision is made', '',
    '1. Roles count on the days they are held. No role, no access.',
    '2. **Own family**: a worker tied within two degrees to somebody the record is about, by declaration or by the family records, is denied. Nothing lifts it.',
    '3. **Restricted record**: only people named on it, and they need a grant as well. (The registers of restrictions and of broken glass stay open to whoever keeps them.)',
    '4. The table: a line for the role, the act and the record, and a tie to the child held in that role.',
    '5. Parts that open to named people only, and the sealed join of adoption identities, ask for a name besides. Opening a seal raises an alarm.',
    '6. **Broken glass** opens one record for reading, for 24 hours at most, with a reason, to roles that may break it and no further than the role could ever see. It does not open named-only or sealed parts. It raises an alarm.',
    '7. **Separation of duties** (below). Where who did what is not known, the answer is no.',
    '8. Whoever stands in for a colleague has the colleague’s ties for those days, in a role they hold themselves; not the colleague’s names on restricted records, not the colleague’s locks.', '',
    'A screen never gives the reason: what one may not see is “not found”. The log has it.', '',
    '## Ways to stand to a child', '', ...head('Tie', 'Meaning'), ...relationships.map((one) => row(one, relationshipWords[one])), '',
    'A tie is held in a role: a virtual school’s tie to all children opens nothing to the same person as a social worker.', '',
    '## Acts', '', ...head('Act', 'Covers'), ...actions.map((one) => row(one, actionWords[one])), '',
    '## Separation of duties', '', ...head('Rule', 'In words', 'Act', 'On'),
    ...duties.map(({ name, words, may, on: list }) => row(name, words, may.join(', '), list.join(', '))), '',
    '## Roles', '', `**The case record** is: ${caseRecord.join(', ')}.`, '',
    '**Everything that says which child**, and **what was written about a child**, go by how a record is guarded (last table).', '', ...table.flatMap(roleSection),
    '## Records', '', ...head('Guarded as', 'Meaning'), ...sensitivities.map((one) => row(one, sensitivityWords[one])), '',
    ...head('Record', 'What it is', 'About', 'Guarded as', 'Seen by'),
    ...resources.map((one) => {
      const { about, sensitivity, words } = describeResource(one)
      return row(one, words, about, sensitivity, seers(one))
    }), '',
  ].join('\n')
}
