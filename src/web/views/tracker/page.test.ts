import { expect, test } from 'vitest'
import type { TrackerPage, TrackerRow } from '../../../app/tracker.ts'
import type { ChildId } from '../../../core/facts/factType.ts'
import { isoDate } from '../../../core/time/localDate.ts'
import { htmlOf, wordsOf } from '../../testing/html.ts'
import { readTracker } from '../../trackerAddress.ts'
import { trackerCells, trackerHead } from './csv.ts'
import { trackerModel } from './view.ts'

const today = isoDate('2026-03-02')
const labels = { labelOf: (set: string, code: string) => (set === 'LS' && code === 'C2' ? 'Full care order' : undefined) }
const row: TrackerRow = {
  childId: '0000c41d-0000-4000-8000-000000000001' as ChildId, code: '=1+1', bornOn: isoDate('2016-01-01'), age: 10, sex: 'F',
  inCareSince: isoDate('2025-01-21'), startKnown: false, daysInCare: 405, legalStatus: 'C2', legalStatusSince: isoDate('2025-02-01'),
  placementType: 'U6', homeSince: isoDate('2025-06-01'), homeNumber: 3, away: 'T1', route: null, legal: 'secured', physical: 'unsettled',
  permanenceAchieved: false, nextDueOn: isoDate('2026-02-27'), nextDueRule: 'review-n', driftDays: 12, driftRule: 'stable-home-14m', worker: '<b>SW1</b>',
  team: null,
}
const page = (text: string, rows: readonly TrackerRow[], inCare = 40): ReturnType<typeof trackerModel> => {
  const asked = readTracker(new URLSearchParams(text), { today, usual: today })
  const given: TrackerPage = {
    query: asked.query, rows, total: rows.length, inCare,
    choices: { legalStatus: [{ value: 'C2', count: 9 }], route: [{ value: 'none', count: 3 }], team: [{ value: 'Court', count: 4 }] }, beside: new Map(),
  }
  return trackerModel(given, asked, labels, today, { mayExport: true, today, views: [] })
}

test('a row says where a child stands, in words', () => {
  const html = htmlOf('tracker', page('', [row]))
  expect(wordsOf(html)).toContain(
    '=1+1 10 at least 405 days since before 21 Jan 2025 Full care order since 1 Feb 2025 Foster carer 3rd home, since 1 Jun 2025 '
    + 'Away now: in hospital for a time None seen yet Legally secure, not settled Review 27 Feb 2026 overdue by 3 days '
    + '12 days Stable home by 14 months Not recorded <b>SW1</b>',
  )
  expect(html).not.toContain('<b>SW1</b>')
  expect(html).toContain('<td data-label="Next due">')
})
test('the filters that are on have chips that take each away', () => {
  const model = page('legal-status=C2&age=under+1&overdue=yes&search=12&page=3', [row])
  expect(model.chips).toEqual([
    { words: 'Number has “12”', href: '/children?legal-status=C2&age=under+1&overdue=yes' },
    { words: 'Full care order', href: '/children?search=12&age=under+1&overdue=yes' },
    { words: 'Age under 1', href: '/children?search=12&legal-status=C2&overdue=yes' },
    { words: 'Something overdue', href: '/children?search=12&legal-status=C2&age=under+1' },
  ])
  expect(model.clearHref).toBe('/children')
})
test('the state of the list goes along to the child and back', () => {
  expect(page('team=Court&as-at=2026-02-01', [row]).rows[0]?.href)
    .toBe('/children/0000c41d-0000-4000-8000-000000000001?as-at=2026-02-01&back=as-at%3D2026-02-01%26team%3DCourt')
  expect(page('', [row]).rows[0]?.href).toBe('/children/0000c41d-0000-4000-8000-000000000001')
})
test('a column says how it is sorted, and its link turns it round', () => {
  expect(page('sort=drift', [row]).heads.find(({ label }) => label === 'Drift')).toEqual({ label: 'Drift', href: '/children?sort=drift&order=asc', sort: 'descending' })
})
test('nothing found offers to clear; nobody in care says so', () => {
  expect(wordsOf(htmlOf('tracker', page('search=zz', [])))).toContain('No child in care fits what you chose. Clear filters to see all of them.')
  expect(wordsOf(htmlOf('tracker', page('', [], 0)))).toContain('Nobody is known to have been in care on 2 March 2026.')
})
test('the file has a cell for each of its heads', () => {
  const cells = trackerCells(labels, today)({ row, beside: undefined })
  expect(cells.length).toBe(trackerHead.length)
  expect(cells.slice(0, 6)).toEqual(['=1+1', '2026-03-02', 10, '2025-01-21', false, 405])
  expect(cells[trackerHead.indexOf('Days overdue')]).toBe(3)
})
