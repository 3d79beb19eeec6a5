/**
 * How far a person's request reaches: which children the rest of its transaction may see or touch at all, worked out from
 * the access table, their ties and their locks, and then held by row-level security.
 */
import type pg from 'pg'
import { NotAllowed, type Actor } from '../../app/work.ts'
import type { Act } from '../../core/access/act.ts'
import { decide, type Decision } from '../../core/access/decide.ts'
import { mayAct, type WorkFacts } from '../../core/access/duties.ts'
import { closedByRestriction } from '../../core/access/resources.ts'
import { scopeOf, type SufficientTie } from '../../core/access/scope.ts'
import { formatIso } from '../../core/time/localDate.ts'
import { narrowReach, type Reach } from '../postgres.ts'
import { subjectOf, type Asker, type Subject } from './subject.ts'

/** What a piece of work may ask of access while it goes on. */
export interface Access {
  /** Whether any record at all could be open to the person for this act. */
  may(...act: Act): boolean
  /** Throws NotAllowed unless it could. */
  allow(...act: Act): void
  /** Does something with the reach that this act has, in the same transaction, then goes back. Nothing else may be asked meanwhile. */
  within<T>(act: Act, fn: () => Promise<T>): Promise<T>
  /** Does something that asks only about these children, of those the request reaches: never more of them, and faster where it reaches thousands. */
  among<T>(childIds: readonly string[], fn: () => Promise<T>): Promise<T>
  /** The decision for one child's record. */
  decide(childId: string, ...act: Act): Promise<Decision>
  /** The same with the separation of duties. */
  decideWith(childId: string, facts: WorkFacts, ...act: Act): Promise<Decision>
  /** The decision for somebody else, with the roles they hold today. */
  decideFor(person: Pick<Actor, 'personId' | 'roles'>, childId: string, ...act: Act): Promise<Decision>
}

const nobody: Reach = { children: [], hidden: [] }

/**
 * Narrows the transaction to the act asked for, and gives what the work may ask from then on. Must be asked while the
 * transaction still reaches everyone: a tie that cannot be seen would be a tie that is not held. `childId` when the address
 * names one: that child is then all it reaches, or nobody. Throws NotAllowed when no role of the person has the act at all.
 */
export async function enterAct(asker: Asker, act: Act | 'signed in', childId: string | null): Promise<Access> {
  const { actor, client } = asker
  const subjects = new Map<string, Subject>()
  /** Asked once a child and a request, however many parts of a page there are to decide about. */
  const about = async (child: string): Promise<Subject> => {
    const found = subjects.get(child) ?? await widened(client, () => subjectOf(asker, child))
    subjects.set(child, found)
    return found
  }
  const may = (...[action, resource]: Act): boolean => scopeOf(actor.roles, resource, action).kind !== 'none'
  held.set(client, atFirst)
  if (act === 'signed in') await narrowReach(client, nobody)
  else if (childId === null) await narrow(asker, partOf(actor, act))
  else {
    const [action, resource] = act
    const part = partOf(actor, act)
    const subject = await subjectOf(asker, childId)
    subjects.set(childId, subject)
    await narrow(asker, part, decide({ ...subject, action, resource }).kind === 'allow' ? [childId] : [])
  }
  return {
    may,
    allow(...wanted) {
      if (!may(...wanted)) throw new NotAllowed(wanted)
    },
    async within(wanted, fn) {
      const part = partOf(actor, wanted)
      // The reach is this act's already: most parts of a page are open as far as the page.
      if (held.get(client)?.reach === JSON.stringify(part)) return fn()
      return widened(client, async () => {
        await narrow(asker, part)
        return fn()
      })
    },
    among: (childIds, fn) => among(client, childIds, fn),
    decide: async (child, ...[action, resource]) => decide({ ...await about(child), action, resource }),
    decideWith: async (child, facts, ...[action, resource]) => mayAct({ ...await about(child), action, resource }, facts),
    decideFor: async (person, child, ...[action, resource]) => {
      const theirs = { ...asker, actor: { ...actor, ...person } }
      return decide({ ...await widened(client, () => subjectOf(theirs, child)), action, resource })
    },
  }
}

/** How a transaction is held: which reach it has, by the part of the access table it came from, and how many others wait beneath it. */
interface Held {
  readonly depth: number
  /** Null where it is no act's reach: everyone, nobody, one child. */
  readonly reach: string | null
}

const held = new WeakMap<pg.ClientBase, Held>()
const atFirst: Held = { depth: 0, reach: null }

/**
 * Does something while the transaction reaches everyone, or less where `fn` narrows it, then goes back to what it reached.
 * What it reached waits in settings of the transaction: the children never travel.
 */
export async function widened<T>(client: pg.ClientBase, fn: () => Promise<T>): Promise<T> {
  return meanwhile(client, null, { name: 'widen reach', text: 'select widen_reach($1)' }, fn)
}

/**
 * Does something while the transaction reaches every child but those hidden from the person. Only for a question whose answer
 * is about a child that is reached and tells nothing else of the others: how many brothers and sisters live elsewhere.
 */
export async function beyond<T>(client: pg.ClientBase, fn: () => Promise<T>): Promise<T> {
  return meanwhile(client, null, { name: 'reach beyond', text: 'select reach_beyond($1)' }, fn)
}

/** Does something while the transaction reaches only these children, of those it reaches, then goes back. */
async function among<T>(client: pg.ClientBase, children: readonly string[], fn: () => Promise<T>): Promise<T> {
  const { reach } = held.get(client) ?? atFirst
  return meanwhile(client, reach, { name: 'narrow reach among', text: 'select narrow_reach_among($1, $2)', values: [children] }, fn)
}

/** Puts the reach aside by a statement whose first value is a number to keep it under, and takes it up again after `fn`. */
async function meanwhile<T>(
  client: pg.ClientBase, reach: string | null, { name, text, values = [] }: { readonly name: string; readonly text: string; readonly values?: readonly unknown[] },
  fn: () => Promise<T>,
): Promise<T> {
  const before = held.get(client) ?? atFirst
  const depth = before.depth + 1
  held.set(client, { depth, reach })
  const goBack = (): Promise<unknown> => client.query({ name: 'take reach up', text: 'select take_reach_up($1)', values: [depth] })
  try {
    await client.query({ name, text, values: [depth, ...values] })
    const result = await fn()
    await goBack()
    return result
  } catch (error) {
    // Where the database refused something the transaction is undone and the settings with it; else whoever catches this goes on.
    await goBack().catch(() => undefined)
    throw error
  } finally {
    held.set(client, before)
  }
}

/** The part of the access table that an act's reach comes from: acts of the same part reach the same children. */
interface Part {
  readonly scope: 'all' | 'tied'
  readonly ties: readonly SufficientTie[]
  readonly closed: boolean
  readonly onlyNamed: boolean
}

/** Throws NotAllowed where no role of the person has the act. */
function partOf({ roles }: Pick<Actor, 'roles'>, [action, resource]: Act): Part {
  const scope = scopeOf(roles, resource, action)
  if (scope.kind === 'none') throw new NotAllowed([action, resource])
  return {
    scope: scope.kind, ties: scope.kind === 'tied' ? scope.ties : [], closed: closedByRestriction(resource), onlyNamed: scope.onlyNamed,
  }
}

/**
 * Holds a transaction that reaches everyone to what the person reaches for an act of this part: the children of the table's ties or all,
 * less those restricted who do not name the person and those of the person's own family. Broken glass opens no list.
 * `decided` when it is decided already which.
 */
async function narrow({ client, actor, today }: Asker, part: Part, decided: readonly string[] | null = null): Promise<void> {
  held.set(client, { ...(held.get(client) ?? atFirst), reach: decided === null ? JSON.stringify(part) : null })
  await client.query({
    name: 'narrow reach',
    text: 'select narrow_reach($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    values: [
      actor.authorityId, actor.personId, formatIso(today), part.scope, part.ties.map(({ as }) => as),
      part.ties.map(({ relationship }) => relationship), part.closed, part.onlyNamed, decided,
    ],
  })
}
