/** A piece of work on the store: the use cases' ports, all on one client inside one open transaction. */
import type pg from 'pg'
import { NotAllowed, type Actor, type Work } from '../app/work.ts'
import { answerOf } from '../app/measures.ts'
import { may } from '../core/access/policy.ts'
import type { ClockContext } from '../core/clocks/clock.ts'
import type { ChildId } from '../core/facts/factType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { allMeasures } from '../measures/all.ts'
import { looksAtChild, looksOfPerson } from './audit/looks.ts'
import { childPage } from './questions/childPage.ts'
import { frontPage } from './questions/frontPage.ts'
import { differenceList, importList, importReport } from './questions/importQuestions.ts'
import { trackerPage, trackerRows } from './questions/trackerRows.ts'
import { settleDifferences } from './settleDifferences.ts'
import { queriesOn } from './tables.ts'
import { yearsHeld } from './yearsHeld.ts'

export interface WorkContext {
  readonly client: pg.ClientBase
  readonly actor: Actor
  readonly today: LocalDate
  readonly clocks: ClockContext
  readonly newId: () => string
}

/** What an actor may do and ask on the client of a transaction that is open and scoped to their authority. */
export function workOn({ client, actor, today, clocks, newId }: WorkContext): Work {
  const db = queriesOn(client)
  const { authorityId } = actor
  return {
    actor,
    today,
    may: (permission) => may(actor.roles, permission),
    allow(permission) {
      if (!may(actor.roles, permission)) throw new NotAllowed(permission)
    },
    tracker: {
      page: (query) => trackerPage(db, authorityId, query),
      rows: async (query) => ({ rows: await trackerRows(db, authorityId, query) }),
    },
    children: {
      page: (childId, question) => childPage(client, authorityId, clocks, childId, question),
      async byCode(code) {
        const { rows } = await client.query<{ child_id: ChildId }>(
          'select child_id from child where authority_id = $1 and code = $2', [authorityId, code],
        )
        return rows[0]?.child_id
      },
    },
    figures: {
      frontPage: (asAt, withChildren) => frontPage(db, authorityId, actor.authorityName, asAt, withChildren),
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
      settle: (differenceIds, decision) =>
        settleDifferences({ client, authorityId, personId: actor.personId, clocks, newId }, differenceIds, decision),
    },
    audit: {
      ofChild: (childId, query) => looksAtChild(client, authorityId, childId, query),
      ofPerson: (personId, query) => looksOfPerson(client, authorityId, personId, query),
    },
  }
}
