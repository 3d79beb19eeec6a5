/** A piece of work on the store: the use cases' ports, all on one client inside one open transaction. */
import type pg from 'pg'
import type { Policies } from '../app/policies.ts'
import type { Actor, Work } from '../app/work.ts'
import { answerOf } from '../app/measures.ts'
import type { ClockContext } from '../core/clocks/clock.ts'
import type { ChildId } from '../core/facts/factType.ts'
import type { PanelScheme } from '../core/panels/definition.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { allMeasures } from '../measures/all.ts'
import { holdersOfChild, managersAbove } from './access/caseHolders.ts'
import { widened, type Access } from './access/reach.ts'
import { addLink, addRelative, endLink, familyOf } from './family/family.ts'
import { eventsToExport, looksAtChild, looksNumbered, looksOfPerson, looksSearched, nameOfPerson, sealedStateOf } from './audit/looks.ts'
import { findingsOf } from './audit/unusual.ts'
import { childPage } from './questions/childPage.ts'
import { frontPage } from './questions/frontPage.ts'
import { differenceList, importList, importReport } from './questions/importQuestions.ts'
import { openClocks } from './questions/openClocks.ts'
import { knownForSignals } from './questions/signalFacts.ts'
import { standingsOf, trackerDay } from './questions/tracker.ts'
import { panelsOn } from './panels/panels.ts'
import { staffOn } from './people/staff.ts'
import { leaveNotices, peopleListed } from './records/people.ts'
import { deriveEndorsed } from './records/deriveEndorsed.ts'
import { applyChanges, findRecords, versionsOf } from './records/records.ts'
import { recordFact } from './recordFact.ts'
import { checkChildren, type CheckMeans } from './returns/checkHeld.ts'
import { checksOn } from './returns/checkQuestions.ts'
import { heldReturnsOn } from './returns/heldReturns.ts'
import { savedViewsOf } from './savedViews.ts'
import { changeFactsAlone } from './postgres.ts'
import { prepared } from './prepared.ts'
import { childrenOfDifferences, deriveAgain, settleDifferences } from './settleDifferences.ts'
import { noticesOn } from './notices.ts'
import { queriesOn } from './tables.ts'
import { yearsHeld } from './yearsHeld.ts'

export interface WorkContext {
  readonly client: pg.ClientBase
  readonly actor: Actor
  readonly access: Access
  readonly today: LocalDate
  readonly clocks: ClockContext
  readonly policies: Policies
  readonly panelSchemes: readonly PanelScheme[]
  readonly newId: () => string
  /** What held facts are checked by after each change; null where nothing is checked. */
  readonly checks: CheckMeans | null
}

/** What an actor may do and ask on the client of a transaction that is open and scoped to their authority. */
export function workOn({ client, actor, access, today, clocks, policies, panelSchemes, newId, checks }: WorkContext): Work {
  const db = queriesOn(client)
  const keptPlans = queriesOn(client, prepared)
  const { authorityId } = actor
  /** What changed is checked against the return's rules at once: however far the request itself reaches. */
  const checkedAgain = async (children: readonly ChildId[]): Promise<void> => {
    if (checks !== null) await widened(client, () => checkChildren(client, authorityId, children, checks))
  }
  return {
    actor,
    today,
    calendar: clocks.calendar,
    policies,
    ...access,
    tracker: {
      day: (query) => trackerDay(keptPlans, authorityId, query),
      standings: (childIds, asAt) => standingsOf(keptPlans, authorityId, childIds, asAt),
    },
    children: {
      page: (childId, question) => childPage(client, authorityId, clocks, childId, question),
      async among(childIds) {
        const { rows } = await client.query<{ child_id: ChildId }>(
          'select child_id from child where authority_id = $1 and child_id = any($2::uuid[])', [authorityId, childIds],
        )
        return new Set(rows.map((row) => row.child_id))
      },
      async sharedProfile(childId) {
        const { rows } = await client.query<{ profile: unknown }>(
          'select profile from profile_share where to_authority_id = $1 and child_id = $2 and withdrawn_at is null order by shared_at desc limit 1',
          [authorityId, childId],
        )
        return rows[0]?.profile
      },
      openClocks: (rules, dueBy) => openClocks(client, authorityId, rules, dueBy, today),
      async codeOf(childId) {
        const { rows } = await client.query<{ code: string }>(prepared(
          'select code from child where authority_id = $1 and child_id = $2', [authorityId, childId],
        ))
        return rows[0]?.code
      },
      async codesOf(childIds) {
        const { rows } = await client.query<{ child_id: string; code: string }>(
          'select child_id, code from child where authority_id = $1 and child_id = any ($2)', [authorityId, childIds],
        )
        return new Map(rows.map(({ child_id: childId, code }) => [childId, code]))
      },
      async byCode(code) {
        const { rows } = await client.query<{ child_id: ChildId }>(
          'select child_id from child where authority_id = $1 and code = $2', [authorityId, code],
        )
        return rows[0]?.child_id
      },
    },
    figures: {
      frontPage: (asAt) => frontPage(db, authorityId, actor.authorityName, asAt),
      async measures(asAt, ids) {
        const wanted = ids === null ? allMeasures : allMeasures.filter((measure) => ids.includes(measure.id))
        const answers = []
        for (const measure of wanted) {
          const cases = await measure.cases({ db, authorityId, window: measure.window(asAt) })
          answers.push(answerOf(measure, asAt, cases))
        }
        return answers
      },
    },
    imports: {
      list: () => importList(client, authorityId),
      yearsHeld: () => yearsHeld(client, authorityId),
      report: (importId) => importReport(client, authorityId, importId),
      differences: (query) => differenceList(client, authorityId, query),
      async settle(differenceIds, decision) {
        const about = await childrenOfDifferences(client, authorityId, differenceIds)
        const settled = await settleDifferences({ client, authorityId, personId: actor.personId, clocks, newId }, differenceIds, decision)
        if (decision === 'accept') await checkedAgain(about)
        return settled
      },
    },
    returns: heldReturnsOn(client, authorityId),
    checks: checksOn(client, actor, today, checks),
    facts: {
      async record(childId, type, values, replaces = null) {
        const child = childId as ChildId
        const stands = await recordFact({ client, authorityId, personId: actor.personId, clocks, newId }, child, type, values, replaces)
        await checkedAgain([child])
        return stands
      },
      async derive(childId) {
        await changeFactsAlone(client, authorityId)
        await deriveAgain({ client, authorityId, clocks }, [childId as ChildId])
      },
    },
    caseHolders: {
      ofChild: (childId) => holdersOfChild(client, authorityId, childId, today),
      above: (personId) => managersAbove(client, authorityId, personId, today),
    },
    signals: { known: (childIds, day) => knownForSignals(client, authorityId, childIds, day) },
    views: savedViewsOf(client, actor),
    families: {
      of: (childId) => familyOf(client, authorityId, childId),
      addRelative: (childId, relative) => addRelative(client, actor, childId, relative),
      addLink: (_childId, link) => addLink(client, actor, link),
      endLink: (childId, linkId, on) => endLink(client, actor, childId, linkId, on),
    },
    records: {
      find: (types, query) => findRecords(client, authorityId, types, query),
      one: async (type, recordId) => (await findRecords(client, authorityId, [type], { recordIds: [recordId] }))[0],
      versions: (type, recordId) => versionsOf(client, authorityId, type, recordId),
      async apply(changes, tell = []) {
        await applyChanges(client, actor, changes)
        await deriveEndorsed({ client, authorityId, clocks }, changes)
        await leaveNotices(client, authorityId, tell)
      },
      newId,
      people: (roles = []) => peopleListed(client, authorityId, today, roles),
    },
    panels: panelsOn(client, authorityId, today, panelSchemes),
    notices: noticesOn(client, authorityId, actor.personId),
    staff: staffOn({ client, authorityId, personId: actor.personId, today, newId }),
    audit: {
      ofChild: (childId, query) => looksAtChild(client, authorityId, childId, query),
      ofPerson: (personId, query) => looksOfPerson(client, authorityId, personId, query),
      search: (query) => looksSearched(client, authorityId, query),
      events: (eventIds) => looksNumbered(client, authorityId, eventIds),
      nameOf: (personId) => nameOfPerson(client, authorityId, personId),
      sealed: () => sealedStateOf(client, authorityId),
      toExport: (query, limit) => eventsToExport(client, authorityId, query, limit),
      findings: (query) => findingsOf(client, authorityId, actor.personId, query),
    },
  }
}
