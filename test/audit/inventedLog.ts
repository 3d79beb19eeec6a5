/**
 * Audit logs as they come about, without a database: transactions that take ids in turn, end late or are undone, and a
 * sealing now and then. Written from the rules of the chain (docs/explanation/audit-log.md), not from the sealing's code.
 */
import { createHash } from 'node:crypto'
import { headAfter, nextSeal, noSeals, type AuditHead, type AuditRow, type AuditSeal } from '../../src/core/audit/seal.ts'
import { ChainVerifier, type AuditReport } from '../../src/core/audit/verifyChain.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export const fernbrook = 990

export interface InventedLog {
  readonly rows: readonly AuditRow[]
  readonly seals: readonly AuditSeal[]
  readonly head: AuditHead | null
}

/** A whole number from 0 to below `n`. */
export type Draw = (n: number) => number

export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

/** Numbers in an order that depends on the seed alone. */
export function draws(seed: number): Draw {
  let state = seed * 7919 + 17
  return (n) => {
    state = (state * 48271 + 11) % 2147483647
    return state % n
  }
}

interface Transaction {
  readonly number: number
  readonly row: AuditRow
  readonly endsAt: number
}

const events = ['tracker opened', 'child opened', 'child opened', 'measures exported', 'refused: "child opened"\n', 'Kind geöffnet']

function rowAt(eventId: number, step: number, draw: Draw): AuditRow {
  return {
    authorityId: fernbrook, eventId, happenedAt: `${1_795_297_000 + step}.${String(draw(1_000_000)).padStart(6, '0')}`,
    personId: draw(6) === 0 ? null : uuid(draw(5)), event: events[draw(events.length)] ?? '',
    childId: draw(3) === 0 ? null : uuid(100 + draw(20)),
    detail: draw(4) === 0 ? null : `{"address": "/children/${draw(50)}?q=\\"x\\""}`,
  }
}

/** A log of `steps` moments: sealed at the end, unless some of its events are to wait. */
export function inventedLog(steps: number, draw: Draw, { sealedAtEnd = true } = {}): InventedLog {
  let number = 700
  let id = 0
  let open: readonly Transaction[] = []
  const committed = new Map<number, AuditRow>()
  const sealed = new Set<number>()
  const seals: AuditSeal[] = []
  let head = noSeals(fernbrook)

  const seal = (step: number): void => {
    const throughId = Math.max(head.throughId, ...committed.keys())
    const sealedIn = (number += 1)
    const rows = [...committed.values()].filter((row) => !sealed.has(row.eventId)).sort((a, b) => a.eventId - b.eventId)
    if (rows.length === 0) return
    const oldest = Math.min(Infinity, ...open.map((one) => one.number))
    // Of all the bounds known, the greatest that no open transaction can still write below.
    const bounds = [...seals, { throughId, sealedIn: String(sealedIn) }].filter((one) => Number(one.sealedIn) <= oldest).map((one) => one.throughId)
    const made = nextSeal(head, rows, {
      sealedAt: `${1_795_297_000 + step}.5`, sealedIn: String(sealedIn), throughId, closedThrough: Math.max(head.closedThrough, ...bounds),
    }, sha256)
    for (const row of rows) sealed.add(row.eventId)
    seals.push(made)
    head = headAfter(made)
  }

  for (let step = 0; step < steps; step += 1) {
    const ending = open.filter((one) => one.endsAt <= step)
    open = open.filter((one) => one.endsAt > step)
    for (const { row } of ending) if (draw(5) > 0) committed.set(row.eventId, row)
    for (let more = draw(3); more > 0; more -= 1) {
      number += 1
      // Ids of other authorities lie between.
      id += 1 + draw(2)
      open = [...open, { number, row: rowAt(id, step, draw), endsAt: step + (draw(6) === 0 ? 12 : 1 + draw(2)) }]
    }
    if (step % 4 === 3) seal(step)
  }
  for (const { row } of open) committed.set(row.eventId, row)
  open = []
  if (sealedAtEnd) seal(steps)
  return { rows: [...committed.values()].sort((a, b) => a.eventId - b.eventId), seals, head: seals.length === 0 ? null : head }
}

/** What the check says of a log, handed to it in the order in which the database would. */
export function verified({ rows, seals, head }: InventedLog, expected: readonly string[] = []): AuditReport {
  const verifier = new ChainVerifier(fernbrook, sha256, expected)
  const waiting = seals.toSorted((a, b) => a.number - b.number)
  for (const row of rows.toSorted((a, b) => a.eventId - b.eventId)) {
    while (waiting.length > 0 && verifier.wantsSealBefore(row.eventId)) addNext(verifier, waiting)
    verifier.addRow(row)
  }
  while (waiting.length > 0) addNext(verifier, waiting)
  return verifier.finish(head)
}

function addNext(verifier: ChainVerifier, waiting: AuditSeal[]): void {
  const seal = waiting.shift()
  if (seal !== undefined) verifier.addSeal(seal)
}
