import Papa from 'papaparse'
import { everyChild, trackerRows, trackerSorts, type TrackerQuery, type TrackerRow } from '../../app/tracker.ts'
import { routeWords } from '../../core/permanence/routes.ts'
import { formatIso, formatShort } from '../../core/time/localDate.ts'
import { ruleOf } from '../../core/clocks/rules.ts'
import { UsageError } from '../../edge/operator.ts'
import { asAtOption, dayOf, formatOption } from '../asAt.ts'
import type { Command } from '../command.ts'
import { exitCodes, say, table, tell } from '../output.ts'
import { asOperator } from '../withHoldfast.ts'

const header = ['Child', 'Age', 'Days in care', 'Legal status', 'Home', 'Evidence', 'Next due', 'Due on', 'Drift', 'Team']

function cells(row: TrackerRow): readonly string[] {
  return [
    row.code,
    row.age === null ? '' : String(row.age),
    `${row.startKnown ? '' : 'at least '}${row.daysInCare.toLocaleString('en-GB')}`,
    row.legalStatus ?? '',
    `${row.placementType ?? ''}${row.away === null ? '' : ` (away: ${row.away})`}`,
    row.route === null ? '' : `${routeWords[row.route]}${row.permanenceAchieved ? ', achieved' : ''}`,
    row.nextDueRule === null ? '' : ruleOf(row.nextDueRule).title,
    row.nextDueOn === null ? '' : formatShort(row.nextDueOn),
    row.driftDays === 0 ? '' : String(row.driftDays),
    row.team ?? '',
  ]
}

/** A row with dates as ISO text, for programs. */
function plain(row: TrackerRow): Readonly<Record<string, string | number | boolean | null>> {
  return {
    child: row.code,
    born: row.bornOn === null ? null : formatIso(row.bornOn),
    age: row.age,
    sex: row.sex,
    in_care_since: formatIso(row.inCareSince),
    start_known: row.startKnown,
    days_in_care: row.daysInCare,
    legal_status: row.legalStatus,
    legal_status_since: formatIso(row.legalStatusSince),
    placement_type: row.placementType,
    home_since: formatIso(row.homeSince),
    home_number: row.homeNumber,
    away: row.away,
    route: row.route,
    legal_permanence: row.legal,
    physical_permanence: row.physical,
    permanence_achieved: row.permanenceAchieved,
    next_due: row.nextDueRule,
    next_due_on: row.nextDueOn === null ? null : formatIso(row.nextDueOn),
    drift_days: row.driftDays,
    drift_clock: row.driftRule,
    worker: row.worker,
    team: row.team,
  }
}

export const track: Command = {
  name: 'track',
  summary: 'The tracker: every child in care on a day, where each stands, what is due next',
  help: `holdfast track [--as-at 2026-03-31] [--authority 990] [--overdue] [--drifting] [--sort drift] [--descending]
               [--format table|csv|json]

  --as-at DATE      the day asked about; today, or the last day the returns held reach to
  --authority NNN   the authority's DfE number, when more than one is held
  --overdue         only children with something overdue
  --drifting        only children whose permanence is late
  --sort NAME       ${trackerSorts.join(', ')}
  --descending      turn the order round
  --format NAME     table (for people), csv or json (for programs; dates as 2026-03-31)

Exit codes: 0 done, 2 given wrongly, 3 failed.`,
  options: {
    'as-at': { type: 'string' }, authority: { type: 'string' }, overdue: { type: 'boolean' }, drifting: { type: 'boolean' },
    sort: { type: 'string' }, descending: { type: 'boolean' }, format: { type: 'string' },
  },
  run: ({ values }) => {
    const format = formatOption(values['format'], ['table', 'csv', 'json'])
    const sort = trackerSorts.find((one) => one === (values['sort'] ?? 'next-due'))
    if (sort === undefined) throw new UsageError(`--sort takes ${trackerSorts.join(', ')}, not ${values['sort']}.`)
    const named = asAtOption(values['as-at'])
    return asOperator(values['authority'], async (holdfast, actor) => {
      const { asAt, rows } = await holdfast.work(actor, { name: 'tracker read from the command line', act: ['see', 'standing'] }, async (work) => {
        const query: TrackerQuery = {
          ...everyChild(await dayOf(named, work)),
          overdueOnly: values['overdue'] === true, driftingOnly: values['drifting'] === true,
          sort, descending: values['descending'] === true,
        }
        const all: TrackerRow[] = []
        for await (const row of trackerRows(work, query)) all.push(row)
        return { asAt: query.asAt, rows: all }
      })
      switch (format) {
        case 'table':
          say(table(header, rows.map(cells)))
          tell(`${rows.length.toLocaleString('en-GB')} children`)
          break
        case 'csv':
          say(Papa.unparse(rows.map(plain), { escapeFormulae: true }))
          break
        case 'json':
          say(JSON.stringify({ as_at: formatIso(asAt), children: rows.map(plain) }, null, 2))
          break
      }
      return exitCodes.done
    })
  },
}
