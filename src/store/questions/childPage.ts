/** One child, derived afresh from the facts as they are, or as they were known at a moment. */
import type pg from 'pg'
import type { ChildClock, ChildPage, ChildQuestion } from '../../app/childPage.ts'
import type { ClockContext } from '../../core/clocks/clock.ts'
import { outcomeAsAt } from '../../core/clocks/outcome.ts'
import { explain } from '../../core/clocks/explain.ts'
import { ruleOf } from '../../core/clocks/rules.ts'
import { derive } from '../../core/derivation.ts'
import type { ChildId } from '../../core/facts/factType.ts'
import { contains } from '../../core/time/interval.ts'
import { childFacts, layouts } from '../factColumns.ts'
import { plansEndorsed } from '../plansEndorsed.ts'
import { prepared } from '../prepared.ts'
import { clocksHolding, yearsHeld } from '../yearsHeld.ts'
import { recordedFacts } from './recordedFacts.ts'

const byUrgency: Readonly<Record<ChildClock['outcome'], number>> = {
  overdue: 0, due: 1, 'cannot tell yet': 2, late: 3, refused: 4, met: 5, 'not required': 6,
}

/** The page of a child, or undefined when the authority holds none by that id (or did not at the moment asked about). */
export async function childPage(
  client: pg.ClientBase,
  authorityId: number,
  clocks: ClockContext,
  childId: ChildId,
  { asAt, asKnownAt }: ChildQuestion,
): Promise<Omit<ChildPage, 'open'> | undefined> {
  const { rows } = await client.query<{ code: string }>(prepared(
    `select code from child where authority_id = $1 and child_id = $2 and ($3::timestamptz is null or recorded_at <= $3)`,
    [authorityId, childId, asKnownAt],
  ))
  const [child] = rows
  if (child === undefined) return undefined
  const facts = await recordedFacts(client, authorityId, childId, asKnownAt)
  const known = facts.filter(({ source }) => source.supersededAt === null)
  const stored = known.map((fact) => ({
    type: fact.type,
    factId: fact.factId,
    values: layouts[fact.type].fields.map((field) => fact.values[field] ?? null),
  }))
  const holding = clocksHolding(clocks, await yearsHeld(client, authorityId, asKnownAt))
  const endorsed = (await plansEndorsed(client, authorityId, [childId], asKnownAt)).get(childId) ?? []
  const derived = derive(childFacts(childId, child.code, stored), { ...holding, plansEndorsed: endorsed })
  const running: ChildClock[] = []
  for (const occurrence of derived.occurrences) {
    const outcome = outcomeAsAt(occurrence, asAt)
    if (outcome === null) continue
    const rule = ruleOf(occurrence.rule)
    running.push({ rule, occurrence, outcome, explanation: explain(rule, occurrence, asAt, clocks.calendar) })
  }
  running.sort((a, b) =>
    byUrgency[a.outcome] - byUrgency[b.outcome] || (a.occurrence.dueOn ?? 0) - (b.occurrence.dueOn ?? 0))
  const standing = derived.standings.find((one) => contains(one, asAt))
  const worker = await workerAndTeam(client, authorityId, standing?.worker ?? null)
  const { rows: open } = await client.query<{ n: number }>(prepared(
    `select count(*) as n from difference where authority_id = $1 and child_id = $2
     and case when $3::timestamptz is null then status = 'open'
       else raised_at <= $3 and (status = 'open' or decided_at > $3) end`,
    [authorityId, childId, asKnownAt],
  ))
  return {
    childId,
    code: child.code,
    asAt,
    asKnownAt,
    history: derived.history,
    evidence: derived.evidence,
    clocks: running,
    facts,
    openDifferences: open[0]?.n ?? 0,
    ...worker,
  }
}

async function workerAndTeam(
  client: pg.ClientBase, authorityId: number, worker: string | null,
): Promise<{ readonly worker: string | null; readonly team: string | null }> {
  if (worker === null) return { worker: null, team: null }
  const { rows } = await client.query<{ name: string; team: string }>(prepared(
    'select name, team from worker where authority_id = $1 and worker = $2', [authorityId, worker],
  ))
  return { worker: rows[0]?.name ?? worker, team: rows[0]?.team ?? null }
}
