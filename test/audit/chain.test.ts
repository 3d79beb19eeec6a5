import { describe, expect, test } from 'vitest'
import { findingWords, type Finding } from '../../src/core/audit/findings.ts'
import { headAfter, nextSeal, noSeals, rowText, type AuditRow, type AuditSeal } from '../../src/core/audit/seal.ts'
import { sha256, uuid, verified, type InventedLog } from './inventedLog.ts'

const row = (eventId: number, event = 'child opened'): AuditRow => ({
  authorityId: 990, eventId, happenedAt: `179529700${eventId % 10}.000000`, personId: uuid(3), event, childId: uuid(255), detail: null,
})

describe('what is hashed', () => {
  // Worked out with Python's json and hashlib from docs/explanation/audit-log.md.
  const full: AuditRow = {
    authorityId: 990, eventId: 17, happenedAt: '1795297003.120000', personId: '00000000-0000-4000-8000-000000000003',
    event: 'child "opened"\né', childId: '00000000-0000-4000-8000-0000000000ff', detail: '{"address": "/children/1"}',
  }
  const bare: AuditRow = {
    authorityId: 990, eventId: 19, happenedAt: '1795297004.000001', personId: null, event: 'tracker opened', childId: null, detail: null,
  }

  test('the text of an event', () => {
    expect(rowText(full)).toBe(
      '["holdfast audit event 1",990,17,"1795297003.120000","00000000-0000-4000-8000-000000000003","child \\"opened\\"\\né",' +
      '"00000000-0000-4000-8000-0000000000ff","{\\"address\\": \\"/children/1\\"}"]')
    expect(sha256(rowText(full))).toBe('7cded53e86b982331fb908fb06bf98eb541e9027770ee5fe6649c962740dd7d6')
  })

  test('a seal', () => {
    expect(nextSeal(noSeals(990), [full, bare], { sealedAt: '1795297005.500000', sealedIn: '731', throughId: 19, closedThrough: 18 }, sha256)).toEqual({
      authorityId: 990, number: 1, sealedAt: '1795297005.500000', previousHash: '0'.repeat(64), eventIds: [17, 19],
      fingerprints: '7cded53e86b98233e5be44e9d1845911', eventsSealed: 2, throughId: 19, sealedIn: '731', closedThrough: 18,
      hash: '95273f17e594e217b6214c6109888198a081ed9f9d6d750bc1c6b52d6ed58b6b',
    })
  })
})

describe('what is found, by name', () => {
  // Seal 1: events 2 and 5, while 3 is still being written. Seal 2: 3, late, and 7; 1, 4 and 6 were undone. Event 9 waits.
  const rows = [row(2), row(3), row(5), row(7), row(9)]
  const by = (...ids: readonly number[]): readonly AuditRow[] => rows.filter(({ eventId }) => ids.includes(eventId))
  const one = nextSeal(noSeals(990), by(2, 5), { sealedAt: '1795297010.0', sealedIn: '40', throughId: 5, closedThrough: 0 }, sha256)
  const two = nextSeal(headAfter(one), by(3, 7), { sealedAt: '1795297015.0', sealedIn: '50', throughId: 7, closedThrough: 7 }, sha256)
  const log: InventedLog = { rows, seals: [one, two], head: headAfter(two) }
  const without = (...ids: readonly number[]): readonly AuditRow[] => rows.filter(({ eventId }) => !ids.includes(eventId))

  test('nothing, when nothing was done', () => {
    expect(verified(log, [one.hash, '1'.repeat(64)])).toEqual({
      authorityId: 990, sound: true, seals: 2, eventsSound: 4, newest: { number: 2, sealedAt: '1795297015.0', hash: two.hash },
      unsealed: { events: 1, oldest: '1795297009.000000' }, findings: [], findingsInAll: 0, expected: new Map([[one.hash, 1]]),
    })
  })

  const cases: readonly (readonly [string, InventedLog, readonly Finding[]])[] = [
    ['an event changed', { ...log, rows: [...without(5), row(5, 'tracker opened')] }, [{ kind: 'event changed', eventId: 5, seal: 1 }]],
    ['two events swapped', { ...log, rows: [...without(3, 5), { ...row(5), eventId: 3 }, { ...row(3), eventId: 5 }] }, [
      { kind: 'event changed', eventId: 5, seal: 1 }, { kind: 'event changed', eventId: 3, seal: 2 }]],
    ['a late event taken out', { ...log, rows: without(3) }, [{ kind: 'event missing', eventId: 3, seal: 2 }]],
    ['an event put into a gap', { ...log, rows: [...rows, row(4)] }, [{ kind: 'event put in', eventId: 4 }]],
    ['an event given another id', { ...log, rows: [...without(2), { ...row(2), eventId: 6 }] }, [
      { kind: 'event put in', eventId: 6 }, { kind: 'event missing', eventId: 2, seal: 1 }]],
    ['a seal\'s time changed', { ...log, seals: [{ ...one, sealedAt: '1795297011.0' }, two] }, [
      { kind: 'seal changed', seal: 1, why: 'its hash does not fit' }]],
    ['a seal\'s fingerprints changed', { ...log, seals: [{ ...one, fingerprints: '0'.repeat(32) }, two] }, [
      { kind: 'seal changed', seal: 1, why: 'its fingerprints do not fit its events' }]],
    ['a seal made anew, alone', { ...log, seals: [nextSeal(noSeals(990), by(2, 5), { ...one, sealedAt: '1795297011.0' }, sha256), two] }, [
      { kind: 'seal does not follow', seal: 2 }]],
    ['the newest seal taken out', { ...log, seals: [one] }, [{ kind: 'seal missing', seal: 2, through: 2 }]],
    ['the newest seal taken out and the count with it', { ...log, seals: [one], head: { ...headAfter(two), seals: 1 } }, [
      { kind: 'end changed', why: 'it has the hash of another seal' }]],
    ['a seal added', { ...log, seals: [one, two, nextSeal(headAfter(two), by(9), { ...two, throughId: 9 }, sha256)] }, [
      { kind: 'end changed', why: 'it counts 2 seals, and there are seals up to 3' }]],
    ['the end taken out', { ...log, head: null }, [{ kind: 'end changed', why: 'it counts 0 seals, and there are seals up to 2' }]],
  ]
  test.each(cases)('%s', (_name, other, findings) => {
    expect(verified(other).findings).toEqual(findings)
  })

  test('the first seal taken out: it is named, and the event that no seal can claim', () => {
    expect(verified({ ...log, seals: [two] }).findings).toEqual([
      { kind: 'seal missing', seal: 1, through: 1 }, { kind: 'event put in', eventId: 2 }, { kind: 'event put in', eventId: 5 }])
  })

  test('a seal that takes an event in late, where nothing could arrive any more', () => {
    const late = nextSeal(headAfter(two), [row(4), row(9)], { sealedAt: '1795297020.0', sealedIn: '60', throughId: 9, closedThrough: 9 }, sha256)
    expect(verified({ rows: [...rows, row(4)], seals: [one, two, late], head: headAfter(late) }).findings).toContainEqual(
      { kind: 'seal changed', seal: 3, why: 'it names events outside its bounds' })
  })

  test('each is told in a sentence', () => {
    const findings = cases.flatMap(([, , found]) => found)
    expect(findings.map(findingWords).filter((words) => !/^[A-Z].*\.$/.test(words))).toEqual([])
    expect(findingWords({ kind: 'event missing', eventId: 3, seal: 2 })).toBe('Event 3 is gone: seal 2 names it.')
    expect(findingWords({ kind: 'seal missing', seal: 2, through: 4 })).toBe('Seals 2 to 4 are gone.')
  })
})

test('a log torn to pieces is counted whole and told in part', () => {
  const rows = Array.from({ length: 1500 }, (_, at) => row(at + 1))
  let head = noSeals(990)
  const seals: AuditSeal[] = []
  for (let at = 0; at < 1500; at += 10) {
    const seal = nextSeal(head, rows.slice(at, at + 10), { sealedAt: '1795297010.0', sealedIn: '40', throughId: at + 10, closedThrough: at + 10 }, sha256)
    seals.push(seal)
    head = headAfter(seal)
  }
  const { findings, findingsInAll, eventsSound } = verified({ rows: [], seals, head })
  expect({ told: findings.length, findingsInAll, eventsSound }).toEqual({ told: 1000, findingsInAll: 1500, eventsSound: 0 })
})
