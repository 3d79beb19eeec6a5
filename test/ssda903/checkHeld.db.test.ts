/** What is found in what is held: kept, followed through changes, and the same whichever way it was asked. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type pg from 'pg'
import { explainFinding, explanationOf, withdrawExplanation, type CheckYear } from '../../src/app/checks.ts'
import type { Work } from '../../src/app/work.ts'
import type { ChildId } from '../../src/core/facts/factType.ts'
import type { FactName } from '../../src/core/facts/factTypes.ts'
import { checkMeans, checkWhatNeedsIt } from '../../src/edge/checkingHeld.ts'
import { checkFiles } from '../../src/edge/checking.ts'
import { holdfastOn } from '../../src/edge/holdfast.ts'
import { loadRules } from '../../src/edge/rules.ts'
import { checkWhole, type CheckMeans } from '../../src/store/returns/checkHeld.ts'
import { tableOf } from '../../src/returns/ssda903/tables.ts'
import { inTransaction } from '../../src/store/postgres.ts'
import { day } from '../support/facts.ts'
import { returnFiles, trials, type Trial, type Trials } from '../support/returns.ts'
import { simulatedBorough } from '../support/simulatedReturns.ts'
import { seed } from '../support/seed.ts'

let together: Trials
let means: CheckMeans
beforeAll(async () => {
  together = await trials()
  means = checkMeans()
})
afterAll(() => together.close())

/** A trial whose changes are checked at once. */
async function checking(): Promise<Trial> {
  const at = await together.next()
  const holdfast = holdfastOn(at.pool, loadRules(), at.holdfast.database, () => day('2026-06-01'), means)
  return { ...at, holdfast, work: (fn, who = at.actor, act = ['see', 'standing']) => holdfast.work(who, { name: 'test', act }, fn) }
}

/** The findings that stand, as sorted text. */
async function findings(pool: pg.Pool, authorityId: number, year: number): Promise<readonly string[]> {
  const { rows } = await pool.query<{ finding: string }>(
    `select concat_ws(' ', c.code, rule, fact_type, fact_key, last_year, array_to_string(fields, ',')) as finding
       from finding join child c using (authority_id, child_id)
      where authority_id = $1 and collection_year = $2 and gone_at is null order by 1`, [authorityId, year])
  return rows.map((row) => row.finding)
}

const whole = (at: Trial, year: number): Promise<void> =>
  inTransaction(at.pool, { authorityId: at.authorityId, personId: null }, (client) => checkWhole(client, at.authorityId, year, means))

test('what is found in what is held is what is found in the files, and the other way about', async () => {
  const at = await checking()
  const borough = simulatedBorough(`findings ${seed}`, 80, 2025, 2026)
  const files = borough.files(2026)
  await at.counts({ collectionYear: 2026, files, lastYearFiles: borough.files(2025) })
  expect(await checkWhatNeedsIt(at.pool, means)).toBe(2)
  const { result } = await checkFiles({
    year: 2026, ruleYear: null, files, lastYearFiles: borough.files(2025), authority: '309', providers: null, codes: null,
  })
  // An invented authority is in no directory: what hangs on whose the return is may differ.
  const hangsOnWhose = (code: string): boolean => means.rules(2026).find((rule) => rule.code === code)?.needs?.includes('authority') === true
  const ofFiles = (result?.results ?? []).filter(({ rule }) => !hangsOnWhose(rule.code)).flatMap(({ findings: found }) => found.map(({ rule, row, fields }) =>
    [row.CHILD, rule, row.table, row.last, fields.join(',')].join(' '))).sort()
  const { rows } = await at.pool.query<{ child: string; rule: string; fact_type: FactName; last_year: boolean; fields: string }>(
    `select c.code as child, rule, fact_type, last_year, array_to_string(fields, ',') as fields from finding join child c using (authority_id, child_id)
      where authority_id = $1 and collection_year = 2026 and gone_at is null`, [at.authorityId])
  expect(ofFiles.length).toBeGreaterThan(0)
  expect(rows.filter(({ rule }) => !hangsOnWhose(rule)).map((row) => [row.child, row.rule, tableOf(row.fact_type).name, row.last_year, row.fields].join(' ')).sort()).toEqual(ofFiles)
  // Nothing came since: nothing is checked again.
  expect(await checkWhatNeedsIt(at.pool, means)).toBe(0)
}, 60_000)

test('after each change the children it touches are checked again, with the same findings as a check of everything', async () => {
  const at = await checking()
  const borough = simulatedBorough(`changes ${seed}`, 40, 2025, 2026)
  await at.counts({ collectionYear: 2026, files: borough.files(2026), lastYearFiles: borough.files(2025) })
  await checkWhatNeedsIt(at.pool, means)
  const { rows: [one, other] } = await at.pool.query<{ child_id: ChildId; born_on: number; upn: string; sex: string; ethnicity: string }>(
    `select d.child_id, d.born_on, d.upn, d.sex, d.ethnicity from child_details d
       join episode e on e.authority_id = d.authority_id and e.child_id = d.child_id and e.ended_on is null and e.superseded_at is null
      where d.authority_id = $1 and d.superseded_at is null and d.upn !~ '^UN' and d.sex = 'M' order by d.child_id limit 2`, [at.authorityId])
  if (one === undefined || other === undefined) throw new Error('the borough has no two such children')
  const before = await findings(at.pool, at.authorityId, 2026)
  const details = { sex: one.sex, bornOn: one.born_on as never, ethnicity: 'QQQQ', upn: other.upn, isMother: null, firstChildBornOn: null }
  // One child is given an ethnicity that is no code (rule 103) and another's pupil number (rule 444, about both).
  await at.work((work) => work.facts.record(one.child_id, 'child_details', details))
  const after = await findings(at.pool, at.authorityId, 2026)
  const fresh = after.filter((finding) => !before.includes(finding))
  expect(fresh.map((finding) => finding.split(' ')[1]).sort()).toEqual(expect.arrayContaining(['103', '444', '444']))
  await whole(at, 2026)
  expect(await findings(at.pool, at.authorityId, 2026)).toEqual(after)
  // Mended: what was found is gone, and its going is remembered.
  await at.work((work) => work.facts.record(one.child_id, 'child_details', { ...details, ethnicity: one.ethnicity, upn: one.upn }))
  expect(await findings(at.pool, at.authorityId, 2026)).toEqual(before)
  const { rows: [gone] } = await at.pool.query<{ count: number }>(
    `select count(*) as count from finding where authority_id = $1 and collection_year = 2026 and rule = '444' and gone_at is not null`, [at.authorityId])
  expect(gone?.count).toBeGreaterThanOrEqual(2)
  await whole(at, 2026)
  expect(await findings(at.pool, at.authorityId, 2026)).toEqual(before)
}, 60_000)

test('a table that was never brought in is no ground for a finding, and says so', async () => {
  const at = await checking()
  const files = simulatedBorough(`parts ${seed}`, 12, 2026, 2026).files(2026).filter(({ name }) => name !== 'reviews.csv')
  await at.counts({ collectionYear: 2026, files, lastYearFiles: [] })
  await checkWhatNeedsIt(at.pool, means)
  const [year] = await at.work((work) => work.checks.years(), at.actor, ['see', 'return checks'])
  expect(year?.notRun.find(({ rule }) => rule === '166')?.reason).toBe('the Reviews file was not given')
  expect(year?.notRun.find(({ rule }) => rule === '502')?.reason).toBe("last year's files were not given")
  expect(year?.defects).toEqual([])
}, 60_000)

test("Ofsted's list is asked once it is given, and one that cannot be read is refused", async () => {
  const at = await checking()
  await at.counts(returnFiles(2026, [{ code: '4101', episodes: ['S C1 U6@ash 2025-05-06'] }]))
  await checkWhatNeedsIt(at.pool, means)
  const needing = (notRun: readonly { readonly reason: string }[]): number => notRun.filter(({ reason }) => reason.includes("Ofsted's list")).length
  const year = async (): Promise<CheckYear> => {
    const [one] = await at.work((work) => work.checks.years(), at.actor, ['see', 'return checks'])
    if (one === undefined) throw new Error('no year was checked')
    return one
  }
  expect(needing((await year()).notRun)).toBe(means.rules(2026).filter(({ needs }) => needs?.includes('providers')).length)
  const give = (content: string) => at.work((work) => work.checks.giveProviders('list.csv', content), at.actor, ['record', 'imports'])
  expect(await give('URN,Closed\nSC000001,31/02/2020\n')).toEqual({ kind: 'refused', row: 2, words: '31/02/2020 is not a date.', fix: 'Write dates as DD/MM/YYYY.' })
  expect(await checkWhatNeedsIt(at.pool, means)).toBe(0)
  expect(await give('URN,Closed\nSC000001,28/02/2020\n')).toBeUndefined()
  expect((await year()).behind).toBe(true)
  expect(await checkWhatNeedsIt(at.pool, means)).toBe(1)
  expect(needing((await year()).notRun)).toBe(0)
  expect((await year()).behind).toBe(false)
})

test('an explanation holds through corrections and into the next year, and no longer than it stands', async () => {
  const at = await checking()
  // A code of ethnicity that nobody knows (rule 103), in two years.
  const child = { code: '4101', details: { ethnicity: 'QQQQ' }, episodes: ['S C1 U6@ash 2024-05-06'] } as const
  await at.counts(returnFiles(2026, [child], [child]))
  await checkWhatNeedsIt(at.pool, means)
  const asked = <T>(fn: (work: Work) => Promise<T>): Promise<T> => at.work(fn, at.actor, ['record', 'return checks'])
  const counts = (year: number) => asked(async (work) => (await work.checks.byRule(year)).find(({ rule }) => rule === '103'))
  expect(await counts(2025)).toEqual({ rule: '103', open: 1, explained: 0, children: 1 })
  const { rows: [finding] } = await asked((work) => work.checks.findings({ year: 2025, rule: '103' }))
  if (finding === undefined) throw new Error('nothing was found')
  await asked((work) => explainFinding(work, finding, 'The family says so.'))
  for (const year of [2025, 2026]) expect(await counts(year)).toEqual({ rule: '103', open: 0, explained: 1, children: 0 })
  // Another field of the same record is corrected: it is a new version of the fact, and the same fact.
  await at.work((work) => work.facts.record(finding.childId, 'child_details', { ...finding.values, upn: 'UN2' } as never))
  for (const year of [2025, 2026]) expect(await counts(year)).toEqual({ rule: '103', open: 0, explained: 1, children: 0 })
  await asked(async (work) => {
    const [one] = (await work.checks.findings({ year: 2026, rule: '103' })).rows
    const held = await explanationOf(work, finding.childId, one?.explanation?.recordId ?? '')
    if (held !== undefined) await withdrawExplanation(work, held)
  })
  expect(await counts(2026)).toEqual({ rule: '103', open: 1, explained: 0, children: 1 })
})
