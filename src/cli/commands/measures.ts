import { measureIds, measures as askMeasures, type MeasureTold } from '../../app/measures.ts'
import { withheldMark } from '../../core/figures/small.ts'
import { formatIso } from '../../core/time/localDate.ts'
import { UsageError } from '../../edge/operator.ts'
import { asAtOption, dayOf, formatOption } from '../asAt.ts'
import type { Command } from '../command.ts'
import { exitCodes, say, table } from '../output.ts'
import { asOperator } from '../withHoldfast.ts'

function plain(answer: MeasureTold): unknown {
  return {
    id: answer.id,
    title: answer.title,
    definition: answer.definition,
    source: answer.source,
    version: answer.version,
    unit: answer.unit,
    of: answer.of,
    window: { from: answer.window.from === null ? null : formatIso(answer.window.from), to: formatIso(answer.window.to) },
    ...answer.kind === 'withheld' ? { withheld: true }
      : { numerator: answer.numerator, denominator: answer.denominator, value: answer.value, left_out: answer.leftOut },
    children: answer.children.map((child) => ({ child: child.code, counts: child.counts, value: child.value })),
  }
}

export const measures: Command = {
  name: 'measures',
  summary: 'The figures, each with numerator, denominator and the children behind it',
  help: `holdfast measures [--as-at 2026-03-31] [--authority 990] [--measure ID[,ID]] [--format table|json]

  --as-at DATE      the day asked about; today, or the last day the returns held reach to
  --measure IDS     only these, by id, with commas between
  --format NAME     table (for people) or json (with definitions and the children behind each figure)

Exit codes: 0 done, 2 given wrongly, 3 failed.`,
  options: { 'as-at': { type: 'string' }, authority: { type: 'string' }, measure: { type: 'string' }, format: { type: 'string' } },
  run: ({ values }) => {
    const format = formatOption(values['format'], ['table', 'json'])
    const ids = typeof values['measure'] === 'string' ? values['measure'].split(',').map((id) => id.trim()) : null
    const unknown = ids?.filter((id) => !measureIds.includes(id)) ?? []
    if (unknown.length > 0) throw new UsageError(`There is no measure ${unknown.join(', ')}. There are ${measureIds.join(', ')}.`)
    const named = asAtOption(values['as-at'])
    return asOperator(values['authority'], async (holdfast, actor) => {
      const { asAt, answers } = await holdfast.work(actor, { name: 'measures read from the command line', act: ['see', 'figures'] }, async (work) => {
        const day = await dayOf(named, work)
        return { asAt: day, answers: await askMeasures(work, day, ids) }
      })
      if (format === 'json') {
        const authority = { number: actor.authorityId, name: actor.authorityName }
        say(JSON.stringify({ as_at: formatIso(asAt), authority, measures: answers.map(plain) }, null, 2))
        return exitCodes.done
      }
      const rows = answers.map((answer) => answer.kind === 'withheld' ? [answer.id, withheldMark, '', '', answer.title] : [
        answer.id,
        answer.value === null ? '–' : `${answer.value.toLocaleString('en-GB')}${answer.unit === 'percent' ? '%' : ''}`,
        answer.denominator === null ? '' : `${answer.numerator.toLocaleString('en-GB')} / ${answer.denominator.toLocaleString('en-GB')}`,
        String(answer.leftOut.reduce((sum, one) => sum + one.count, 0)),
        answer.title,
      ])
      say(table(['Measure', 'Figure', 'Of', 'Left out', 'Title'], rows))
      return exitCodes.done
    })
  },
}
