/** Writing what the core derived about children: old rows of those children out, new rows in by COPY. */
import type pg from 'pg'
import { derivationVersion, type Derived } from '../core/derivation.ts'
import type { ChildId } from '../core/facts/factType.ts'
import { CopyBuffer, copyDate, copyDay, copyEnd, copyText, type Bulk } from './copyIn.ts'

const tables = {
  period_of_care: ['number', 'from_on', 'to_on', 'kind', 'start_known', 'end_reason'],
  home: [
    'period_number', 'number', 'from_on', 'to_on', 'placement_type', 'placement_provider', 'postcode', 'urn', 'end_reason',
  ],
  permanence_achieved: ['period_number', 'route', 'achieved_on', 'days_from_entry'],
  clock_occurrence: ['rule', 'version', 'period_number', 'sequence', 'trigger_on', 'due_on', 'ending', 'ended_on'],
  standing: [
    'from_on', 'to_on', 'code', 'born_on', 'sex', 'period_number', 'in_care_since', 'start_known', 'legal_status',
    'legal_status_since', 'placement_type', 'home_since', 'home_number', 'away', 'route', 'legal', 'physical',
    'permanence_achieved', 'next_due_on', 'next_due_rule', 'drift_from_on', 'drift_rule', 'worker', 'unaccompanied',
  ],
} as const

type Table = keyof typeof tables
const tableNames = Object.keys(tables) as readonly Table[]

const flag = (value: boolean): string => (value ? 't' : 'f')

export interface DerivedChild {
  readonly childId: ChildId
  readonly code: string
  readonly derived: Derived
}

/** Writes derived rows of many children at once. */
export class DerivedWriter {
  readonly #authorityId: number
  readonly #buffers: Readonly<Record<Table, CopyBuffer>>

  constructor(authorityId: number) {
    this.#authorityId = authorityId
    this.#buffers = Object.fromEntries(
      tableNames.map((name) => {
        const version = name === 'period_of_care' ? { derivation: derivationVersion } : {}
        return [name, new CopyBuffer(name, ['child_id', ...tables[name]], { authority_id: authorityId, ...version })]
      }),
    ) as Record<Table, CopyBuffer>
  }

  /** Gathers one child's rows. */
  add({ childId, code, derived }: DerivedChild): void {
    const { history, evidence, occurrences, standings } = derived
    const to = this.#buffers
    for (const p of history.periods) {
      to.period_of_care.add(
        `${childId}\t${p.number}\t${copyDay(p.from)}\t${copyEnd(p.to)}\t${p.kind}\t${flag(p.startKnown)}\t${copyText(p.endReason)}`)
    }
    for (const h of history.homes) {
      to.home.add(
        `${childId}\t${h.periodNumber}\t${h.number}\t${copyDay(h.from)}\t${copyEnd(h.to)}\t${copyText(h.placementType)}\t${
          copyText(h.placementProvider)}\t${copyText(h.postcode)}\t${copyText(h.urn)}\t${copyText(h.endReason)}`)
    }
    for (const a of evidence.achieved) {
      const period = history.periods.find((p) => p.number === a.periodNumber)
      const days = period !== undefined && period.startKnown ? String(a.on - period.from) : '\\N'
      to.permanence_achieved.add(`${childId}\t${a.periodNumber}\t${a.route}\t${copyDay(a.on)}\t${days}`)
    }
    for (const o of occurrences) {
      // Without a due date it is in no list: the child's page derives it again to say why.
      if (o.dueOn === null) continue
      const ended = o.ending.kind === 'open' || o.ending.by === null ? null : o.ending.by.on
      to.clock_occurrence.add(
        `${childId}\t${o.rule}\t${o.version}\t${o.periodNumber}\t${o.sequence}\t${copyDate(o.trigger?.on ?? null)}\t${
          copyDay(o.dueOn)}\t${o.ending.kind}\t${copyDate(ended)}`)
    }
    if (standings.length === 0) return
    const sex = copyText(history.facts.child_details[0]?.sex ?? null)
    const who = `${copyText(code)}\t${copyDate(history.bornOn)}\t${sex}`
    for (const s of standings) {
      to.standing.add(
        `${childId}\t${copyDay(s.from)}\t${copyEnd(s.to)}\t${who}\t${s.periodNumber}\t${copyDay(s.inCareSince)}\t${
          flag(s.startKnown)}\t${copyText(s.legalStatus)}\t${copyDay(s.legalStatusSince)}\t${copyText(s.placementType)}\t${
          copyDay(s.homeSince)}\t${s.homeNumber}\t${copyText(s.away)}\t${copyText(s.route)}\t${s.legal}\t${s.physical}\t${
          flag(s.permanenceAchieved)}\t${copyDate(s.nextDueOn)}\t${copyText(s.nextDueRule)}\t${copyDate(s.driftFromOn)}\t${
          copyText(s.driftRule)}\t${copyText(s.worker)}\t${flag(s.unaccompanied)}`)
    }
  }

  /** Removes the derived rows of children that had some, then hands what was gathered to the bulk, which must yet send it. */
  async flush(client: pg.ClientBase, bulk: Bulk, replaced: readonly ChildId[]): Promise<void> {
    for (const table of tableNames) {
      if (replaced.length > 0) {
        await client.query(`delete from ${table} where authority_id = $1 and child_id = any($2::uuid[])`, [
          this.#authorityId, replaced,
        ])
      }
      this.#buffers[table].flush(bulk)
    }
  }
}
