import { expect, test } from 'vitest'
import { exportLine, outcomeOf, severityOf, type ExportedEvent } from './exported.ts'
import { kindOf } from './kinds.ts'

const one: ExportedEvent = {
  authorityId: 990, eventId: 17, happenedAt: '2026-03-03T14:05:00.123Z', milliseconds: 1772546700123, personId: 'p-1', signInName: 'a|b=c',
  event: 'refused: child opened', childId: 'c-1', detail: { address: '/children/c-1?search=77001', why: 'one\\two\nthree' },
}

test('a line of JSON: what was typed after the path is left out', () => {
  expect(exportLine('jsonl', one)).toBe('{"schema":"holdfast audit 1","authority":990,"event":17,"at":"2026-03-03T14:05:00.123Z","person":"p-1",'
    + '"user":"a|b=c","action":"child opened","outcome":"refused","child":"c-1","path":"/children/c-1","detail":{"why":"one\\\\two\\nthree"}}')
})

// The rules of escaping are of the ArcSight Common Event Format: | and \ in the head, = and \ and line ends in the extension.
test('a line of CEF', () => {
  expect(exportLine('cef', one)).toBe('CEF:0|Holdfast|Holdfast|1|child opened|refused: child opened|5|rt=1772546700123 externalId=17 suid=p-1 suser=a|b\\=c '
    + 'act=child opened outcome=refused request=/children/c-1 cs1Label=authority cs1=990 cs2Label=child cs2=c-1 '
    + 'cs3Label=detail cs3={"why":"one\\\\\\\\two\\\\nthree"}')
  expect(exportLine('cef', { ...one, event: 'a|b', personId: null, signInName: null, childId: null, detail: null }))
    .toBe('CEF:0|Holdfast|Holdfast|1|a\\|b|a\\|b|1|rt=1772546700123 externalId=17 act=a|b outcome=done cs1Label=authority cs1=990')
})

test('a look through broken glass, or at a sealed record, is as serious as breaking it', () => {
  expect([null, {}, { alarm: 'broken glass' }, { alarm: 'seal' }].map((detail) => severityOf('child opened', detail))).toEqual([1, 1, 8, 8])
  expect(exportLine('cef', { ...one, event: 'child opened', detail: { address: '/children/c-1', alarm: 'broken glass' } }))
    .toBe('CEF:0|Holdfast|Holdfast|1|child opened|child opened|8|rt=1772546700123 externalId=17 suid=p-1 suser=a|b\\=c '
      + 'act=child opened outcome=done request=/children/c-1 cs1Label=authority cs1=990 cs2Label=child cs2=c-1 cs3Label=detail cs3={"alarm":"broken glass"}')
})

test.each([
  ['child opened', 'done', 1, 'looks'], ['begun: tracker exported', 'begun', 4, 'exports'], ['tracker exported', 'done', 4, 'exports'],
  ['plan printed', 'done', 1, 'exports'], ['refused: tracker exported', 'refused', 5, 'refused'], ['too fast: child opened', 'too fast', 5, 'failed'],
  ['failed: child opened', 'failed', 4, 'failed'], ['glass broken', 'done', 8, 'changes'], ['signed in', 'done', 1, 'signing in'],
  ['panel minutes signed off', 'done', 1, 'changes'], ['action raised', 'done', 1, 'changes'],
] as const)('%s: %s, severity %i, among %s', (event, outcome, severity, kind) => {
  expect([outcomeOf(event).outcome, severityOf(event), kindOf(event)]).toEqual([outcome, severity, kind])
})
