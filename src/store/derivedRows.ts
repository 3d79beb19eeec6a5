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
    const key = `${childId}\t`
    const line = (table: Table, ...values: readonly (string | number)[]): void =>
      this.#buffers[table].add(key + values.join('\t'))
    for (const p of history.periods) {
      line('period_of_care', p.number, copyDay(p.from), copyEnd(p.to), p.kind, flag(p.startKnown), copyText(p.endReason))
    }
    for (const h of history.homes) {
      line('home', h.periodNumber, h.number, copyDay(h.from), copyEnd(h.to), copyText(h.placementType),
        copyText(h.placementProvider), copyText(h.postcode), copyText(h.urn), copyText(h.endReason))
    }
    const periods = new Map(history.periods.map((p) => [p.number, p]))
    for (const a of evidence.achieved) {
      const period = periods.get(a.periodNumber)
      const days = period !== undefined && period.startKnown ? String(a.on - period.from) : '\\N'
      line('permanence_achieved', a.periodNumber, a.route, copyDay(a.on), days)
    }
    for (const o of occurrences) {
      // Without a due date it is in no list: the child's page derives it again to say why.
      if (o.dueOn === null) continue
      const ended = o.ending.kind === 'open' || o.ending.by === null ? null : o.ending.by.on
      line('clock_occurrence', o.rule, o.version, o.periodNumber, o.sequence, copyDate(o.trigger?.on ?? null),
        copyDate(o.dueOn), o.ending.kind, copyDate(ended))
    }
    const sex = copyText(history.facts.child_details[0]?.sex ?? null)
    const who = `${copyText(code)}\t${copyDate(history.bornOn)}\t${sex}`
    for (const s of standings) {
      line('standing', copyDay(s.from), copyEnd(s.to), who, s.periodNumber, copyDay(s.inCareSince),
        flag(s.startKnown), copyText(s.legalStatus), copyDay(s.legalStatusSince), copyText(s.placementType),
        copyDay(s.homeSince), s.homeNumber, copyText(s.away), copyText(s.route), s.legal, s.physical,
        flag(s.permanenceAchieved), copyDate(s.nextDueOn), copyText(s.nextDueRule), copyDate(s.driftFromOn),
        copyText(s.driftRule), copyText(s.worker), flag(s.unaccompanied))
    }
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
