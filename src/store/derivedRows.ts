/** Writing what the core derived about children: old rows of those children out, new rows in by COPY. */
import type pg from 'pg'
import { derivationVersion, type Derived } from '../core/derivation.ts'
import type { ChildId } from '../core/facts/factType.ts'
import { CopyBuffer, copyDate, copyText, type Bulk } from './copyIn.ts'
import { writeSqlDate } from './postgres.ts'

const tables = {
  period_of_care: ['number', 'from_on', 'to_on', 'kind', 'start_known', 'end_reason'],
  home: [
    'period_number', 'number', 'from_on', 'to_on', 'placement_type', 'placement_provider', 'postcode', 'urn', 'end_reason',
  ],
  legal_spell: ['period_number', 'from_on', 'to_on', 'legal_status'],
  permanence_state: ['period_number', 'from_on', 'to_on', 'route', 'legal', 'physical', 'achieved'],
  permanence_achieved: ['period_number', 'route', 'achieved_on', 'days_from_entry'],
  clock_occurrence: ['rule', 'version', 'period_number', 'sequence', 'trigger_on', 'due_on', 'ending', 'ended_on'],
  standing: [
    'from_on', 'to_on', 'code', 'born_on', 'sex', 'period_number', 'in_care_since', 'start_known', 'legal_status',
    'legal_status_since', 'placement_type', 'home_since', 'home_number', 'away', 'route', 'legal', 'physical',
    'permanence_achieved', 'next_due_on', 'next_due_rule', 'drift_from_on', 'drift_rule', 'worker', 'unaccompanied',
  ],
  derivation: ['rules_version', 'derived_at'],
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
  readonly #recordedAt: string
  readonly #buffers: Readonly<Record<Table, CopyBuffer>>

  constructor(authorityId: number, recordedAt: string) {
    this.#authorityId = authorityId
    this.#recordedAt = recordedAt
    this.#buffers = Object.fromEntries(
      tableNames.map((name) => [name, new CopyBuffer(name, ['authority_id', 'child_id', ...tables[name]])]),
    ) as Record<Table, CopyBuffer>
  }

  /** Gathers one child's rows. */
  add({ childId, code, derived }: DerivedChild): void {
    const { history, evidence, occurrences, standings } = derived
    const key = `${this.#authorityId}\t${childId}\t`
    const line = (table: Table, ...values: readonly (string | number)[]): void =>
      this.#buffers[table].add(key + values.join('\t'))
    for (const p of history.periods) {
      line('period_of_care', p.number, writeSqlDate(p.from), writeSqlDate(p.to), p.kind, flag(p.startKnown), copyText(p.endReason))
    }
    for (const h of history.homes) {
      line('home', h.periodNumber, h.number, writeSqlDate(h.from), writeSqlDate(h.to), copyText(h.placementType),
        copyText(h.placementProvider), copyText(h.postcode), copyText(h.urn), copyText(h.endReason))
    }
    for (const s of history.legalSpells) {
      line('legal_spell', s.periodNumber, writeSqlDate(s.from), writeSqlDate(s.to), copyText(s.legalStatus))
    }
    for (const s of evidence.states) {
      line('permanence_state', s.periodNumber, writeSqlDate(s.from), writeSqlDate(s.to), copyText(s.route), s.legal,
        s.physical, flag(s.achieved))
    }
    const periods = new Map(history.periods.map((p) => [p.number, p]))
    for (const a of evidence.achieved) {
      const period = periods.get(a.periodNumber)
      const days = period !== undefined && period.startKnown ? String(a.on - period.from) : '\\N'
      line('permanence_achieved', a.periodNumber, a.route, writeSqlDate(a.on), days)
    }
    for (const o of occurrences) {
      const ended = o.ending.kind === 'open' || o.ending.by === null ? null : o.ending.by.on
      line('clock_occurrence', o.rule, o.version, o.periodNumber, o.sequence, copyDate(o.trigger?.on ?? null),
        copyDate(o.dueOn), o.ending.kind, copyDate(ended))
    }
    const sex = copyText(history.facts.child_details[0]?.sex ?? null)
    const who = `${copyText(code)}\t${copyDate(history.bornOn)}\t${sex}`
    for (const s of standings) {
      line('standing', writeSqlDate(s.from), writeSqlDate(s.to), who, s.periodNumber, writeSqlDate(s.inCareSince),
        flag(s.startKnown), copyText(s.legalStatus), writeSqlDate(s.legalStatusSince), copyText(s.placementType),
        writeSqlDate(s.homeSince), s.homeNumber, copyText(s.away), copyText(s.route), s.legal, s.physical,
        flag(s.permanenceAchieved), copyDate(s.nextDueOn), copyText(s.nextDueRule), copyDate(s.driftFromOn),
        copyText(s.driftRule), copyText(s.worker), flag(s.unaccompanied))
    }
    line('derivation', derivationVersion, this.#recordedAt)
  }

  /** Removes the derived rows of children that had some, then writes what was gathered. */
  async flush(client: pg.ClientBase, bulk: Bulk, replaced: readonly ChildId[]): Promise<void> {
    for (const table of tableNames) {
      if (replaced.length > 0) {
        await client.query(`delete from ${table} where authority_id = $1 and child_id = any($2::uuid[])`, [
          this.#authorityId, replaced,
        ])
      }
      await this.#buffers[table].flush(bulk)
    }
  }
}
