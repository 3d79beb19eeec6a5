/** What a return does to what is held: every count, fact, source and difference, told in advance from the files. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { childPage, type ChildPage, type RecordedFact } from '../../src/app/childPage.ts'
import { differences, importReport, settleDifferences, type Difference } from '../../src/app/imports.ts'
import type { ImportCounts } from '../../src/app/imports.ts'
import type { ChildId } from '../../src/core/facts/factType.ts'
import { formatIso, isoDate, type LocalDate } from '../../src/core/time/localDate.ts'
import { endAbandonedImports } from '../../src/store/import/runImport.ts'
import type { GivenChild } from '../support/facts.ts'
import { returnFiles, sourcesOf, trials, type Trial, type Trials } from '../support/returns.ts'

let together: Trials
let at: Trial
beforeAll(async () => {
  together = await trials()
})
beforeEach(async () => {
  at = await together.next()
})
afterAll(() => together.close())

const nothing: ImportCounts = {
  children: 0, newChildren: 0, rows: 0, added: 0, closed: 0, completed: 0, unchanged: 0, changedDifferences: 0,
  vanishedDifferences: 0,
}

const all = { importId: null, childId: null, status: 'all', kind: 'all', page: 1, pageSize: 100 } as const
const listed = async (): Promise<readonly Difference[]> => (await at.work((work) => differences(work, all))).rows
const told = (one: Difference): string => `${one.childCode} ${one.type} ${one.kind} ${one.fields.join(' ')} ${one.status}`
const idOf = async (code: string): Promise<ChildId> => {
  const id = await at.work((work) => work.children.byCode(code))
  if (id === undefined) throw new Error(`no child ${code}`)
  return id
}
const pageOf = async (code: string, asAt = '2026-03-31'): Promise<ChildPage> => {
  const id = await idOf(code)
  const page = await at.work((work) => childPage(work, id, { asAt: isoDate(asAt), asKnownAt: null }))
  if (page === undefined) throw new Error(`no page of ${code}`)
  return page
}
const current = (page: ChildPage): readonly RecordedFact[] => page.facts.filter(({ source }) => source.supersededAt === null)
const episodes = (page: ChildPage): readonly string[] =>
  current(page).filter(({ type }) => type === 'episode').map(({ values: v }) => {
    const on = (value: unknown): string => (typeof value === 'number' ? formatIso(value as LocalDate) : 'now')
    return `${v['legalStatus']} ${on(v['startedOn'])} ${on(v['endedOn'])}`
  }).sort()

/** Rahel came into care in 2024 and her order changed in 2025; Sam came in 2025. */
const rahel2025: GivenChild = {
  code: '77001', details: { upn: 'UN1' }, episodes: ['S C1 U6@ash 2024-05-06'], reviews: ['2024-06-03', '2024-08-30'],
}
const rahel2026: GivenChild = {
  code: '77001', details: { upn: 'A123456789012' },
  episodes: ['S C1 U6@ash 2024-05-06 2025-06-02 X1', 'L C2 U6@ash 2025-06-02'], reviews: ['2025-08-29'],
}
const sam2026: GivenChild = { code: '77002', episodes: ['S V2 K2@elm 2025-09-01'], missing: ['M 2025-10-03 2025-10-04'] }

describe('bringing a return in', () => {
  test('the first adds every row', async () => {
    expect(await at.counts(returnFiles(2025, [rahel2025]))).toEqual({ ...nothing, children: 1, newChildren: 1, rows: 4, added: 4 })
    expect(episodes(await pageOf('77001', '2025-03-31'))).toEqual(['C1 2024-05-06 now'])
  })

  test('the same again changes no row of any table, and says so', async () => {
    const files = returnFiles(2026, [rahel2026, sam2026])
    await at.counts(files)
    const before = await at.content()
    expect(before.get('episode')).toHaveLength(3)
    expect(await at.counts(files)).toEqual({ ...nothing, children: 2, rows: 7, unchanged: 7 })
    expect(await at.content()).toEqual(before)
  })

  test('a newer one adds, closes, completes and lists what differs; nothing is overwritten', async () => {
    await at.counts(returnFiles(2025, [rahel2025]))
    const born: GivenChild = { ...rahel2026, bornOn: '2014-06-16' }
    expect(await at.counts(returnFiles(2026, [born, sam2026]))).toEqual({
      // Added: an episode and a review of Rahel's; header, episode and missing of Sam's.
      ...nothing, children: 2, newChildren: 1, rows: 7, added: 5, closed: 1, completed: 1, changedDifferences: 1,
    })
    expect((await listed()).map(told)).toEqual(['77001 child_details changed bornOn open'])
    const page = await pageOf('77001')
    expect(formatIso(page.history.bornOn ?? isoDate('1900-01-01'))).toBe('2014-06-15')
    expect(episodes(page)).toEqual(['C1 2024-05-06 2025-06-02', 'C2 2025-06-02 now'])
    // The open episode and the details without a pupil number stay, superseded.
    expect(page.facts.filter(({ source }) => source.supersededAt !== null).map(({ type }) => type)).toEqual(['child_details', 'episode'])
    expect(page.openDifferences).toBe(1)
  })

  test('this year and last year in one import is one after the other, and the same again changes nothing', async () => {
    const ceased: GivenChild = { ...rahel2025, unaccompanied: '2025-02-03', adoption: { matchedOn: '2025-01-06' } }
    const files = returnFiles(2026, [rahel2026, sam2026], [ceased])
    expect(await at.counts(files)).toEqual({
      ...nothing, children: 2, newChildren: 2, rows: 13, added: 6 + 5, closed: 1, completed: 1,
    })
    const before = await at.content()
    expect(before.get('episode')).toHaveLength(4)
    expect(before.get('difference')).toEqual([])
    // Of the details the newer row alone says what is held: last year's row, UN1, is no news.
    expect(await at.counts(files)).toEqual({ ...nothing, children: 2, rows: 13, unchanged: 13 })
    expect(await at.content()).toEqual(before)
    // Nor does this year's return alone miss what only last year's held.
    await at.counts(returnFiles(2026, [rahel2026, sam2026]))
    expect(await at.content()).toEqual(before)
  })

  test('an extract during the year, then the whole year: what was open closes, nothing is asked', async () => {
    const extract: GivenChild = { ...rahel2026, episodes: ['S C1 U6@ash 2024-05-06'], reviews: ['2025-05-02'] }
    await at.counts(returnFiles(2026, [extract]))
    const whole: GivenChild = { ...rahel2026, reviews: ['2025-05-02', '2025-08-29'], outcomes: [{ collectionYear: 2026, healthAssessed: '1' }] }
    expect(await at.counts(returnFiles(2026, [whole]))).toEqual({
      ...nothing, children: 1, rows: 6, added: 3, closed: 1, unchanged: 2,
    })
    expect(await listed()).toEqual([])
  })

  test('an older one after a newer adds what it alone knows and takes nothing back', async () => {
    await at.counts(returnFiles(2026, [rahel2026, sam2026]))
    expect(await at.counts(returnFiles(2025, [rahel2025]))).toEqual({
      ...nothing, children: 1, rows: 4, added: 2, unchanged: 2,
    })
    expect(await listed()).toEqual([])
    const page = await pageOf('77001')
    expect(episodes(page)).toEqual(['C1 2024-05-06 2025-06-02', 'C2 2025-06-02 now'])
    expect(current(page).find(({ type }) => type === 'child_details')?.values['upn']).toBe('A123456789012')
  })

  test('an older one that fills in a blank of an ended fact, given twice, asks nothing', async () => {
    const ended = { startedOn: '2024-05-06', legalStatus: 'C1', placementType: 'U6', endedOn: '2025-06-02', reasonEpisodeCeased: 'E8' }
    await at.counts(returnFiles(2026, [{ code: '77001', episodes: [ended] }]))
    const open = { startedOn: '2024-05-06', legalStatus: 'C1', placementType: 'U6', categoryOfNeed: 'N1' }
    const older = returnFiles(2025, [{ code: '77001', episodes: [open] }])
    expect(await at.counts(older)).toMatchObject({ completed: 1, changedDifferences: 0 })
    // The fact is still as new as the return that ended it: what 2025 could not know is no difference.
    expect(await at.counts(older)).toMatchObject({ added: 0, closed: 0, completed: 0, changedDifferences: 0 })
    expect(episodes(await pageOf('77001'))).toEqual(['C1 2024-05-06 2025-06-02'])
  })

  test('an older one that ends what a newer still calls open is asked about, not believed', async () => {
    await at.counts(returnFiles(2026, [{ ...rahel2026, episodes: ['S C1 U6@ash 2024-05-06'] }]))
    const ended: GivenChild = { ...rahel2025, episodes: ['S C1 U6@ash 2024-05-06 2025-01-10 E8'] }
    expect(await at.counts(returnFiles(2025, [ended]))).toMatchObject({ closed: 0, changedDifferences: 1 })
    expect(episodes(await pageOf('77001'))).toEqual(['C1 2024-05-06 now'])
    expect((await listed()).map(told)).toEqual(['77001 episode changed endedOn reasonEpisodeCeased open'])
  })

  test('a child whom the return should name and does not: every fact due in it is asked about, none is lost', async () => {
    await at.counts(returnFiles(2025, [rahel2025, { ...sam2026, episodes: ['S V2 K2@elm 2024-09-02'], missing: [] }]))
    expect(await at.counts(returnFiles(2026, [rahel2026]))).toMatchObject({ children: 1, vanishedDifferences: 1 })
    expect((await listed()).map(told)).toEqual(['77002 episode vanished  open'])
    expect(episodes(await pageOf('77002'))).toEqual(['V2 2024-09-02 now'])
  })

  test('a care leaver whom the corrected return of the year no longer names is asked about', async () => {
    const leaver: GivenChild = { code: '77003', bornOn: '2006-07-01', careLeaver: [{ collectionYear: 2026, inTouch: 'YES', activity: 'F1', accommodation: 'B1' }] }
    await at.counts(returnFiles(2026, [rahel2026, leaver]))
    expect(await at.counts(returnFiles(2026, [rahel2026]))).toMatchObject({ added: 0, vanishedDifferences: 1 })
    expect((await listed()).map(told)).toEqual(['77003 care_leaver_year vanished  open'])
  })

  test('a later return that agrees again, or says a third thing, overtakes the question', async () => {
    const saying = (legalStatus: string): GivenChild => ({ ...rahel2025, episodes: [`S ${legalStatus} U6@ash 2024-05-06`] })
    await at.counts(returnFiles(2025, [saying('C1')]))
    await at.counts(returnFiles(2025, [saying('E1')]))
    await at.counts(returnFiles(2025, [saying('E1')]))
    expect((await listed()).map(told)).toEqual(['77001 episode changed legalStatus open'])
    await at.counts(returnFiles(2025, [saying('C2')]))
    expect((await listed()).map((one) => `${one.proposed?.['legalStatus']} ${one.status}`).sort()).toEqual(['C2 open', 'E1 overtaken'])
    await at.counts(returnFiles(2025, [saying('C1')]))
    expect((await listed()).map(({ status }) => status)).toEqual(['overtaken', 'overtaken'])
  })

  test('what both returns of one import say otherwise is asked once, and follows the fact that closes', async () => {
    const held: GivenChild = { code: '77001', episodes: ['S C1 U6@ash 2023-05-06'] }
    await at.counts(returnFiles(2024, [held]))
    const lastYear: GivenChild = { code: '77001', episodes: ['S E1 U6@ash 2023-05-06'] }
    const thisYear: GivenChild = { code: '77001', episodes: ['S E1 U6@ash 2023-05-06 2025-06-02 X1', 'L C2 U6@ash 2025-06-02'] }
    expect(await at.counts(returnFiles(2026, [thisYear], [lastYear]))).toMatchObject({ closed: 1, added: 1, changedDifferences: 1 })
    const [question, ...more] = await listed()
    expect(more).toEqual([])
    expect(question?.held['endedOn']).toBe(isoDate('2025-06-02'))
    expect(question?.heldSource.supersededAt).toBeNull()
    await at.work((work) => settleDifferences(work, [question?.differenceId ?? ''], 'accept'))
    expect(episodes(await pageOf('77001'))).toEqual(['C2 2025-06-02 now', 'E1 2023-05-06 2025-06-02'])
  })

  test('a question open before follows its fact through both returns of one import', async () => {
    await at.counts(returnFiles(2024, [{ code: '77001', episodes: [{ startedOn: '2023-05-06', legalStatus: 'C1', placementType: 'U6' }] }]))
    await at.counts(returnFiles(2024, [{ code: '77001', episodes: [{ startedOn: '2023-05-06', legalStatus: 'E1', placementType: 'U6' }] }]))
    // Last year's completes the fact, this year's closes it; both still say E1.
    const completed = { startedOn: '2023-05-06', legalStatus: 'E1', placementType: 'U6', categoryOfNeed: 'N1' }
    const closed = { ...completed, endedOn: '2025-06-02', reasonEpisodeCeased: 'E8' }
    expect(await at.counts(returnFiles(2026, [{ code: '77001', episodes: [closed] }], [{ code: '77001', episodes: [completed] }])))
      .toMatchObject({ completed: 1, closed: 1, changedDifferences: 0 })
    const [question, ...more] = await listed()
    expect(more).toEqual([])
    expect([question?.status, question?.held['categoryOfNeed'], question?.held['endedOn']]).toEqual(['open', 'N1', isoDate('2025-06-02')])
    expect(question?.heldSource.supersededAt).toBeNull()
  })
})

describe('where every fact came from', () => {
  const sourced = (page: ChildPage): readonly string[] =>
    page.facts.map(({ type, source }) => `${type} ${source.file} ${source.row} ${source.collectionYear}${source.supersededAt === null ? '' : ' replaced'}`).sort()

  test('file, row and year, with last year in the same import', async () => {
    // The header is row 1; Sam's rows come first in the files of 2026.
    await at.counts(returnFiles(2026, [sam2026, rahel2026], [rahel2025]))
    expect(sourced(await pageOf('77001'))).toEqual([
      'child_details header.csv 2 2025 replaced',
      'child_details header.csv 3 2026',
      'episode episodes.csv 2 2025 replaced',
      'episode episodes.csv 3 2026',
      'episode episodes.csv 4 2026',
      'review reviews.csv 2 2025',
      'review reviews.csv 2 2026',
      'review reviews.csv 3 2025',
    ])
    const { rows } = await at.pool.query<{ import_id: string }>('select import_id from return_import where authority_id = $1', [at.authorityId])
    const report = await at.work((work) => importReport(work, rows[0]?.import_id ?? ''))
    expect(report).toMatchObject({ status: 'done', collectionYear: 2026, withLastYear: true, startedBy: 'Ada Quill', refusal: null })
    expect(report?.files.map(({ name, rows: read }) => `${name} ${read}`).slice(0, 4)).toEqual(['header.csv 1', 'episodes.csv 1', 'uasc.csv 0', 'reviews.csv 2'])
  })

  test('also for files given in another order and beside one that is no table', async () => {
    const [header, episodesFile, , reviews] = sourcesOf(2026, [rahel2026])
    const stray = { name: 'notes.txt', size: 3, stray: true, open: async function* () { yield Buffer.from('abc') } }
    const files = [stray, reviews, episodesFile, header].flatMap((one) => (one === undefined ? [] : [one]))
    await at.counts({ collectionYear: 2026, files, lastYearFiles: files.length === 4 ? sourcesOf(2025, [rahel2025], ['review']) : [] })
    expect(sourced(await pageOf('77001'))).toEqual([
      'child_details header.csv 2 2026', 'episode episodes.csv 2 2026', 'episode episodes.csv 3 2026',
      'review reviews.csv 2 2025', 'review reviews.csv 2 2026', 'review reviews.csv 3 2025',
    ])
  })
})

describe('settling a difference', () => {
  const asked = async (): Promise<Difference> => {
    await at.counts(returnFiles(2025, [rahel2025]))
    await at.counts(returnFiles(2025, [{ ...rahel2025, episodes: ['S E1 U6@elm 2024-05-06'] }]))
    const [one] = await listed()
    if (one === undefined) throw new Error('no difference')
    expect(one.fields).toEqual(['legalStatus', 'placementPostcode', 'urn'])
    return one
  }
  const settle = (ids: readonly string[], decision: 'accept' | 'keep', who = at.actor): Promise<number> =>
    at.work((work) => settleDifferences(work, ids, decision), who)
  const legal = async (): Promise<readonly string[]> => {
    const { rows } = await at.pool.query<{ said: string }>(
      'select legal_status as said from standing where authority_id = $1 order by 1', [at.authorityId])
    return [...new Set(rows.map(({ said }) => said))]
  }

  test('accept: a new fact with the newer word, from the newer file, by the person; derived rows follow', async () => {
    const one = await asked()
    const ben = await at.person('Ben Hale')
    expect(await settle([one.differenceId], 'accept', ben)).toBe(1)
    const page = await pageOf('77001', '2025-03-31')
    const [fact, old] = page.facts.filter(({ type }) => type === 'episode')
    expect(fact?.source).toEqual({
      recordedAt: old?.source.supersededAt, recordedBy: 'Ben Hale', importId: one.importId, collectionYear: 2025,
      file: 'episodes.csv', row: 2, supersededAt: null,
    })
    expect(old?.source).toMatchObject({ recordedBy: 'Ada Quill', collectionYear: 2025, row: 2 })
    expect(old?.source.importId).not.toBe(one.importId)
    expect(fact?.values).toEqual({ ...old?.values, legalStatus: 'E1', placementPostcode: one.proposed?.['placementPostcode'], urn: one.proposed?.['urn'] })
    expect(await legal()).toEqual(['E1'])
    expect((await listed()).map((d) => [d.status, d.decidedBy, d.decidedAt])).toEqual([['accepted', 'Ben Hale', fact?.source.recordedAt]])
    // The return that raised it now agrees with what is held.
    const before = await at.content()
    await at.counts(returnFiles(2025, [{ ...rahel2025, episodes: ['S E1 U6@elm 2024-05-06'] }]))
    expect(await at.content()).toEqual(before)
  })

  test('keep: no fact and no derived row changes, and the same return does not ask again', async () => {
    const one = await asked()
    const before = await at.content()
    expect(await settle([one.differenceId], 'keep')).toBe(1)
    const after = await at.content()
    expect([...after].filter(([name, rows]) => rows.join() !== before.get(name)?.join()).map(([name]) => name)).toEqual(['difference'])
    await at.counts(returnFiles(2025, [{ ...rahel2025, episodes: ['S E1 U6@elm 2024-05-06'] }]))
    expect(await at.content()).toEqual(after)
  })

  test('a vanished fact accepted is withdrawn: superseded by none, gone from what is derived', async () => {
    await at.counts(returnFiles(2025, [rahel2025, { code: '77002', episodes: ['S V2 K2@elm 2024-09-02'] }]))
    await at.counts(returnFiles(2025, [rahel2025]))
    const [one] = await listed()
    expect(one === undefined ? '' : told(one)).toBe('77002 episode vanished  open')
    await settle([one?.differenceId ?? ''], 'accept')
    const page = await pageOf('77002', '2025-03-31')
    expect(episodes(page)).toEqual([])
    expect(page.history.periods).toEqual([])
    expect(page.facts.map(({ type, source }) => [type, source.supersededAt !== null])).toEqual([['child_details', false], ['episode', true]])
    expect((await at.content()).get('standing')).toHaveLength((await at.content()).get('standing')?.filter((row) => row.includes('77001')).length ?? -1)
  })

  test('twice settles once', async () => {
    const one = await asked()
    expect(await settle([one.differenceId, one.differenceId], 'accept')).toBe(1)
    const before = await at.content()
    expect(await settle([one.differenceId], 'accept')).toBe(0)
    expect(await settle([one.differenceId], 'keep')).toBe(0)
    expect(await at.content()).toEqual(before)
  })

  test('two people at once: one settles, the other is told that nothing was left', async () => {
    const one = await asked()
    const [ben, cleo] = [await at.person('Ben Hale'), await at.person('Cleo Marsh')]
    const settled = await Promise.all([settle([one.differenceId], 'accept', ben), settle([one.differenceId], 'keep', cleo)])
    expect(settled[0] + settled[1]).toBe(1)
    const [after] = await listed()
    expect(after?.decidedBy).toBe(settled[0] === 1 ? 'Ben Hale' : 'Cleo Marsh')
    expect(await legal()).toEqual(settled[0] === 1 ? ['E1'] : ['C1'])
  })

  test('two people at once on different questions about one child: both count, in facts and in what is derived', async () => {
    const two = (legalStatus: string, born: string): GivenChild => ({ ...rahel2025, bornOn: born, episodes: [`S ${legalStatus} U6@ash 2024-05-06`] })
    await at.counts(returnFiles(2025, [two('C1', '2014-06-15')]))
    await at.counts(returnFiles(2025, [two('E1', '2015-06-15')]))
    const open = await listed()
    expect(open).toHaveLength(2)
    const people = await Promise.all(['Ben Hale', 'Cleo Marsh'].map((name) => at.person(name)))
    const settled = await Promise.all(open.map((one, i) => settle([one.differenceId], 'accept', people[i])))
    expect(settled).toEqual([1, 1])
    expect(await legal()).toEqual(['E1'])
    const { rows } = await at.pool.query<{ born_on: LocalDate }>('select distinct born_on from standing where authority_id = $1', [at.authorityId])
    expect(rows.map((row) => formatIso(row.born_on))).toEqual(['2015-06-15'])
  })

  test('two questions about one fact, accepted together: the fact gains both', async () => {
    const said = (legalStatus: string, placementType: string): GivenChild =>
      ({ code: '77001', episodes: [{ startedOn: '2023-05-06', legalStatus, placementType, categoryOfNeed: 'N1' }] })
    await at.counts(returnFiles(2024, [said('C1', 'U6')]))
    await at.counts(returnFiles(2026, [said('C1', 'U4')], [said('E1', 'U6')]))
    // Last year's question is overtaken by this year's return, which agrees with what is held about it.
    expect((await listed()).map(told)).toEqual(['77001 episode changed placementType open'])
    // So a second question about the fact can only come from a return without its table, or by hand: raise one.
    const [one] = await listed()
    await at.pool.query(
      `insert into difference select authority_id, gen_random_uuid(), import_id, child_id, fact_type, kind, held_fact_id,
         jsonb_set(proposed, '{2}', '"E1"'), '{legalStatus}', source_file, source_row, raised_at, status, null, null
       from difference where difference_id = $1`, [one?.differenceId])
    expect(await settle((await listed()).map(({ differenceId }) => differenceId), 'accept')).toBe(2)
    const page = await pageOf('77001')
    expect(current(page).filter(({ type }) => type === 'episode').map(({ values }) => [values['legalStatus'], values['placementType']])).toEqual([['E1', 'U4']])
    expect(await legal()).toEqual(['E1'])
  })

  test('accepting that a fact is gone overtakes other questions about it', async () => {
    const one = await asked()
    const { rows } = await at.pool.query<{ id: string }>(
      `insert into difference select authority_id, gen_random_uuid(), import_id, child_id, fact_type, 'vanished', held_fact_id,
         null, '{}', null, null, raised_at, status, null, null from difference where difference_id = $1
       returning difference_id as id`, [one.differenceId])
    await settle(rows.map(({ id }) => id), 'accept')
    expect((await listed()).map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual(['changed overtaken', 'vanished accepted'])
    expect(episodes(await pageOf('77001', '2025-03-31'))).toEqual([])
  })
})

test('a settlement while an import runs: one waits for the other, and what is derived is of both', async () => {
  const said = (legalStatus: string): GivenChild => ({ ...rahel2025, episodes: [`S ${legalStatus} U6@ash 2024-05-06`] })
  await at.counts(returnFiles(2025, [said('C1')]))
  await at.counts(returnFiles(2025, [said('E1')]))
  const [one] = await listed()
  const [counts, settled] = await Promise.all([
    at.counts(returnFiles(2026, [{ ...rahel2026, episodes: ['S E1 U6@ash 2024-05-06 2025-06-02 X1', 'L C2 U6@ash 2025-06-02'] }])),
    at.work((work) => settleDifferences(work, [one?.differenceId ?? ''], 'accept')),
  ])
  expect([counts.closed, counts.changedDifferences, settled]).toEqual([1, 0, 1])
  expect(episodes(await pageOf('77001'))).toEqual(['C2 2025-06-02 now', 'E1 2024-05-06 2025-06-02'])
  const { rows } = await at.pool.query<{ said: string }>('select distinct legal_status as said, legal_status_since from standing where authority_id = $1 order by legal_status_since', [at.authorityId])
  expect(rows.map((row) => row.said)).toEqual(['E1', 'C2'])
})

test('an import left running by a process that died says so, once, and leaves the next one free', async () => {
  const files = returnFiles(2025, [rahel2025])
  const { importId } = await at.ask(files)
  await at.pool.query(`update return_import set status = 'running' where import_id = $1`, [importId])
  expect(await endAbandonedImports(at.pool, at.authorityId)).toBe(1)
  expect(await endAbandonedImports(at.pool, at.authorityId)).toBe(0)
  expect(await at.work((work) => importReport(work, importId))).toMatchObject({
    status: 'failed', refusal: 'Holdfast stopped while this import was running. Nothing was brought in. Start it again.',
  })
  expect(await at.counts(files)).toMatchObject({ added: 4 })
})
