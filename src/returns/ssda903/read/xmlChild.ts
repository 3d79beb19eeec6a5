/** One CHILD of an XML return: its elements gathered while it lasts, given on at its end. */
import type { FactName } from '../../../core/facts/factTypes.ts'
import type { FileNotes } from './notes.ts'
import { cellColumns, cellOfTag, CHILDID, flatTypeOfTag, flatTypes, UASC, type ElementShape } from './xmlShape.ts'

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

/** A CHILD at its end. */
export interface GatheredChild {
  /** CHILDID and the UASC flag as written; undefined when there is no such element. */
  readonly code: string | undefined
  readonly uasc: string | undefined
  readonly headerRow: number
  /** What stands in the HEADER flat, by kind, blank or not. */
  readonly flat: ReadonlyMap<FactName, Gathered>
  /** What has elements of its own, blank ones left out, in the order of the document. */
  readonly elements: readonly Gathered[]
}

/** The cells of one fact, as written, in the order of `cellColumns`; the child's code is not among them yet. */
export interface Gathered {
  readonly type: FactName
  /** Running number of its element from 1; of the HEADER for what stands in it flat. */
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

/** Whether nothing was given. */
export const isEmpty = ({ cells }: Gathered): boolean => cells.every((cell) => cell.trim() === '')

/** Gathers the children of one file, each given to `ended`. */
export function xmlChildren(notes: FileNotes, ended: (child: GatheredChild) => void, finish: () => void): XmlChildren {
  function begin(): XmlChild {
    let code: string | undefined
    let uasc: string | undefined
    let headerRow = 0
    const flat = new Map<FactName, Gathered>()
    const elements: Gathered[] = []
    const open = new Map<XmlElement, Gathered>()

    return {
      begunHeader(number) {
        if (headerRow !== 0) return false
        headerRow = number
        for (const type of flatTypes) flat.set(type, gatherInto(type, number))
        return true
      },
      fill(tag, text) {
        if (tag === CHILDID) {
          if (code !== undefined) return false
          code = text
          return true
        }
        if (tag === UASC) {
          if (uasc !== undefined) return false
          uasc = text
          return true
        }
        const into = flat.get(flatTypeOfTag.get(tag) ?? 'child_details')
        return into === undefined || fillCell(into, tag, text)
      },
      element(shape, number) {
        const gathered = gatherInto(shape.type, number)
        const element: XmlElement = { shape, fill: (tag, text) => fillCell(gathered, tag, text) }
        open.set(element, gathered)
        return element
      },
      size: () => elements.length,
      end(element) {
        if (element === undefined) {
          if (headerRow === 0) return false
          ended({ code, uasc, headerRow, flat, elements })
          return true
        }
        const gathered = open.get(element)
        open.delete(element)
        if (gathered === undefined) return true
        if (!isEmpty(gathered)) elements.push(gathered)
        else notes.gather('remark', `empty ${element.shape.tag}`, `Elements ${element.shape.tag} with nothing in them were left out.`, gathered.row, null, null)
        return true
      },
    }
  }

  return { begin, finish }
}
