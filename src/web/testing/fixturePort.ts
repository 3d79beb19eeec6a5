/**
 * A WebPort in memory with invented children: for the states of pages (empty, error, long, refused) that a test wants
 * at will. It is no model of the store: filters and sorts here are the plainest that show a page. What the store
 * answers is proved by its own tests on PostgreSQL.
 */
import type { ChildPage, ChildQuestion } from '../../app/childPage.ts'
import type { FrontPage } from '../../app/frontPage.ts'
import type { Difference, DifferenceQuery, ImportReport } from '../../app/imports.ts'
import type { MeasureAnswer } from '../../app/measures.ts'
import type { TrackerDay, TrackerQuery, TrackerRow } from '../../app/tracker.ts'
import { NotAllowed, type Actor, type Work } from '../../app/work.ts'
import type { Act } from '../../core/access/act.ts'
import { roles, type Role } from '../../core/access/roles.ts'
import { mayAnywhere } from '../../core/access/scope.ts'
import { explain } from '../../core/clocks/explain.ts'
import { outcomeAsAt } from '../../core/clocks/outcome.ts'
import { ruleOf } from '../../core/clocks/rules.ts'
import type { ChildId } from '../../core/facts/factType.ts'
import { labelOf } from '../../core/facts/codeSets.ts'
import { contains } from '../../core/time/interval.ts'
import { ageOn, isoDate, type LocalDate } from '../../core/time/localDate.ts'
import { loadRules } from '../../edge/rules.ts'
import { gather } from '../gather.ts'
import type { AuditEvent, ImportAsked, WebPort } from '../port.ts'
import { fixtureAccounts, fixtureKeptForms } from './fixtureAccounts.ts'
import { inventedChild, inventedId, inventedToday, type InventedChild } from './inventedChildren.ts'
import { inventedDifferences, inventedMeasures, inventedReports } from './inventedReturns.ts'

const rules = loadRules()
const context = { calendar: rules.calendar, policy: rules.policy }

export interface FixtureOptions {
  /** How many children are in care. */
  readonly children?: number
  /** The store fails at everything. */
  readonly broken?: boolean
}

/** What the tests can look at and change. */
export interface Fixture extends WebPort {
  readonly events: { readonly actor: Actor; readonly event: AuditEvent }[]
  readonly accepted: ImportAsked[]
  readonly reports: ImportReport[]
  differences: Difference[]
  readonly kept: Map<string, { content: unknown; expiresAt: Date }>
  broken: boolean
}

export const password = 'correct horse battery'

/** One invented person a role; they sign in with the role's name and `password`. */
export function invented(role: Role): Actor {
  return { personId: inventedId(0xac70, roles.indexOf(role)), name: `Robin ${role}`, authorityId: 999, authorityName: 'Anyborough Council', roles: [role] }
}

/** A port with `children` children in care (60 unless told). */
export function fixturePort(options: FixtureOptions = {}): Fixture {
  const all = Array.from({ length: options.children ?? 60 }, (_, n) => inventedChild(n, context))
  const kept: Fixture['kept'] = new Map()
  const port: Fixture = {
    events: [], accepted: [], kept, broken: options.broken ?? false,
    reports: all.length === 0 ? [] : [...inventedReports()],
    differences: all.length === 0 ? [] : [...inventedDifferences(all)],
    async work(actor, event, fn) {
      if (port.broken) throw new Error('the store is away: secret detail')
      const written = { actor, event }
      port.events.push(written)
      try {
        return await fn(workOf(actor, all, port))
      } catch (failure) {
        // As the store: what threw is undone, and its event with it.
        port.events.splice(port.events.indexOf(written), 1)
        throw failure
      }
    },
    accounts: fixtureAccounts(roles.map(invented), password),
    provider: null,
    keptForms: fixtureKeptForms(),
    sessions: {
      get: (id) => {
        const found = kept.get(id)
        return Promise.resolve(found === undefined || found.expiresAt.getTime() < Date.now() ? null : structuredClone(found.content))
      },
      set: (id, content, expiresAt) => {
        kept.set(id, { content, expiresAt })
        return Promise.resolve()
      },
      destroy: (id) => {
        kept.delete(id)
        return Promise.resolve()
      },
    },
    rules: { labelOf: (set, code) => labelOf(rules.codeSets, set, code) },
    imports: {
      accept: (_work, asked) => {
        port.accepted.push(asked)
        const id = inventedId(0x1337, 50 + port.accepted.length)
        port.reports.unshift({
          importId: id, status: 'running', collectionYear: asked.collectionYear, withLastYear: asked.lastYearFiles.length > 0,
          startedAt: '2026-03-02T10:00:00.000Z', finishedAt: null, startedBy: 'Robin performance analyst', counts: null,
          progress: { stage: 'reading files', done: 120, total: 400 }, files: [], notes: [], refusal: null,
        })
        return Promise.resolve(id)
      },
      cancel: (_work, importId) => {
        const at = port.reports.findIndex((one) => one.importId === importId)
        const found = port.reports[at]
        if (found !== undefined) port.reports[at] = { ...found, status: 'cancelled', finishedAt: '2026-03-02T10:01:00.000Z' }
        return Promise.resolve()
      },
    },
    keys: null,
    calendars: { base: null, newSecret: () => ({ secret: 'invented', fingerprint: 'invented' }), feed: () => Promise.resolve(undefined) },
    today: () => inventedToday,
    ready: () => Promise.resolve(!port.broken),
  }
  return port
}

function workOf(actor: Actor, all: readonly InventedChild[], port: Fixture): Work {
  const allowed = (...[action, resource]: Act): boolean => mayAnywhere(actor.roles, resource, action)
  const own: Partial<Work> = {
    actor, today: inventedToday, may: allowed,
    allow: (...act) => {
      if (!allowed(...act)) throw new NotAllowed(act)
    },
    within: (_act, fn) => fn(),
    among: (_childIds, fn) => fn(),
    calendar: rules.calendar, policies: rules.policies,
    returns: new Proxy({}, { get: () => () => Promise.reject(new Error('the invented port writes no returns')) }) as Work['returns'],
    checks: new Proxy({}, { get: () => () => Promise.reject(new Error('the invented port checks nothing')) }) as Work['checks'],
    views: { list: () => Promise.resolve([]), save: () => Promise.resolve(true), delete: () => Promise.resolve() },
    signals: { known: () => Promise.resolve([]) },
    records: new Proxy({}, {
      get: (_none, asked) => asked === 'find' ? () => Promise.resolve([]) : () => Promise.reject(new Error('the invented port holds no records')),
    }) as Work['records'],
    decideWith: (_childId, _facts, ...act) => Promise.resolve(allowed(...act)
      ? { kind: 'allow', as: actor.roles[0] ?? 'social worker', by: 'allocated', because: 'invented', alarm: false }
      : { kind: 'deny', reason: 'not granted', because: 'invented' }),
    decideFor: () => Promise.resolve({ kind: 'deny', reason: 'not granted', because: 'invented' }),
    decide: (_childId, ...act) => Promise.resolve(allowed(...act)
      ? { kind: 'allow', as: actor.roles[0] ?? 'social worker', by: 'allocated', because: 'invented', alarm: false }
      : { kind: 'deny', reason: 'not granted', because: 'invented' }),
    tracker: {
      day: (query) => Promise.resolve(trackerDay(all, query)),
      standings: (childIds, asAt) => Promise.resolve(childIds.map((id) => all.find(({ facts }) => facts.childId === id)).filter(present)
        .map((one) => rowOf(one, asAt)).filter(present)),
    },
    children: {
      page: (id, question) => Promise.resolve(childOf(all.find(({ facts }) => facts.childId === id), question, port)),
      among: (ids) => Promise.resolve(new Set(ids)),
      sharedProfile: () => Promise.resolve(undefined),
      openClocks: () => Promise.reject(new Error('the invented port has no list of clocks')),
      codeOf: (id) => Promise.resolve(all.find(({ facts }) => facts.childId === id)?.facts.code),
      codesOf: () => Promise.reject(new Error('the invented port is asked for one code at a time')),
      byCode: (code) => Promise.resolve(all.find(({ facts }) => facts.code === code)?.facts.childId),
    },
    figures: {
      frontPage: (asAt) => Promise.resolve(frontOf(actor, all, asAt, port)),
      measures: (asAt, ids) => Promise.resolve(measuresOf(all, asAt).filter(({ id }) => ids === null || ids.includes(id))),
    },
    imports: {
      list: () => Promise.resolve(port.reports),
      yearsHeld: () => Promise.resolve(all.length === 0 ? [] : [2025, 2026]),
      report: (id) => Promise.resolve(port.reports.find(({ importId }) => importId === id)),
      differences: (query) => Promise.resolve(differencesOf(port.differences, query)),
      settle: (ids, decision) => {
        const open = port.differences.filter(({ differenceId, status }) => status === 'open' && ids.includes(differenceId))
        port.differences = port.differences.map((one) => (open.includes(one)
          ? { ...one, status: decision === 'accept' ? 'accepted' : 'kept', decidedBy: actor.name, decidedAt: '2026-03-02T11:00:00.000Z' } : one))
        return Promise.resolve(open.length)
      },
    },
  }
  return new Proxy(own, { get: (held, part) => Reflect.get(held, part) ?? unheld(String(part)) }) as Work
}

/** What the invented port does not hold: the pages that ask for it are tried on the real store. */
function unheld(part: string): unknown {
  return new Proxy({}, { get: () => () => Promise.reject(new Error(`the invented port holds no ${part}`)) })
}

function rowOf({ facts, derived, team, worker }: InventedChild, asAt: LocalDate): TrackerRow | undefined {
  const standing = derived.standings.find((one) => contains(one, asAt))
  if (standing === undefined) return undefined
  const bornOn = derived.history.bornOn
  return {
    childId: facts.childId, code: facts.code, bornOn, age: bornOn === null ? null : ageOn(bornOn, asAt),
    sex: facts.child_details[0]?.sex ?? null, inCareSince: standing.inCareSince, startKnown: standing.startKnown,
    daysInCare: asAt - standing.inCareSince, legalStatus: standing.legalStatus, legalStatusSince: standing.legalStatusSince,
    placementType: standing.placementType, homeSince: standing.homeSince, homeNumber: standing.homeNumber, away: standing.away,
    route: standing.route, legal: standing.legal, physical: standing.physical, permanenceAchieved: standing.permanenceAchieved,
    nextDueOn: standing.nextDueOn, nextDueRule: standing.nextDueRule,
    driftDays: standing.driftFromOn === null ? 0 : Math.max(0, asAt - standing.driftFromOn), driftRule: standing.driftRule, worker, team,
  }
}

const present = <T>(one: T | undefined): one is T => one !== undefined

function chosen(all: readonly InventedChild[], query: TrackerQuery): readonly TrackerRow[] {
  const key: Record<TrackerQuery['sort'], (row: TrackerRow) => string | number> = {
    child: (row) => row.code, age: (row) => row.age ?? -1, 'days-in-care': (row) => row.daysInCare, 'legal-status': (row) => row.legalStatus ?? '',
    home: (row) => row.placementType ?? '', route: (row) => row.route ?? '', 'next-due': (row) => row.nextDueOn ?? 1e9,
    drift: (row) => row.driftDays, team: (row) => row.team ?? '',
  }
  const bands: Record<string, readonly [number, number]> = {
    'under 1': [0, 0], '1 to 4': [1, 4], '5 to 9': [5, 9], '10 to 15': [10, 15], '16 and over': [16, 99],
  }
  const rows = all.map((one) => rowOf(one, query.asAt)).filter(present).filter((row) =>
    (query.legalStatus.length === 0 || query.legalStatus.includes(row.legalStatus ?? ''))
    && (query.age.length === 0 || query.age.some((band) => {
      const [from, to] = bands[band] ?? [0, 0]
      return row.age !== null && row.age >= from && row.age <= to
    }))
    && (query.route.length === 0 || query.route.includes(row.route ?? 'none'))
    && (query.team.length === 0 || query.team.includes(row.team ?? ''))
    && (!query.overdueOnly || (row.nextDueOn !== null && row.nextDueOn < query.asAt))
    && (!query.driftingOnly || row.driftDays > 0)
    && row.code.includes(query.search))
  const of = key[query.sort]
  const sorted = rows.toSorted((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0))
  return query.descending ? sorted.toReversed() : sorted
}

function trackerDay(all: readonly InventedChild[], query: TrackerQuery): TrackerDay {
  const rows = chosen(all, query)
  const everyone = all.map((one) => rowOf(one, query.asAt)).filter(present)
  const counts = <T extends string>(of: (row: TrackerRow) => T | null): readonly { value: T; count: number }[] =>
    [...gather(everyone, of)].flatMap(([value, same]) => (value === null ? [] : [{ value, count: same.length }]))
  return {
    childIds: rows.slice((query.page - 1) * query.pageSize, query.page * query.pageSize).map(({ childId }) => childId),
    total: rows.length, inCare: everyone.length,
    choices: { legalStatus: counts((row) => row.legalStatus), route: counts((row) => row.route ?? 'none'), team: counts((row) => row.team) },
  }
}

function childOf(one: InventedChild | undefined, question: ChildQuestion, port: Fixture): Omit<ChildPage, 'open'> | undefined {
  if (one === undefined) return undefined
  const { facts, derived, recorded, team, worker } = one
  return {
    childId: facts.childId, code: facts.code, ...question, history: derived.history, evidence: derived.evidence, team, worker,
    clocks: derived.occurrences.flatMap((occurrence) => {
      const outcome = outcomeAsAt(occurrence, question.asAt)
      const rule = ruleOf(occurrence.rule)
      return outcome === null ? [] : [{ rule, occurrence, outcome, explanation: explain(rule, occurrence, question.asAt, context.calendar) }]
    }),
    facts: recorded,
    openDifferences: port.differences.filter(({ childId, status }) => childId === facts.childId && status === 'open').length,
  }
}

function frontOf(actor: Actor, all: readonly InventedChild[], asAt: LocalDate, port: Fixture): Omit<FrontPage, 'longestDrift'> {
  const rows = all.map((one) => rowOf(one, asAt)).filter(present)
  const drifting = rows.filter(({ driftDays }) => driftDays > 0)
  return {
    asAt, authority: actor.authorityName, inCare: rows.length, startedThisYear: rows.length === 0 ? 0 : 41, ceasedThisYear: rows.length === 0 ? 0 : 38,
    overdue: rows.filter(({ nextDueOn }) => nextDueOn !== null && nextDueOn < asAt).length, drifting: drifting.length,
    permanenceAchievedInCare: rows.filter(({ permanenceAchieved }) => permanenceAchieved).length,
    timeToPermanence: rows.length === 0 ? [] : [
      { route: 'return-home', children: 14, medianDays: 203, startNotKnown: 0 },
      { route: 'kin-sgo', children: 9, medianDays: 417, startNotKnown: 1 },
      { route: 'foster-ltf', children: 11, medianDays: 688.5, startNotKnown: 3 },
      { route: 'adoption', children: 6, medianDays: 731, startNotKnown: 0 },
      { route: 'supported-living', children: 2, medianDays: null, startNotKnown: 2 },
    ],
    factsReachTo: rows.length === 0 ? null : isoDate('2026-02-20'),
    openDifferences: port.differences.filter(({ status }) => status === 'open').length,
  }
}

function measuresOf(all: readonly InventedChild[], asAt: LocalDate): readonly MeasureAnswer[] {
  return inventedMeasures(all.map(({ facts }) => ({ childId: facts.childId as ChildId, code: facts.code })), asAt)
}

function differencesOf(all: readonly Difference[], query: DifferenceQuery): { readonly rows: readonly Difference[]; readonly total: number } {
  const rows = all.filter((one) => (query.status === 'all' || one.status === query.status) && (query.kind === 'all' || one.kind === query.kind)
    && (query.childId === null || one.childId === query.childId) && (query.importId === null || one.importId === query.importId))
  return { rows: rows.slice((query.page - 1) * query.pageSize, query.page * query.pageSize), total: rows.length }
}
