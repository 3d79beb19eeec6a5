import { childPage, findChild, type ChildClock } from '../../app/childPage.ts'
import { formatIso, formatLong } from '../../core/time/localDate.ts'
import { UsageError } from '../../edge/operator.ts'
import { asAtOption, dayOf, formatOption } from '../asAt.ts'
import type { Command } from '../command.ts'
import { exitCodes, say } from '../output.ts'
import { asOperator } from '../withHoldfast.ts'

function plain(clock: ChildClock): unknown {
  const { occurrence, explanation } = clock
  const date = (on: number | null): string | null => (on === null ? null : formatIso(on as Parameters<typeof formatIso>[0]))
  return {
    clock: clock.rule.id,
    title: clock.rule.title,
    outcome: clock.outcome,
    sequence: occurrence.sequence,
    trigger: occurrence.trigger === null ? null : { on: date(occurrence.trigger.on), what: occurrence.trigger.what },
    span: occurrence.span,
    due_on: date(occurrence.dueOn),
    met_on: date(explanation.metOn),
    bank_holidays_skipped: explanation.bankHolidaysSkipped.map((day) => ({ on: date(day.on), name: day.name })),
    weekend_days_skipped: explanation.weekendDaysSkipped,
    citation: explanation.citation,
    strength: explanation.strength,
    mark: explanation.mark,
    words: explanation.sentences,
  }
}

export const explain: Command = {
  name: 'explain',
  summary: "One child's clocks with their working",
  help: `holdfast explain CHILD [--as-at 2026-03-31] [--as-known-at 2026-04-10T09:00:00Z] [--authority 990] [--format text|json]

  CHILD                  the authority's own number for the child
  --as-at DATE           the day asked about; today, or the last day the returns held reach to
  --as-known-at INSTANT  as Holdfast knew it at that moment
  --format NAME          text or json

Exit codes: 0 done, 1 there is no such child, 2 given wrongly, 3 failed.`,
  options: {
    'as-at': { type: 'string' }, 'as-known-at': { type: 'string' }, authority: { type: 'string' }, format: { type: 'string' },
  },
  run: ({ values, words }) => {
    const format = formatOption(values['format'], ['text', 'json'])
    const [code] = words
    if (code === undefined || words.length > 1) throw new UsageError('Say which child: holdfast explain CHILD.')
    const named = asAtOption(values['as-at'])
    return asOperator(values['authority'], async (holdfast, actor) => {
      const asKnownAt = typeof values['as-known-at'] === 'string' ? values['as-known-at'] : null
      if (asKnownAt !== null && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(asKnownAt)) {
        throw new UsageError(`--as-known-at takes an instant such as 2026-04-10T09:00:00Z, not ${asKnownAt}.`)
      }
      const page = await holdfast.work(actor, { name: 'child explained on the command line', act: ['see', 'deadlines'], detail: { code } }, async (work) => {
        const asAt = await dayOf(named, work)
        const childId = await findChild(work, code)
        return childId === undefined ? undefined : childPage(work, childId, { asAt, asKnownAt })
      })
      if (page === undefined) {
        say(`There is no child ${code}.`)
        return exitCodes.refused
      }
      if (format === 'json') {
        say(JSON.stringify({ child: page.code, as_at: formatIso(page.asAt), as_known_at: asKnownAt, clocks: page.clocks.map(plain) }, null, 2))
        return exitCodes.done
      }
      say(`Child ${page.code}, as at ${formatLong(page.asAt)}`)
      for (const clock of page.clocks) {
        say(`\n${clock.rule.title}: ${clock.outcome}`)
        for (const sentence of clock.explanation.sentences) say(`  ${sentence}`)
      }
      return exitCodes.done
    })
  },
}
