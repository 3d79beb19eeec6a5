/** One CHILD of an XML return: its elements gathered while it lasts, made into facts at its end. */
import type { FactName } from '../../../core/facts/factTypes.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { tables } from '../tables.ts'
import { shown } from './notes.ts'
import { layoutOf, rowReader, type ReturnRow, type RowContext, type RowReader } from './row.ts'
import { bornOnAt, cellColumns, cellOfTag, CHILD_CELL, CHILDID, flatTypeOfTag, flatTypes, UASC, type ElementShape } from './xmlShape.ts'

/** Cells gathered for one fact. */
export interface XmlElement {
  readonly shape: ElementShape
  /** Takes the text of a field; false when it was given before. */
  fill(tag: string, text: string): boolean
}

export interface XmlChild {
  /** False when there was a HEADER before. */
  begunHeader(number: number): boolean
  /** Takes the text of an element of the HEADER itself; false when it was given before. */
  fill(tag: string, text: string): boolean
  element(shape: ElementShape, number: number): XmlElement
  size(): number
  /** Ends an element, or the child; false for a child without a HEADER. */
  end(element?: XmlElement): boolean
}

export interface XmlChildren {
  begin(): XmlChild
  finish(): void
}

interface Gathered {
  readonly type: FactName
  readonly row: number
  readonly cells: string[]
  readonly filled: Set<string>
}

const gatherInto = (type: FactName, row: number): Gathered => ({
  type, row, cells: cellColumns(type).map(() => ''), filled: new Set(),
})

function fillCell({ type, cells, filled }: Gathered, tag: string, text: string): boolean {
  if (filled.has(tag)) return false
  filled.add(tag)
  const at = cellOfTag(type, tag)
  if (at !== undefined) cells[at] = text
  return true
}

const isEmpty = ({ cells }: Gathered): boolean => cells.every((cell) => cell.trim() === '')

/** Makes facts of the children of one file. */
export function xmlChildren(context: RowContext, give: (row: ReturnRow) => void): XmlChildren {
  const { notes } = context
  // The date of birth is read once, with the child's own details.
  const readers = new Map<FactName, RowReader>(
    tables.map(({ type }) => [type, rowReader({ ...layoutOf(type, cellColumns(type)), bornAt: -1 }, context)]),
  )

  const read = ({ type, cells, row }: Gathered, childCell: string): ReturnRow | undefined => {
    cells[CHILD_CELL] = childCell
    return readers.get(type)?.read(cells, row)
  }

  function begin(): XmlChild {
    let childCell: string | undefined
    let uasc: string | undefined
    let headerRow = 0
    const header = new Map<FactName, Gathered>()
    const pending: Gathered[] = []
    const open = new Map<XmlElement, Gathered>()

    /** Whether the child is unaccompanied: the flag says so, or the date on which that ceased. */
    function isUnaccompanied(date: Gathered): boolean {
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

    function endChild(): boolean {
      const details = header.get('child_details')
      if (details === undefined) return false
      const first = read(details, childCell ?? '')
      // When its own details are refused the child's other facts are still looked at, so that all refusals are told.
      const code = first === undefined ? 'REFUSED' : (childCell ?? '')
      const bornOn = (first?.values[bornOnAt] ?? null) as LocalDate | null
      if (first !== undefined) give(first)
      for (const type of flatTypes) {
        const flat = header.get(type)
        if (flat === undefined || type === 'child_details') continue
        if (type === 'unaccompanied_child' ? isUnaccompanied(flat) : !isEmpty(flat)) pending.push(flat)
      }
      for (const one of pending) {
        const fact = read(one, code)
        if (fact !== undefined && first !== undefined) give({ ...fact, bornOn })
      }
      return true
    }

    return {
      begunHeader(number) {
        if (headerRow !== 0) return false
        headerRow = number
        for (const type of flatTypes) header.set(type, gatherInto(type, number))
        return true
      },
      fill(tag, text) {
        if (tag === CHILDID) {
          if (childCell !== undefined) return false
          childCell = text
          return true
        }
        if (tag === UASC) {
          if (uasc !== undefined) return false
          uasc = text
          return true
        }
        const into = header.get(flatTypeOfTag.get(tag) ?? 'child_details')
        return into === undefined || fillCell(into, tag, text)
      },
      element(shape, number) {
        const gathered = gatherInto(shape.type, number)
        const element: XmlElement = { shape, fill: (tag, text) => fillCell(gathered, tag, text) }
        open.set(element, gathered)
        return element
      },
      size: () => pending.length,
      end(element) {
        if (element === undefined) return endChild()
        const gathered = open.get(element)
        open.delete(element)
        if (gathered === undefined) return true
        if (!isEmpty(gathered)) pending.push(gathered)
        else notes.gather('remark', `empty ${element.shape.tag}`, `Elements ${element.shape.tag} with nothing in them were left out.`, gathered.row, null, null)
        return true
      },
    }
  }

  return {
    begin,
    finish() {
      for (const reader of readers.values()) reader.finish()
    },
  }
}
