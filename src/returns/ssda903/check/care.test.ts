import { expect, test } from 'vitest'
import { collectionYearEnd, collectionYearStart } from '../../../core/time/localDate.ts'
import { carriesOn, endsCare, isShortBreak, isTemporary, lookedAfterAllYear, periodsOfCare } from './care.ts'
import type { CheckContext } from './context.ts'
import { RowsByChild } from './groupRows.ts'
import { rowMaker } from './rowOf.ts'
import type { ChildRows } from './rows.ts'

/** `[DECOM, RNE, DEC, REC, LS]`, the last care order C2 unless told. */
type Written = readonly [began: string, why: string, ended: string, reason: string, status?: string]

function childWith(...episodes: readonly Written[]): ChildRows {
  const rows = new RowsByChild()
  const maker = rowMaker('Episodes', 2026, false)
  episodes.forEach(([DECOM, RNE, DEC, REC, LS = 'C2'], at) => {
    const cells: Readonly<Record<string, string>> = { CHILD: '1', DECOM, RNE, DEC, REC, LS }
    rows.add(maker.make(at, (column) => cells[column] ?? ''))
  })
  const child = rows.children(null)[0]
  if (child === undefined) throw new Error('a child has at least one episode here')
  return child
}

// The collection year 2026 runs from 1 April 2025 to 31 March 2026.
const year = { start: collectionYearStart(2026), end: collectionYearEnd(2026) } as CheckContext
const allYear = (...episodes: readonly Written[]): boolean | undefined => lookedAfterAllYear(childWith(...episodes), year)
const periods = (...episodes: readonly Written[]): readonly (readonly number[])[] =>
  periodsOfCare(childWith(...episodes)).map((period) => period.map(({ row }) => row))

test('V3 and V4 are short breaks, and no other legal status is', () => {
  expect(['V2', 'V3', 'V4', 'C2', ''].map((LS) => isShortBreak({ LS }))).toEqual([false, true, true, false, false])
})

test('T0 to T4 are temporary placements', () => {
  expect(['T0', 'T4', 'T5', 'TX', 'S1', 'U1', 'Z11', ''].map((PLACE) => isTemporary({ PLACE }))).toEqual([true, true, false, false, false, false, false, false])
})

test('every reason but X1 ends care; a blank or an unknown reason does not say so', () => {
  expect(['X1', 'E4A', 'E11', 'E17', '', 'XX'].map((REC) => endsCare({ REC }))).toEqual([false, true, true, true, false, false])
})

test('an episode carries on care unless it says S or the one before ended care', () => {
  expect(carriesOn({ REC: 'X1' }, { RNE: 'P' })).toBe(true)
  expect(carriesOn({ REC: '' }, { RNE: 'P' })).toBe(true)
  expect(carriesOn({ REC: 'X1' }, { RNE: 'S' })).toBe(false)
  expect(carriesOn({ REC: 'E4A' }, { RNE: 'P' })).toBe(false)
})

test('one period of care: a start and its continuations, whatever order the file has them in', () => {
  expect(periods(['01/06/2025', 'L', '', ''], ['01/05/2025', 'S', '01/06/2025', 'X1'])).toEqual([[1, 0]])
})

test('a return home and a new start make two periods', () => {
  expect(periods(['01/05/2025', 'S', '01/06/2025', 'E4A'], ['01/07/2025', 'S', '', ''])).toEqual([[0], [1]])
})

test('after an end of care a new period begins, though the new episode forgets to say S', () => {
  expect(periods(['01/05/2025', 'S', '01/06/2025', 'E4A'], ['01/07/2025', 'P', '', ''])).toEqual([[0], [1]])
})

test('S begins a new period, though the episode before says that it went on', () => {
  expect(periods(['01/05/2025', 'S', '01/06/2025', 'X1'], ['01/06/2025', 'S', '', ''])).toEqual([[0], [1]])
})

test('where the end before is not there, or is no code, the reason for the new episode decides', () => {
  expect(periods(['01/05/2025', 'S', '', ''], ['01/06/2025', 'P', '', ''])).toEqual([[0, 1]])
  expect(periods(['01/05/2025', 'S', '01/06/2025', 'XX'], ['01/06/2025', 'P', '', ''])).toEqual([[0, 1]])
})

test('the record may begin in the middle of a period', () => {
  expect(periods(['01/05/2020', 'P', '01/06/2025', 'X1'], ['01/06/2025', 'L', '', ''])).toEqual([[0, 1]])
})

test('episodes without a start that can be read belong to no period', () => {
  expect(periods(['soon', 'P', '', ''], ['', 'L', '', ''], ['01/05/2025', 'S', '', ''])).toEqual([[2]])
})

test('looked after all year: an episode from before the year that is still open', () => {
  expect(allYear(['10/01/2020', 'S', '', ''])).toBe(true)
})

test('looked after all year through a chain of episodes', () => {
  expect(allYear(['10/01/2020', 'S', '01/09/2025', 'X1'], ['01/09/2025', 'P', '01/12/2025', 'X1'], ['01/12/2025', 'L', '', ''])).toBe(true)
})

test('a start on 1 April is the whole year, one on 2 April is not', () => {
  expect(allYear(['01/04/2025', 'S', '', ''])).toBe(true)
  expect(allYear(['02/04/2025', 'S', '', ''])).toBe(false)
})

test('an end on 31 March is the whole year, one on 30 March is not', () => {
  expect(allYear(['10/01/2020', 'S', '31/03/2026', 'E4A'])).toBe(true)
  expect(allYear(['10/01/2020', 'S', '30/03/2026', 'E4A'])).toBe(false)
})

test('a period that ended before the year does not count, one that ended on its first day does', () => {
  expect(allYear(['10/01/2020', 'S', '31/03/2025', 'E4A'])).toBe(false)
  expect(allYear(['10/01/2020', 'S', '01/04/2025', 'E4A'])).toBe(false)
  expect(allYear(['10/01/2018', 'S', '10/01/2019', 'E4A'], ['10/01/2020', 'S', '', ''])).toBe(true)
})

test('a return to care in the year breaks it', () => {
  expect(allYear(['10/01/2020', 'S', '01/09/2025', 'E4A'], ['02/09/2025', 'S', '', ''])).toBe(false)
})

test('a short break in the year leaves the child out, one before the year does not', () => {
  expect(allYear(['10/01/2020', 'S', '', '', 'V4'])).toBe(false)
  expect(allYear(['10/01/2020', 'S', '01/09/2025', 'X1'], ['01/09/2025', 'L', '', '', 'V3'])).toBe(false)
  expect(allYear(['01/03/2019', 'S', '10/03/2019', 'E4A', 'V3'], ['10/01/2020', 'S', '', ''])).toBe(true)
})

test('an episode of next year is not looked at', () => {
  expect(allYear(['10/01/2020', 'S', '31/03/2026', 'E4A'], ['01/04/2026', 'S', '', ''])).toBe(true)
  expect(allYear(['01/04/2026', 'S', '', ''])).toBe(false)
})

test('cannot tell when a start is not there or cannot be read', () => {
  expect(allYear(['10/01/2020', 'S', '', ''], ['soon', 'P', '', ''])).toBe(undefined)
  expect(allYear(['', 'S', '', ''])).toBe(undefined)
})

test('cannot tell when an end cannot be read, or has a day or a reason without the other', () => {
  expect(allYear(['10/01/2020', 'S', 'soon', 'E4A'])).toBe(undefined)
  expect(allYear(['10/01/2020', 'S', '', 'E4A'])).toBe(undefined)
  expect(allYear(['10/01/2020', 'S', '', 'XX'])).toBe(undefined)
  expect(allYear(['10/01/2020', 'S', '01/09/2025', ''])).toBe(undefined)
  expect(allYear(['10/01/2020', 'S', '01/09/2025', 'XX'])).toBe(undefined)
})

test('no is certain, whatever else cannot be read', () => {
  expect(allYear(['10/01/2020', 'S', 'soon', 'X1'], ['01/09/2025', 'S', '', ''])).toBe(false)
  expect(allYear(['soon', 'S', '', ''], ['01/09/2025', 'S', '', ''])).toBe(false)
})
