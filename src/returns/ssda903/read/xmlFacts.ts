/** The facts of the children of one XML return. */
import type { FactName } from '../../../core/facts/factTypes.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { tables } from '../tables.ts'
import { shown } from './notes.ts'
import { layoutOf, rowReader, type ReturnRow, type RowContext, type RowReader } from './row.ts'
import { isEmpty, xmlChildren, type Gathered, type GatheredChild, type XmlChildren } from './xmlChild.ts'
import { bornOnAt, cellColumns, CHILD_CELL, flatTypes, UASC } from './xmlShape.ts'

/** Makes facts of the children of one file. */
export function xmlFacts(context: RowContext, give: (row: ReturnRow) => void): XmlChildren {
  const { notes } = context
  // The date of birth is read once, with the child's own details.
  const readers = new Map<FactName, RowReader>(
    tables.map(({ type }) => [type, rowReader({ ...layoutOf(type, cellColumns(type)), bornAt: -1 }, context)]),
  )

  const read = ({ type, cells, row }: Gathered, childCell: string): ReturnRow | undefined => {
    cells[CHILD_CELL] = childCell
    return readers.get(type)?.read(cells, row)
  }

  /** Whether the child is unaccompanied: the flag says so, or the date on which that ceased. */
  function isUnaccompanied(date: Gathered, { uasc, headerRow }: GatheredChild): boolean {
    const flag = uasc?.trim() ?? ''
    const dated = !isEmpty(date)
    if (flag !== '' && flag !== '0' && flag !== '1') {
      notes.refuse(
        `${shown(flag)} in ${UASC} is neither 0 nor 1.`,
        `Write 1 in ${UASC} for an unaccompanied asylum-seeking child, 0 for any other.`,
        { row: headerRow, column: UASC, value: flag },
      )
    } else if (dated && flag !== '1') {
      notes.gather(
        'remark', 'duc',
        'A date on which UASC status ceased (DUC) stands without UASC 1 beside it; the child was taken to have been unaccompanied.',
        headerRow, UASC, flag,
      )
    }
    return flag === '1' || dated
  }

  function ended(child: GatheredChild): void {
    const details = child.flat.get('child_details')
    if (details === undefined) return
    const first = read(details, child.code ?? '')
    // When its own details are refused the child's other facts are still looked at, so that all refusals are told.
    const code = first === undefined ? 'REFUSED' : (child.code ?? '')
    const bornOn = (first?.values[bornOnAt] ?? null) as LocalDate | null
    if (first !== undefined) give(first)
    const flat = flatTypes.flatMap((type): readonly Gathered[] => {
      const one = child.flat.get(type)
      if (one === undefined || type === 'child_details') return []
      return (type === 'unaccompanied_child' ? isUnaccompanied(one, child) : !isEmpty(one)) ? [one] : []
    })
    for (const one of [...child.elements, ...flat]) {
      const fact = read(one, code)
      if (fact !== undefined && first !== undefined) give({ ...fact, bornOn })
    }
  }

  return xmlChildren(notes, ended, () => {
    for (const reader of readers.values()) reader.finish()
  })
}
