/** All clocks for as many children as are in care in England, on one core, from facts in memory. Promise: at most 10 s. */
import { derive } from '../src/core/derivation.ts'
import { clockOccurrences } from '../src/core/clocks/engine.ts'
import type { ChildId, FactId, FieldValue } from '../src/core/facts/factType.ts'
import { factNames, type ChildFacts } from '../src/core/facts/factTypes.ts'
import { contains } from '../src/core/time/interval.ts'
import { isoDate } from '../src/core/time/localDate.ts'
import { loadRules } from '../src/edge/rules.ts'
import { simulateBorough } from '../src/simulate/borough.ts'
import { returnRows } from '../src/simulate/returnRows.ts'
import { childFacts, layouts } from '../src/store/factColumns.ts'
import { report, type Bench } from './bench.ts'

const ENGLAND = 82_000
const YEARS = [2021, 2022, 2023, 2024, 2025, 2026]

/** Children in care on the last day with everything six returns would have told of them. */
function childrenInCare(count: number): readonly ChildFacts[] {
  const today = isoDate('2026-03-31')
  const borough = simulateBorough({
    seed: 'bench', authority: { code: '990', name: 'Fernbrook' }, inCare: Math.round(count * 1.1), firstYear: 2021, lastDay: today,
  })
  const children: ChildFacts[] = []
  for (const life of borough.lives()) {
    if (!life.stays.some((stay) => stay.kind === 'care' && contains({ from: stay.from, to: stay.to }, today))) continue
    const known = new Map<string, { type: (typeof factNames)[number]; factId: FactId; values: FieldValue[] }>()
    for (const year of YEARS) {
      const rows = returnRows(life, year)
      for (const type of factNames) {
        for (const row of rows[type] as readonly Readonly<Record<string, FieldValue>>[]) {
          const values = layouts[type].fields.map((field) => row[field] ?? null)
          known.set(`${type} ${values[0]}`, { type, factId: `${life.code}-${known.size}` as FactId, values })
        }
      }
    }
    children.push(childFacts(life.code as ChildId, life.code, [...known.values()]))
    if (children.length === count) break
  }
  return children
}

export const clocksBench: Bench = {
  name: 'clocks',
  async run() {
    const { calendar, policy } = loadRules()
    const context = { calendar, policy }
    const children = childrenInCare(4_000)
    for (const child of children.slice(0, 1_000)) derive(child, context)
    const rounds = Math.ceil(ENGLAND / children.length)
    const derivedOnce = children.map((child) => derive(child, context))
    let occurrences = 0
    let started = process.cpuUsage()
    for (let round = 0; round < rounds; round += 1) {
      for (const { history, evidence } of derivedOnce) occurrences += clockOccurrences(history, evidence, context).length
    }
    const clocks = process.cpuUsage(started)
    started = process.cpuUsage()
    for (let round = 0; round < rounds; round += 1) for (const child of children) derive(child, context)
    const whole = process.cpuUsage(started)
    const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6
    const done = rounds * children.length
    report(`clocks of ${done.toLocaleString('en-GB')} children, processor seconds on one core`, [
      ['occurrences', occurrences.toLocaleString('en-GB')],
      ['clocks alone (promise: at most 10 s)', `${seconds(clocks).toFixed(2)} s`],
      ['clocks a second', Math.round(occurrences / seconds(clocks)).toLocaleString('en-GB')],
      ['history, evidence, clocks and standings', `${seconds(whole).toFixed(2)} s`],
      ['microseconds a child, everything', ((seconds(whole) * 1e6) / done).toFixed(1)],
    ])
  },
}
