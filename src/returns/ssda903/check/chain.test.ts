import { expect, test } from 'vitest'
import { collectionYearEnd, collectionYearStart, formatIso } from '../../../core/time/localDate.ts'
import { eachNext, isOrderKnown, ranTo, stretches, touchesYear } from './chain.ts'
import type { CheckContext } from './context.ts'
import { emptyChild, RowsByChild } from './groupRows.ts'
import { rowMaker } from './rowOf.ts'
import type { ChildRows } from './rows.ts'

/** `[DECOM, DEC, RNE, LS, REC]` */
type Written = readonly [began: string, ended: string, why?: string, status?: string, reason?: string]

function childWith(...episodes: readonly Written[]): ChildRows {
  const rows = new RowsByChild()
  const maker = rowMaker('Episodes', 2026, false)
  episodes.forEach(([DECOM, DEC, RNE = 'P', LS = 'C2', REC = 'X1'], at) => {
    const cells: Readonly<Record<string, string>> = { CHILD: '1', DECOM, DEC, RNE, LS, REC }
    rows.add(maker.make(at, (column) => cells[column] ?? ''))
  })
  return rows.children(null)[0] ?? emptyChild('1')
}

// The collection year 2026 runs from 1 April 2025 to 31 March 2026.
const year = { start: collectionYearStart(2026), end: collectionYearEnd(2026) } as CheckContext

const ends = (child: ChildRows): readonly (string | undefined)[] =>
  child.Episodes.map((episode) => ranTo(episode, child, year)).map((day) => (day === undefined ? undefined : formatIso(day)))

const touches = (...episodes: readonly Written[]): readonly (boolean | undefined)[] => {
  const child = childWith(...episodes)
  return child.Episodes.map((episode) => touchesYear(episode, child, year))
}

test('pairs come in the order the episodes began, and leave out what has no start', () => {
  const pairs: [number, number][] = []
  eachNext(childWith(['01/07/2025', ''], ['June', ''], ['01/05/2025', ''], ['01/06/2025', '']), (before, next) => pairs.push([before.row, next.row]))
  expect(pairs).toEqual([[2, 3], [3, 0]])
})

test('the order is known when every start can be read; of no episodes there is nothing not to know', () => {
  expect(isOrderKnown(childWith(['01/07/2025', ''], ['01/05/2025', '']))).toBe(true)
  expect(isOrderKnown(childWith(['01/07/2025', ''], ['', '']))).toBe(false)
  expect(isOrderKnown(childWith(['01/07/2025', ''], ['June', '']))).toBe(false)
  expect(isOrderKnown(emptyChild('1'))).toBe(true)
})

test('an episode ran to its end; the last one, while open, to 31 March', () => {
  expect(ends(childWith(['01/05/2025', '01/06/2025'], ['01/06/2025', '']))).toEqual(['2025-06-01', '2026-03-31'])
})

test('nobody knows how long one ran whose end cannot be read, or is missing before another', () => {
  expect(ends(childWith(['01/05/2025', 'June']))).toEqual([undefined])
  expect(ends(childWith(['01/05/2025', ''], ['01/06/2025', '']))).toEqual([undefined, '2026-03-31'])
  expect(ends(childWith(['01/05/2025', ''], ['June', '02/07/2025']))).toEqual([undefined, '2025-07-02'])
})

test('the first and the last day of the year touch it, those beside them do not', () => {
  expect(touches(['01/05/2024', '01/04/2025'])).toEqual([true])
  expect(touches(['01/05/2024', '31/03/2025'])).toEqual([false])
  expect(touches(['31/03/2026', ''])).toEqual([true])
  expect(touches(['01/04/2026', ''])).toEqual([false])
  expect(touches(['May', '01/06/2025'], ['01/05/2024', 'June'])).toEqual([undefined, undefined])
})

test('a stretch is broken by another kind, by a new start and by the end of care', () => {
  const runs = (...episodes: readonly Written[]): readonly (readonly number[])[] =>
    stretches(childWith(...episodes), ({ LS }) => LS === 'L2', () => true).map((run) => run.map(({ row }) => row))
  const first: Written = ['01/05/2025', '03/05/2025', 'S', 'L2']
  expect(runs(first, ['03/05/2025', '05/05/2025', 'P', 'L2'])).toEqual([[0, 1]])
  expect(runs(first, ['03/05/2025', '05/05/2025', 'L', 'C1'], ['05/05/2025', '', 'L', 'L2'])).toEqual([[0], [2]])
  expect(runs(first, ['03/05/2025', '', 'S', 'L2'])).toEqual([[0], [1]])
  expect(runs(['01/05/2025', '03/05/2025', 'S', 'L2', 'E4A'], ['03/05/2025', '', 'P', 'L2'])).toEqual([[0], [1]])
  expect(runs(['01/05/2025', '03/05/2025', 'S', 'C1'])).toEqual([])
})
