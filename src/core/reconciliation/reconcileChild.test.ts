import { describe, expect, test } from 'vitest'
import type { FactId, FieldValue } from '../facts/factType.ts'
import { factTypes, type FactName } from '../facts/factTypes.ts'
import { isoDate } from '../time/localDate.ts'
import { reconcileChild, type FactValues, type HeldFact, type IncomingRow, type RaisedDifference, type ReturnScope } from './reconcileChild.ts'

const values = (type: FactName, given: Readonly<Record<string, FieldValue>>): FactValues =>
  Object.keys(factTypes[type].fields).map((name) => given[name] ?? null)

let rowNumber = 1
const row = (type: FactName, given: Readonly<Record<string, FieldValue>>): IncomingRow => {
  rowNumber += 1
  return { type, values: values(type, given), file: 0, row: rowNumber }
}
const held = (id: string, collectionYear: number, from: IncomingRow): HeldFact => ({
  type: from.type, factId: id as FactId, values: from.values, collectionYear,
})

const open = {
  startedOn: isoDate('2024-05-01'), reasonNewEpisode: 'S', legalStatus: 'C1', categoryOfNeed: 'N1',
  placementType: 'U6', placementProvider: 'PR1', homePostcode: 'N15 4AB', placementPostcode: 'N8 1AA', urn: 'SC000001',
}
const closed = { ...open, endedOn: isoDate('2025-06-10'), reasonEpisodeCeased: 'X1', reasonPlaceChange: 'CARPL' }
const year2025: ReturnScope = { collectionYear: 2025, tables: new Set(['episode', 'review', 'child_details']) }
const year2026: ReturnScope = { ...year2025, collectionYear: 2026 }
const nothing = { added: [], replaced: [], unchanged: 0, differences: [], repeated: [], overtaken: [] }

describe('given nothing held', () => {
  test('every row is added, and a row that stands twice is added once', () => {
    const first = row('episode', open)
    const again = row('episode', open)
    const review = row('review', { heldOn: isoDate('2024-05-20'), participation: 'PN1' })
    expect(reconcileChild([], [first, again, review], [], year2025)).toEqual({
      ...nothing, added: [first, review], repeated: [again],
    })
  })
  test('two rows of one day that say different things are both added', () => {
    const first = row('episode', open)
    const other = row('episode', { ...open, legalStatus: 'V2' })
    expect(reconcileChild([], [first, other], [], year2025).added).toEqual([first, other])
  })
})

describe('given an open episode from the return of 2025', () => {
  const fact = held('one', 2025, row('episode', open))

  test('the same row again changes nothing', () => {
    expect(reconcileChild([fact], [row('episode', open)], [], year2025)).toEqual({ ...nothing, unchanged: 1 })
  })
  test('a postcode without its space is the same postcode', () => {
    expect(reconcileChild([fact], [row('episode', { ...open, homePostcode: 'N154AB' })], [], year2025).unchanged).toBe(1)
  })
  test('a row with its ending closes it', () => {
    const ending = row('episode', closed)
    expect(reconcileChild([fact], [ending], [], year2026)).toEqual({
      ...nothing, replaced: [{ held: fact, values: ending.values, row: ending, kind: 'closed' }],
    })
  })
  test('a row that says otherwise is a difference naming the field, and nothing is replaced', () => {
    const other = row('episode', { ...open, legalStatus: 'C2' })
    expect(reconcileChild([fact], [other], [], year2026)).toEqual({
      ...nothing, differences: [{ kind: 'changed', held: fact, proposed: other.values, fields: ['legalStatus'], row: other }],
    })
  })
  test('a row that ends it and says otherwise closes it and raises the difference', () => {
    const both = row('episode', { ...closed, urn: 'SC000002' })
    const result = reconcileChild([fact], [both], [], year2026)
    expect(result.replaced).toEqual([{ held: fact, values: values('episode', closed), row: both, kind: 'closed' }])
    expect(result.differences).toMatchObject([{ kind: 'changed', fields: ['urn'] }])
  })
  test('a value that is blank now is a difference: a return may not blank what is held', () => {
    expect(reconcileChild([fact], [row('episode', { ...open, urn: null })], [], year2026).differences).toMatchObject([
      { kind: 'changed', fields: ['urn'] },
    ])
  })
  test('a newer return that covers its time and does not repeat it: vanished', () => {
    expect(reconcileChild([fact], [], [], year2026).differences).toEqual([{ kind: 'vanished', held: fact }])
  })
  test('a return without the table misses nothing', () => {
    expect(reconcileChild([fact], [], [], { collectionYear: 2026, tables: new Set(['review']) })).toEqual(nothing)
  })
  test('an older return misses nothing that a newer one recorded', () => {
    expect(reconcileChild([fact], [], [], { ...year2025, collectionYear: 2024 })).toEqual(nothing)
  })
  test('the same episode with a corrected start is one difference, not an addition and a loss', () => {
    const corrected = row('episode', { ...open, startedOn: isoDate('2024-05-02') })
    expect(reconcileChild([fact], [corrected], [], year2025)).toEqual({
      ...nothing, differences: [{ kind: 'changed', held: fact, proposed: corrected.values, fields: ['startedOn'], row: corrected }],
    })
  })
  test('the same home again, more than 31 days on, is another stay', () => {
    const again = row('episode', { ...open, startedOn: isoDate('2024-06-02') })
    expect(reconcileChild([fact], [again], [], year2025)).toEqual({
      ...nothing, added: [again], differences: [{ kind: 'vanished', held: fact }],
    })
  })
  test('a blank that is filled is completed', () => {
    const bare = held('two', 2025, row('episode', { ...open, urn: null }))
    const full = row('episode', open)
    expect(reconcileChild([bare], [full], [], year2025).replaced).toEqual([
      { held: bare, values: full.values, row: full, kind: 'completed' },
    ])
  })
})

describe('given an episode that ended on 10 June 2025, from the return of 2026', () => {
  const fact = held('one', 2026, row('episode', closed))
  test('an older return that still calls it open agrees', () => {
    expect(reconcileChild([fact], [row('episode', open)], [], year2025)).toEqual({ ...nothing, unchanged: 1 })
  })
  test('the return of its own year that calls it open again does not', () => {
    expect(reconcileChild([fact], [row('episode', open)], [], year2026).differences).toMatchObject([
      { kind: 'changed', fields: ['endedOn', 'reasonEpisodeCeased', 'reasonPlaceChange'] },
    ])
  })
  test('it ended before the year of 2027 and is not expected in it', () => {
    const ended = held('x', 2026, row('episode', { ...closed, endedOn: isoDate('2026-03-31') }))
    expect(reconcileChild([ended], [], [], { ...year2026, collectionYear: 2027 })).toEqual(nothing)
  })
  test('it ended on 1 April, the first day of the year of 2027, and is expected in it', () => {
    const ended = held('x', 2026, row('episode', { ...closed, endedOn: isoDate('2026-04-01') }))
    expect(reconcileChild([ended], [], [], { ...year2026, collectionYear: 2027 }).differences).toEqual([
      { kind: 'vanished', held: ended },
    ])
  })
})

describe('given a difference that was raised before', () => {
  const fact = held('one', 2025, row('episode', open))
  const other = row('episode', { ...open, legalStatus: 'C2' })
  const raised = (status: 'open' | 'kept'): RaisedDifference => ({
    differenceId: 'd', heldFactId: fact.factId, kind: 'changed', proposed: other.values, fields: ['legalStatus'], status,
  })
  test.each(['open', 'kept'] as const)('%s: the same return does not ask again', (status) => {
    expect(reconcileChild([fact], [other], [raised(status)], year2026)).toEqual(nothing)
  })
  test('a return that agrees with what is held overtakes the open question', () => {
    expect(reconcileChild([fact], [row('episode', open)], [raised('open')], year2026)).toEqual({
      ...nothing, unchanged: 1, overtaken: ['d'],
    })
  })
  test('a third value is a new question and overtakes the old', () => {
    const third = row('episode', { ...open, legalStatus: 'E1' })
    const result = reconcileChild([fact], [third], [raised('open')], year2026)
    expect(result.differences).toMatchObject([{ proposed: third.values }])
    expect(result.overtaken).toEqual(['d'])
  })
})

test('health of one year is not missed by the return of another', () => {
  const fact = held('h', 2025, row('outcomes_year', { collectionYear: 2025, healthAssessed: '1' }))
  const scope: ReturnScope = { collectionYear: 2026, tables: new Set(['outcomes_year', 'child_details']) }
  const rows = [row('child_details', { bornOn: isoDate('2015-01-01') })]
  expect(reconcileChild([fact], rows, [], scope)).toEqual({ ...nothing, added: rows })
})

test('a pupil number in place of "not yet known" completes the details and asks nobody', () => {
  const details = { sex: 'F', bornOn: isoDate('2021-03-01'), ethnicity: 'NOBT', upn: 'UN1' }
  const fact = held('d', 2025, row('child_details', details))
  const later = row('child_details', { ...details, upn: 'A123456789012', ethnicity: 'WBRI' })
  expect(reconcileChild([fact], [later], [], year2026)).toEqual({
    ...nothing, replaced: [{ held: fact, values: later.values, row: later, kind: 'completed' }],
  })
})

test('a known pupil number that becomes "not yet known" is a difference', () => {
  const details = { bornOn: isoDate('2021-03-01'), upn: 'A123456789012' }
  const fact = held('d', 2025, row('child_details', details))
  const later = row('child_details', { ...details, upn: 'UN1' })
  expect(reconcileChild([fact], [later], [], year2026).differences).toMatchObject([{ fields: ['upn'] }])
})

describe('given a code that the return itself replaced (H5 in use to 2024, K3 from 2025; format notes, section 1)', () => {
  const codeInUse = (_set: string, code: string, year: number): boolean =>
    code === 'H5' ? year <= 2024 : code === 'K3' ? year >= 2025 : true
  const fact = held('h', 2024, row('episode', { ...open, placementType: 'H5' }))
  test('the new code is the same fact in new words', () => {
    const later = row('episode', { ...open, placementType: 'K3' })
    expect(reconcileChild([fact], [later], [], { ...year2025, codeInUse })).toEqual({
      ...nothing, replaced: [{ held: fact, values: later.values, row: later, kind: 'completed' }],
    })
  })
  test('another code that was in use all along is a difference', () => {
    const later = row('episode', { ...open, placementType: 'K2' })
    expect(reconcileChild([fact], [later], [], { ...year2025, codeInUse }).differences).toMatchObject([{ fields: ['placementType'] }])
  })
  test('inside one year nothing was replaced', () => {
    const same = held('h', 2025, row('episode', { ...open, placementType: 'H5' }))
    const later = row('episode', { ...open, placementType: 'K3' })
    expect(reconcileChild([same], [later], [], { ...year2025, codeInUse }).differences).toMatchObject([{ fields: ['placementType'] }])
  })
})

describe('given a young woman who has left care, whom the return names as a care leaver alone', () => {
  const details = { sex: 'F', bornOn: isoDate('2006-05-01'), upn: 'A123456789012' }
  const who = held('d', 2025, row('child_details', { ...details, isMother: '0' }))
  const before = held('p', 2025, row('previous_permanence', { arrangement: 'Z1' }))
  const scope: ReturnScope = {
    collectionYear: 2026, tables: new Set(['child_details', 'episode', 'previous_permanence', 'care_leaver_year']),
  }
  const leaver = [row('child_details', details), row('care_leaver_year', { collectionYear: 2026, inTouch: 'YES' })]
  test('what is asked of children in care alone is not missed', () => {
    expect(reconcileChild([who, before], leaver, [], scope)).toEqual({ ...nothing, added: [leaver[1]], unchanged: 1 })
  })
  test('an episode that should be there is', () => {
    const fact = held('e', 2025, row('episode', open))
    expect(reconcileChild([who, fact], leaver, [], scope).differences).toEqual([{ kind: 'vanished', held: fact }])
  })
  test('becoming a mother completes the details', () => {
    const mother = row('child_details', { ...details, isMother: '1', firstChildBornOn: isoDate('2025-07-01') })
    const result = reconcileChild([who], [mother, row('episode', open)], [], scope)
    expect(result.replaced).toEqual([{ held: who, values: mother.values, row: mother, kind: 'completed' }])
  })
})

test('a row that says otherwise does not complete the held fact unasked: all it says waits for the decision', () => {
  const fact = held('p', 2025, row('previous_permanence', { arrangement: 'Z1' }))
  const other = row('previous_permanence', { arrangement: 'P2', authority: '309', orderedOn: 'zz/05/2019' })
  const scope: ReturnScope = { collectionYear: 2026, tables: new Set(['previous_permanence', 'episode']) }
  const result = reconcileChild([fact], [other, row('episode', open)], [], scope)
  expect(result.replaced).toEqual([])
  expect(result.differences).toEqual([
    { kind: 'changed', held: fact, proposed: other.values, fields: ['arrangement', 'authority', 'orderedOn'], row: other },
  ])
})
