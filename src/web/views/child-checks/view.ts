/** One finding: the record as it stands with the fields at fault marked, what would mend it, who should, and its explanation. */
import type { RecordedFact } from '../../../app/childPage.ts'
import type { FindingHeld, RuleTold } from '../../../app/checks.ts'
import { factNames, type FactName } from '../../../core/facts/factTypes.ts'
import { formatLong, type LocalDate } from '../../../core/time/localDate.ts'
import { address } from '../../localAddress.ts'
import type { Labels } from '../../port.ts'
import { momentWords, yearWords } from '../../words/dates.ts'
import { factHeading, fieldsOf, valueWords } from '../../words/facts.ts'
import { menderWords } from '../checks/view.ts'

/** `Episode of care, 3 March 2025`: which record a finding is about. */
export function recordWords({ factType, values, lastYear, year }: Pick<FindingHeld, 'factType' | 'values' | 'lastYear' | 'year'>): string {
  const [first] = factType === 'child_details' ? [] : fieldsOf(factType).filter(([, field]) => field.kind === 'date' && field.required)
  const on = first === undefined ? null : values[first[0]]
  return `${factHeading(factType)}${on === null || on === undefined ? '' : `, ${formatLong(on as LocalDate)}`}${lastYear ? `, in the return of ${yearWords(year - 1)}` : ''}`
}

/** What the return's rules name that stands in no column of ours: whose row it is, or worked out from postcodes. */
const inNoColumn: Readonly<Record<string, string>> = {
  PL_LA: 'the authority where the child lives (PL_LA, worked out from the postcode)',
  PL_LOCATION: 'whether that is inside the authority (PL_LOCATION, worked out from the postcode)',
  PL_DISTANCE: 'how far the child lives from home (PL_DISTANCE, worked out from both postcodes)',
  CHILD: 'the child’s number (CHILD)',
}

/** A column of another table than the record's, in words: `teeth check (TEETH_CHECK)`. */
function elsewhereWords(column: string): string {
  const label = factNames.flatMap((type) => fieldsOf(type)).find(([, field]) => field.column === column)?.[1].label
  return inNoColumn[column] ?? (label === undefined ? column : `${label.charAt(0).toLowerCase()}${label.slice(1)} (${column})`)
}

/** Whether a finding is still to be dealt with. */
export const stateWords = ({ explanation }: FindingHeld): string => (explanation === null ? 'To mend or explain' : 'Explained')

export interface FindingModel {
  readonly rule: string
  readonly ruleHref: string
  readonly meaning: string
  readonly mend: string
  readonly who: string
  readonly record: string
  readonly found: string
  readonly values: readonly { readonly label: string; readonly value: string; readonly marked: boolean }[]
  /** Said when some of the record, or a field at fault, is not shown. */
  readonly withheld: string | null
  readonly explanation: { readonly words: string; readonly by: string } | null
  readonly explainHref: string | null
  readonly withdrawHref: string | null
}

/** What the template shows of a finding. */
export function findingModel(finding: FindingHeld, around: {
  readonly rule: RuleTold | undefined
  readonly labels: Labels
  readonly open: (type: FactName, values: RecordedFact['values'], named: readonly string[]) => RecordedFact['values']
  readonly path: string
  readonly mayExplain: boolean
}): FindingModel {
  const { rule, labels, open, path, mayExplain } = around
  const { factType, fields, explanation, year } = finding
  const declared = fieldsOf(factType)
  const atFault = declared.filter(([, { column }]) => column !== null && fields.includes(column)).map(([name]) => name)
  const shown = open(factType, finding.values, atFault)
  const elsewhere = fields.filter((field) => !declared.some(([, { column }]) => column === field))
  const hidden = declared.some(([name]) => !Object.hasOwn(shown, name))
  const notes = [
    ...(elsewhere.length > 0 ? [`Also looked at: ${elsewhere.map(elsewhereWords).join(', ')}.`] : []),
    ...(hidden ? ['Parts of the record are not open to you and are not shown.'] : []),
  ]
  return {
    rule: finding.rule, ruleHref: `/checks/rules/${finding.rule}?year=${year}`,
    meaning: rule?.meaning ?? `Rule ${finding.rule}`, mend: rule?.mend ?? '', who: menderWords(rule?.who ?? 'returns team').toLowerCase(),
    record: recordWords(finding), found: momentWords(finding.foundAt),
    values: declared.filter(([name]) => Object.hasOwn(shown, name)).map(([name, field]) => ({
      label: field.label, value: valueWords(labels, field, shown[name]), marked: atFault.includes(name),
    })),
    withheld: notes.length === 0 ? null : notes.join(' '),
    explanation: explanation === null ? null : { words: explanation.words, by: `${explanation.by}, ${momentWords(explanation.at)}` },
    explainHref: mayExplain && explanation === null ? address(`${path}/explain`, { year: String(year), rule: finding.rule, fact: finding.fact }) : null,
    withdrawHref: mayExplain && explanation !== null ? `${path}/${explanation.recordId}/withdraw` : null,
  }
}
