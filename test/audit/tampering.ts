/** Ways to tamper with a log: each gives one that differs from the one it was given, unless it says otherwise. */
import { nextSeal, noSeals, headAfter, type AuditHead, type AuditRow, type AuditSeal } from '../../src/core/audit/seal.ts'
import { sha256, uuid, type Draw, type InventedLog } from './inventedLog.ts'

type Tampering = (log: InventedLog, draw: Draw) => InventedLog

const anyOf = <T>(list: readonly T[], draw: Draw): T => {
  const one = list[draw(list.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

const replaced = <T>(list: readonly T[], old: T, put: readonly T[]): readonly T[] => list.flatMap((one) => (one === old ? put : [one]))

const sealedRow = ({ rows, seals }: InventedLog, draw: Draw): AuditRow => {
  const sealed = new Set(seals.flatMap(({ eventIds }) => eventIds))
  return anyOf(rows.filter(({ eventId }) => sealed.has(eventId)), draw)
}

function freeId({ rows, head }: InventedLog, draw: Draw): number {
  const taken = new Set(rows.map(({ eventId }) => eventId))
  // Ids below the first are free whatever the log holds.
  const free = Array.from({ length: (head?.closedThrough ?? 0) + 3 }, (_, at) => at - 2).filter((id) => id <= (head?.closedThrough ?? 0) && !taken.has(id))
  return anyOf(free, draw)
}

const otherDigit = (hex: string, draw: Draw): string => {
  if (hex === '') return '0'
  const at = draw(hex.length)
  const digit = ((Number.parseInt(hex[at] ?? '0', 16) + 1 + draw(15)) % 16).toString(16)
  return hex.slice(0, at) + digit + hex.slice(at + 1)
}

const moved = (n: number, draw: Draw): number => n + (draw(2) === 0 ? 1 + draw(5) : -1 - draw(5))

const rowChanges: Readonly<Record<keyof AuditRow, (row: AuditRow, draw: Draw, log: InventedLog) => Partial<AuditRow>>> = {
  authorityId: (row) => ({ authorityId: row.authorityId + 1 }),
  eventId: (_row, draw, log) => ({ eventId: draw(2) === 0 ? freeId(log, draw) : 1_000_000 + draw(9) }),
  happenedAt: (row, draw) => ({ happenedAt: (Number(row.happenedAt) + moved(0, draw) / 1000).toFixed(6) }),
  personId: (row, draw) => ({ personId: row.personId === null || draw(3) > 0 ? uuid(1000 + draw(9)) : null }),
  event: (row, draw) => ({ event: anyOf([`${row.event} `, row.event.slice(1), 'sign-in', ''], draw) }),
  childId: (row, draw) => ({ childId: row.childId === null || draw(3) > 0 ? uuid(2000 + draw(9)) : null }),
  detail: (row, draw) => ({ detail: row.detail === null || draw(3) > 0 ? `{"n": "${draw(100)}"}` : null }),
}

const sealChanges: Readonly<Record<keyof AuditSeal, (seal: AuditSeal, draw: Draw, log: InventedLog) => Partial<AuditSeal>>> = {
  authorityId: (seal) => ({ authorityId: seal.authorityId + 1 }),
  number: (_seal, draw, log) => ({ number: log.seals.length + 1 + draw(3) }),
  sealedAt: (seal, draw) => ({ sealedAt: String(moved(Number(seal.sealedAt), draw)) }),
  previousHash: (seal, draw) => ({ previousHash: otherDigit(seal.previousHash, draw) }),
  eventIds: ({ eventIds }, draw, log) => {
    if (eventIds.length === 0) return { eventIds: [freeId(log, draw)] }
    const one = anyOf(eventIds, draw)
    return { eventIds: anyOf([replaced(eventIds, one, []), replaced(eventIds, one, [one, freeId(log, draw)]), replaced(eventIds, one, [freeId(log, draw)])], draw) }
  },
  fingerprints: (seal, draw) => ({ fingerprints: otherDigit(seal.fingerprints, draw) }),
  eventsSealed: (seal, draw) => ({ eventsSealed: moved(seal.eventsSealed, draw) }),
  throughId: (seal, draw) => ({ throughId: moved(seal.throughId, draw) }),
  sealedIn: (seal, draw) => ({ sealedIn: String(moved(Number(seal.sealedIn), draw)) }),
  closedThrough: (seal, draw) => ({ closedThrough: moved(seal.closedThrough, draw) }),
  hash: (seal, draw) => ({ hash: otherDigit(seal.hash, draw) }),
}

const headChanges: Readonly<Record<keyof AuditHead, (head: AuditHead, draw: Draw) => Partial<AuditHead>>> = {
  authorityId: (head) => ({ authorityId: head.authorityId + 1 }),
  seals: (head, draw) => ({ seals: moved(head.seals, draw) }),
  eventsSealed: (head, draw) => ({ eventsSealed: moved(head.eventsSealed, draw) }),
  throughId: (head, draw) => ({ throughId: moved(head.throughId, draw) }),
  closedThrough: (head, draw) => ({ closedThrough: moved(head.closedThrough, draw) }),
  hash: (head, draw) => ({ hash: otherDigit(head.hash, draw) }),
}

const columnsOf = <T extends object>(changes: T): readonly (keyof T & string)[] => Object.keys(changes) as (keyof T & string)[]

/** What somebody with every right on the database, and no idea of the chain, could do to it. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  ...Object.fromEntries(columnsOf(rowChanges).map((column) => [`event's ${column} changed`, (log, draw) => {
    const row = sealedRow(log, draw)
    return { ...log, rows: replaced(log.rows, row, [{ ...row, ...rowChanges[column](row, draw, log) }]) }
  }] satisfies [string, Tampering])),
  ...Object.fromEntries(columnsOf(sealChanges).map((column) => [`seal's ${column} changed`, (log, draw) => {
    const seal = anyOf(log.seals, draw)
    return { ...log, seals: replaced(log.seals, seal, [{ ...seal, ...sealChanges[column](seal, draw, log) }]) }
  }] satisfies [string, Tampering])),
  ...Object.fromEntries(columnsOf(headChanges).map((column) => [`end's ${column} changed`, (log, draw) =>
    ({ ...log, head: log.head === null ? null : { ...log.head, ...headChanges[column](log.head, draw) } })] satisfies [string, Tampering])),
  'event taken out': (log, draw) => ({ ...log, rows: replaced(log.rows, sealedRow(log, draw), []) }),
  'event put in': (log, draw) => ({ ...log, rows: [...log.rows, { ...sealedRow(log, draw), eventId: freeId(log, draw) }] }),
  'two events swapped': (log, draw) => {
    const [a, b] = [sealedRow(log, draw), sealedRow(log, draw)]
    return { ...log, rows: log.rows.map((row) => (row === a ? { ...b, eventId: a.eventId } : row === b ? { ...a, eventId: b.eventId } : row)) }
  },
  'seal taken out': (log, draw) => ({ ...log, seals: replaced(log.seals, anyOf(log.seals, draw), []) }),
  'newest seal taken out': (log) => ({ ...log, seals: log.seals.slice(0, -1) }),
  'newest seal taken out with its events': (log) => {
    const newest = new Set(log.seals.at(-1)?.eventIds)
    return { ...log, seals: log.seals.slice(0, -1), rows: log.rows.filter(({ eventId }) => !newest.has(eventId)) }
  },
  'two seals swapped': (log, draw) => {
    const [a, b] = [anyOf(log.seals, draw), anyOf(log.seals, draw)]
    return { ...log, seals: log.seals.map((seal) => (seal === a ? { ...b, number: a.number } : seal === b ? { ...a, number: b.number } : seal)) }
  },
  'seal put in at the end': (log) => {
    const last = log.seals.at(-1)
    if (last === undefined) return log
    return { ...log, seals: [...log.seals, nextSeal(headAfter(last), [], last, sha256)] }
  },
  'end taken out': (log) => ({ ...log, head: null }),
  'all seals taken out': (log) => ({ ...log, seals: [] }),
}

/** Makes every seal from one on anew over the events as they are now, and the end after them: nothing inside then shows it. */
export function madeAnew({ rows, seals, head }: InventedLog, from: number): InventedLog {
  const byId = new Map(rows.map((row) => [row.eventId, row]))
  const kept = seals.slice(0, from)
  const start = kept.at(-1)
  let end = start === undefined ? noSeals(head?.authorityId ?? 0) : headAfter(start)
  const made = seals.slice(from).map((seal) => {
    const covered = seal.eventIds.map((id) => byId.get(id)).filter((row) => row !== undefined)
    const next = nextSeal(end, covered, seal, sha256)
    end = headAfter(next)
    return next
  })
  return { rows, seals: [...kept, ...made], head: end }
}
