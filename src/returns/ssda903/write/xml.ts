/**
 * The return as one XML file, by the schema we know ("Expanded SSDA903 Return 2021", v3.3.0; format notes, section 5). The
 * order of elements is fixed there. What came into the return later has no element in it that we know of, and none is made
 * up: `notInXml` says what is left out.
 */
import type { FactName } from '../../../core/facts/factTypes.ts'
import type { HeldFact } from '../../../core/reconciliation/reconcileChild.ts'
import type { ChildYear } from '../held/childYear.ts'
import { ROOT } from '../read/xmlShape.ts'
import { tableOf } from '../tables.ts'
import { cellsOf } from './csv.ts'

export const xmlStart = `<?xml version="1.0" encoding="UTF-8"?>\n<${ROOT}>\n`
export const xmlEnd = `</${ROOT}>\n`

/** Kinds of fact that the known schema has no element for. */
export const notInXml: readonly FactName[] = ['social_worker_episode', 'deprivation_of_liberty_order']

/** An element of one column: its tag, when that is not the column's name; whether it must stand even when empty. */
interface Element {
  readonly column: string
  readonly tag?: string
  readonly always?: true
}

const some = (...columns: readonly string[]): readonly Element[] => columns.map((column) => ({ column }))
const always = (...columns: readonly string[]): readonly Element[] => columns.map((column) => ({ column, always: true }))

/** The 2021 schema's order, kind by kind; the UASC flag stands between ETHNIC and DUC. */
const first: readonly Element[] = [{ column: 'CHILD', tag: 'CHILDID', always: true }, ...always('UPN', 'SEX', 'DOB', 'ETHNIC')]
const ceased = some('DUC')
const adoption = some('DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR')
const careLeaver = some('IN_TOUCH', 'ACTIV', 'ACCOM')
const missing = [...always('MISSING', 'MIS_START'), ...some('MIS_END')]
const review = always('REVIEW', 'REVIEW_CODE')
const mother = some('MOTHER', 'MC_DOB')
const permanence = some('PREV_PERM', 'LA_PERM', 'DATE_PERM')
const outcomes = some(
  'SDQ_SCORE', 'SDQ_REASON', 'CONVICTED', 'HEALTH_CHECK', 'IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE',
  'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED',
)
const decision = [...always('DATE_PLACED'), ...some('DATE_PLACED_CEASED', 'REASON_PLACED_CEASED')]
const episode: readonly Element[] = [
  ...always('DECOM', 'RNE', 'LS', 'CIN'), { column: 'PLACE', tag: 'PL', always: true },
  ...some('PL_POST', 'HOME_POST', 'URN', 'PLACE_PROVIDER'), ...always('DEC', 'REC'), ...some('REASON_PLACE_CHANGE'),
]

/** The CHILD element of one child. */
export function xmlChild(child: ChildYear, year: number): string {
  const { facts } = child
  const flat = (type: FactName, elements: readonly Element[]): string => write(facts[type][0], elements, '      ')
  const each = (type: FactName, tag: string, elements: readonly Element[], indent: string): string =>
    facts[type].map((fact) => `${indent}<${tag}>\n${write(fact, elements, `${indent}  `)}${indent}</${tag}>\n`).join('')
  const write = (fact: HeldFact | undefined, elements: readonly Element[], indent: string): string => {
    const cells = fact === undefined ? null : cellsOf(fact.type, child.code, child.bornOn, fact.values, year, child.sex)
    const columns = fact === undefined ? [] : tableOf(fact.type).columns
    return elements.map(({ column, tag = column, always: stands }) => {
      const text = cells?.[columns.indexOf(column)] ?? ''
      if (text === '') return stands === true ? `${indent}<${tag}/>\n` : ''
      return `${indent}<${tag}>${escaped(text)}</${tag}>\n`
    }).join('')
  }
  return '  <CHILD>\n    <HEADER>\n'
    + flat('child_details', first)
    + `      <UASC>${facts.unaccompanied_child.length > 0 ? '1' : '0'}</UASC>\n`
    + flat('unaccompanied_child', ceased) + flat('adoption', adoption) + flat('care_leaver_year', careLeaver)
    + each('missing_episode', 'AMISSING', missing, '      ') + each('review', 'AREVIEW', review, '      ')
    + flat('child_details', mother)
    + each('previous_permanence', 'PERMANENCE', permanence, '      ') + each('outcomes_year', 'OC2', outcomes, '      ')
    + each('adoption_decision', 'AD_PLACED', decision, '      ')
    + '    </HEADER>\n' + each('episode', 'EPISODE', episode, '    ') + '  </CHILD>\n'
}

/** What a text would break is written as references; characters that XML 1.0 has no way to hold are refused when read. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * What the XML of a year cannot say, in words: beside every XML file that is given out. The Department's current schema was
 * not to be had when this was written; nothing was guessed.
 */
export function xmlCaveats(year: number): readonly string[] {
  return [
    ...(year >= 2024 ? ['Social worker episodes are not in the XML: the schema we know (2021) has no element for them. Send them as CSV.'] : []),
    ...(year >= 2026 ? ['Placement types of three letters (Z11 to Z14) are written as they are; the schema we know (2021) allows two. Check the file against the Department’s current schema.'] : []),
    ...(year >= 2027 ? ['Deprivation of liberty orders are not in the XML: the schema we know (2021) has no element for them. Send them as CSV.'] : []),
  ]
}
