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
import { clocksHolding, yearsHeld } from '../yearsHeld.ts'
import { knownAt, recordedFacts } from './recordedFacts.ts'

const byUrgency: Readonly<Record<ChildClock['outcome'], number>> = {
  overdue: 0, due: 1, 'cannot tell yet': 2, late: 3, refused: 4, met: 5, 'not required': 6,
}

/** The page of a child, or undefined when the authority holds none by that id (or did not at the moment asked about). */
export async function childPage(
  client: pg.ClientBase,
  authorityId: number,
  clocks: ClockContext,
  childId: ChildId,
  question: ChildQuestion,
): Promise<ChildPage | undefined> {
  const { rows } = await client.query<{ code: string; recorded_at: string }>(
    'select code, recorded_at from child where authority_id = $1 and child_id = $2',
    [authorityId, childId],
  )
  const [child] = rows
  if (child === undefined) return undefined
  if (question.asKnownAt !== null && child.recorded_at > question.asKnownAt) return undefined
  const facts = await recordedFacts(client, authorityId, childId)
  const known = facts.filter((fact) => knownAt(fact.source, question.asKnownAt))
  const stored = known.map((fact) => ({
    type: fact.type,
    factId: fact.factId,
    values: layouts[fact.type].fields.map((field) => fact.values[field] ?? null),
  }))
  const holding = clocksHolding(clocks, await yearsHeld(client, authorityId))
  const derived = derive(childFacts(childId, child.code, stored), holding)
  const { asAt } = question
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
  const { rows: open } = await client.query<{ n: number }>(
    `select count(*) as n from difference where authority_id = $1 and child_id = $2 and status = 'open'`,
    [authorityId, childId],
  )
  return {
    childId,
    code: child.code,
    asAt,
    asKnownAt: question.asKnownAt,
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
  const { rows } = await client.query<{ name: string; team: string }>(
    'select name, team from worker where authority_id = $1 and worker = $2', [authorityId, worker],
  )
  return { worker: rows[0]?.name ?? worker, team: rows[0]?.team ?? null }
}
