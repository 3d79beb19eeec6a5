/** Reads the rows of an XML return for checking, each under the table that a CSV return would have it in. */
import { isEmpty, xmlChildren, type Gathered, type GatheredChild } from '../read/xmlChild.ts'
import { readDocument } from '../read/xmlFile.ts'
import { cellColumns, elementShapes, flatTypes, UASC } from '../read/xmlShape.ts'
import { yearCheck } from '../read/yearCheck.ts'
import type { FactName } from '../../../core/facts/factTypes.ts'
import { CHILD, DOB, tableOf } from '../tables.ts'
import { childCellReader } from './childCell.ts'
import { sayMends, type FileReading } from './fileReading.ts'
import { rowMaker, type RowMaker } from './rowOf.ts'
import type { TableName } from './rows.ts'

const SEX = 'SEX'

/** Kinds that an XML return can hold: what came later than its known schema it has no elements for. */
const typesOfXml: readonly FactName[] = [...flatTypes, ...[...elementShapes.values()].map(({ type }) => type)]

const tableNameOf = (type: FactName): TableName => tableOf(type).name as TableName

/** The tables an XML return holds, and their columns. An element left out is a blank, so all of them are always given. */
export function xmlColumns(): ReadonlyMap<TableName, ReadonlySet<string>> {
  return new Map(typesOfXml.map((type) => {
    const table = tableNameOf(type)
    return [table, new Set([...tableOf(type).columns, ...(table === 'Header' ? [UASC] : [])])]
  }))
}

interface Shape {
  readonly maker: RowMaker
  /** Where a column stands among the cells gathered; not there when the HEADER alone has it. */
  readonly places: ReadonlyMap<string, number>
}

/** Reads the one XML file of a return. */
export async function readXmlTables({ looked, limits, signal, notes, collectionYear, last, codes, add }: FileReading): Promise<void> {
  let row = 0
  const mended = sayMends(notes, () => row)
  const shapes = new Map<FactName, Shape>(typesOfXml.map((type) => {
    const maker = rowMaker(tableNameOf(type), collectionYear, last, mended)
    return [type, { maker, places: new Map(cellColumns(type).map((column, at) => [column, at] as const).slice(1)) }]
  }))
  const childCell = childCellReader(codes, notes)
  const years = yearCheck('episode', { collectionYear, anyYear: true, notes })
  const detailColumns = cellColumns('child_details')
  const [bornAt, sexAt] = [detailColumns.indexOf(DOB), detailColumns.indexOf(SEX)]
  const counted = new Map<FactName, number>()

  const ended = (child: GatheredChild): void => {
    const details = child.flat.get('child_details')
    if (details === undefined) return
    const code = childCell(child.code ?? '', child.headerRow)
    // What the CSV repeats in its other tables the XML has in the HEADER alone.
    const repeated: Readonly<Record<string, string>> = {
      [CHILD]: code, [DOB]: details.cells[bornAt] ?? '', [SEX]: details.cells[sexAt] ?? '', [UASC]: child.uasc ?? '',
    }
    const give = ({ type, cells }: Gathered, number: number): void => {
      const shape = shapes.get(type)
      if (shape === undefined) return
      row = number + 1
      const made = shape.maker.make(number, (column) => {
        const place = shape.places.get(column)
        return place === undefined ? (repeated[column] ?? '') : (cells[place] ?? '')
      })
      if (made.table === 'Episodes' && made.DECOM !== null) years.span(made.DECOM, made.DEC, row)
      add(made)
    }
    give(details, child.headerRow - 1)
    for (const one of child.elements) give(one, one.row - 1)
    for (const type of flatTypes) {
      const one = child.flat.get(type)
      if (one === undefined || type === 'child_details') continue
      // In CSV a row in UASC says that the child is unaccompanied; here the flag does, or the date on which that ceased.
      if (isEmpty(one) && !(type === 'unaccompanied_child' && child.uasc?.trim() === '1')) continue
      const number = counted.get(type) ?? 0
      counted.set(type, number + 1)
      give(one, number)
    }
  }

  const children = xmlChildren(notes, ended, () => years.finish())
  const { source, encoding } = looked
  const onBytes = (): void => undefined
  await readDocument({ source, encoding: encoding ?? 'UTF-8', limits, signal, onBytes, context: { notes } }, children, () => Promise.resolve())
}
